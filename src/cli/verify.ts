import { inspectProfile } from '../document/inspect-profile.js';
import { reportCertificate } from '../document/reported-certificate.js';
import { reportIssue } from '../document/reported-issue.js';
import { verifyProfile, type VerifiedProfile } from '../document/verify-profile.js';
import type { Certificate } from '../pki/certificate.js';
import { readCertificates } from '../pki/read-certificates.js';
import { describeIssues } from '../report/describe-issues.js';
import { describeSignature } from '../report/describe-signature.js';
import { exitCodes, type Command, type CommandResult, type ParsedArguments } from './command.js';
import { joinParts } from './join-parts.js';
import { oneFile } from './one-file.js';
import { aboutFile, readFile } from './read-file.js';
import { ruleOptions } from './rule-options.js';
import { readTime } from './signer-options.js';

/** `profilewright verify`: is the signature sound, who signed, and does the signer's chain end in an anchor? */
export const verify: Command = {
  name: 'verify',
  summary: 'check the signature of a profile, and whether its signer is trusted',
  usage: 'profilewright verify FILE [--anchor FILE]... [options]',
  examples: ['profilewright verify lab.mobileconfig --anchor ca.pem', 'profilewright verify lab.mobileconfig --json'],
  options: {
    anchor: {
      type: 'string',
      value: 'FILE',
      multiple: true,
      about: 'the roots that the device trusts; without it trust is not judged',
    },
    at: ruleOptions['at'] ?? { type: 'string', about: '' },
  },
  run: runVerify,
};

async function runVerify(parsed: ParsedArguments): Promise<CommandResult> {
  const path = oneFile(parsed, 'verify');
  const at = readTime(parsed, 'at');
  const anchors: Certificate[] = [];
  const anchorPaths = parsed.lists['anchor'] ?? [];
  for (const anchorPath of anchorPaths) {
    const file = await readFile(anchorPath);
    anchors.push(...(await aboutFile(file, () => readCertificates(file.bytes))));
  }
  const file = await readFile(path);
  const isJudged = anchorPaths.length > 0;
  const time = at === undefined ? {} : { at };
  const verified = await aboutFile(file, () =>
    verifyProfile(file.bytes, { anchors: isJudged ? anchors : 'none', ...time }),
  );
  const report = inspectProfile(file.bytes, time);
  const issues = verified.issues.map(reportIssue);
  const { shownAs } = verified;
  return {
    exitCode: exitCodeOf(verified, isJudged),
    text: joinParts([
      `${file.name}: ${isJudged ? verdicts[shownAs] : 'the signature is sound; trust was not judged (no --anchor)'}`,
      describeIssues(issues),
      describeSignature(report.signature, isJudged ? shownAs : undefined),
    ]),
    json: {
      ...(isJudged ? { shownAs } : {}),
      signer: reportCertificate(verified.signer),
      chain: verified.chain.map(reportCertificate),
      signedUntil: verified.signedUntil.toISOString(),
      ...(verified.signingTime === undefined ? {} : { signingTime: verified.signingTime.toISOString() }),
      profile: { identifier: report.identifier, uuid: report.uuid, displayName: report.displayName },
      issues,
    },
  };
}

const verdicts: Readonly<Record<VerifiedProfile['shownAs'], string>> = {
  Verified: 'verified, the signer is trusted',
  'Not Verified': 'refused, the signature is sound but the signer is not trusted',
};

function exitCodeOf({ shownAs, issues }: VerifiedProfile, isJudged: boolean): number {
  if (isJudged && shownAs === 'Not Verified') return exitCodes.refused;
  return issues.some(({ severity }) => severity === 'error') ? exitCodes.issues : exitCodes.fine;
}
