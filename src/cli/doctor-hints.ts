import { escapeText } from '../diagnostics/escape-text.js';
import type { IssueCode } from '../diagnostics/issues/index.js';
import type { ReportedIssue } from '../document/reported-issue.js';
import type { DoctorAnswer } from './judge-material.js';
import type { DoctorQuestion } from './doctor-question.js';
import { withCommandHint } from './command-hints.js';

interface Situation {
  readonly subject: string;
  readonly answer: DoctorAnswer;
  readonly question: DoctorQuestion;
}

/** What to do in the words of this command, where the hint of the library speaks of its functions or of an iPhone. */
const hints: Readonly<Partial<Record<IssueCode, (situation: Situation) => string | undefined>>> = {
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
  'trust-manual-toggle': ({ subject, question: { platform } }) => {
    if (platform.os === 'macOS')
      return `set ${subject} to Always Trust in Keychain Access, or deliver the profile by MDM (--install mdm)`;
    return platform.os === 'watchOS'
      ? 'deliver the profile by MDM (--install mdm), because no switch is known for the Apple Watch'
      : undefined;
  },
};

export function withDoctorHint(issue: ReportedIssue, answer: DoctorAnswer, question: DoctorQuestion): ReportedIssue {
  const subject = `"${issue.where.certificate?.name ?? ''}"`;
  const hint = hints[issue.code]?.({ subject, answer, question });
  return hint === undefined ? withCommandHint(issue) : { ...issue, hint };
}
