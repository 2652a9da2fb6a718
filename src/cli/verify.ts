import { inspectProfile } from '../document/inspect-profile.js';
import { reportCertificate } from '../document/reported-certificate.js';
import { reportIssue } from '../document/reported-issue.js';
import { verifyProfile, type VerifiedProfile } from '../document/verify-profile.js';
import type { Certificate } from '../pki/certificate.js';
import { readCertificates } from '../pki/read-certificates.js';
import { describeIssues } from '../report/describe-issues.js';
import { describeSignature } from '../report/describe-signature.js';
import { quote } from '../report/text-layout.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { exitCodes } from './exit-codes.js';
import { aboutFile } from './file-problem.js';
import { joinParts } from './join-parts.js';
import { oneFile } from './one-file.js';
import { atOption } from './rule-options.js';
import { readTime } from './time-option.js';

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
    at: atOption,
  },
  run: runVerify,
};

async function runVerify(parsed: ParsedArguments, { inputs }: CommandContext): Promise<CommandResult> {
  const path = oneFile(parsed, 'verify');
  const at = readTime(parsed, 'at');
  const anchors: Certificate[] = [];
  const anchorPaths = parsed.lists['anchor'] ?? [];
  for (const anchorPath of anchorPaths) {
    const file = await inputs.read(anchorPath);
    anchors.push(...(await aboutFile(file, () => readCertificates(file.bytes))));
  }
  const file = await inputs.read(path);
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
      `${file.name}: ${describeVerdict(verified, isJudged)}`,
      describeIssues(issues),
      describeSignature(report.signature, isJudged ? { shownAs, until: verified.signedUntil } : undefined),
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

function describeVerdict({ shownAs, signer, profile }: VerifiedProfile, isJudged: boolean): string {
  const title = quote(profile.displayName ?? profile.identifier ?? 'without a name');
  const signed = `profile ${title} is signed by ${signer.name}`;
  if (!isJudged) return `sound, ${signed}; trust was not judged, add --anchor FILE`;
  return shownAs === 'Verified' ? `verified, ${signed}, who is trusted` : `refused, ${signed}, who is not trusted`;
}

function exitCodeOf({ shownAs, issues }: VerifiedProfile, isJudged: boolean): number {
  if (isJudged && shownAs === 'Not Verified') return exitCodes.refused;
  return issues.some(({ severity }) => severity === 'error') ? exitCodes.issues : exitCodes.fine;
}
