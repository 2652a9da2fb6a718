import { inspectProfile } from '../document/inspect-profile.js';
import { reportCertificate } from '../document/reported-certificate.js';
import { reportIssue } from '../document/reported-issue.js';
import { verifyProfile, type VerifiedProfile } from '../document/verify-profile.js';
import { describeIssues } from '../report/describe-issues.js';
import { describeSignature } from '../report/describe-signature.js';
import { quote } from '../report/text-layout.js';
import { anchorOption, readAnchors } from './anchor-option.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { exitCodes } from './exit-codes.js';
import { aboutFile } from './file-problem.js';
import { joinParts } from './join-parts.js';
import { oneFile } from './one-file.js';
import { atOption } from './rule-options.js';
import { describeLifetime, lifetimeOf, minDaysOption, readMinDays } from './signature-lifetime.js';
import { readTime } from './time-option.js';

/** `profilewright verify`: is the signature sound, who signed, and does the signer's chain end in an anchor? */
export const verify: Command = {
  name: 'verify',
  summary: 'check the signature of a profile, and whether its signer is trusted',
  usage: 'profilewright verify FILE [--anchor FILE]... [options]',
  examples: ['profilewright verify lab.mobileconfig --anchor ca.pem', 'profilewright verify lab.mobileconfig --json'],
  options: {
    anchor: anchorOption,
    'min-days': minDaysOption('exit with 1 when the signature is good for fewer days'),
    at: atOption,
  },
  run: runVerify,
};

async function runVerify(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const path = oneFile(parsed, 'verify');
  const [at, minDays] = [readTime(parsed, 'at'), readMinDays(parsed)];
  const anchors = await readAnchors(parsed, context);
  const file = await context.inputs.read(path);
  const isJudged = anchors !== 'none';
  const time = at === undefined ? {} : { at };
  const verified = await aboutFile(file, () => verifyProfile(file.bytes, { anchors, ...time }));
  const lifetime = lifetimeOf(verified, minDays ?? 0, at);
  const isDue = minDays !== undefined && lifetime.isDue;
  const report = inspectProfile(file.bytes, time);
  const issues = verified.issues.map(reportIssue);
  const { shownAs } = verified;
  return {
    exitCode: exitCodeOf(verified, isJudged, isDue),
    text: joinParts([
      `${file.name}: ${describeVerdict(verified, isJudged)}`,
      isDue ? `due for signing again: ${describeLifetime(lifetime)}, and --min-days asks for ${String(minDays)}` : '',
      describeIssues(issues),
      describeSignature(report.signature, isJudged ? { shownAs, until: verified.signedUntil } : undefined),
    ]),
    json: {
      ...(isJudged ? { shownAs } : {}),
      signer: reportCertificate(verified.signer),
      chain: verified.chain.map(reportCertificate),
      signedUntil: verified.signedUntil.toISOString(),
      daysLeft: lifetime.daysLeft,
      ...(minDays === undefined ? {} : { minDays, isDue }),
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

function exitCodeOf({ shownAs, issues }: VerifiedProfile, isJudged: boolean, isDue: boolean): number {
  if (isJudged && shownAs === 'Not Verified') return exitCodes.refused;
  return isDue || issues.some(({ severity }) => severity === 'error') ? exitCodes.issues : exitCodes.fine;
}
