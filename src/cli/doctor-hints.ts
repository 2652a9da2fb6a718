import { escapeText } from '../diagnostics/escape-text.js';
import type { IssueCode } from '../diagnostics/issues/index.js';
import type { ReportedIssue } from '../document/reported-issue.js';
import type { DoctorAnswer } from './judge-material.js';
import { withCommandHint } from './command-hints.js';

interface Situation {
  readonly subject: string;
  readonly answer: DoctorAnswer;
}

/** What to do in the words of this command, where the hint of the library speaks of its functions. */
const hints: Readonly<Partial<Record<IssueCode, (situation: Situation) => string>>> = {
  'issuer-not-found': ({ answer: { path, roots } }) => {
    const issuer = `"${escapeText(path.at(-1)?.issuer.text ?? '')}"`;
    const append = `append the certificate of ${issuer} to the file that the server sends: \`cat server.pem intermediate.pem > fullchain.pem\``;
    if (roots.some(({ isRead }) => !isRead)) return 'let the device have the root first, as the other hint says';
    return roots.some(({ verdict }) => verdict !== 'refused')
      ? `${append}; if it is a root, install it and name it with --root FILE`
      : `name the root with --root FILE; if ${issuer} is an intermediate, ${append}`;
  },
  'path-not-anchored': ({ subject, answer: { roots } }) =>
    roots.length > 0
      ? `issue the server's certificate by the root that is installed, or install ${subject} and name it with --root FILE`
      : `install ${subject}, and name it with --root FILE`,
};

export function withDoctorHint(issue: ReportedIssue, answer: DoctorAnswer): ReportedIssue {
  const subject = `"${issue.where.certificate?.name ?? ''}"`;
  const hint = hints[issue.code]?.({ subject, answer });
  return hint === undefined ? withCommandHint(issue) : { ...issue, hint };
}
