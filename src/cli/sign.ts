import type { Issue } from '../diagnostics/issue.js';
import { inspectProfile } from '../document/inspect-profile.js';
import { reportIssue } from '../document/reported-issue.js';
import { signProfile } from '../document/sign-profile.js';
import { countIssues, describeIssues } from '../report/describe-issues.js';
import { describeSignature } from '../report/describe-signature.js';
import { exitCodes, type Command, type CommandResult, type ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { joinParts } from './join-parts.js';
import { oneFile } from './one-file.js';
import { chooseOutput, outputOptions, writeOutput } from './output-options.js';
import { aboutFile, readFile } from './read-file.js';
import { readRules, ruleOptions } from './rule-options.js';
import { readSigner, readTime, signerOptions } from './signer-options.js';

/** `profilewright sign`: an unsigned profile in, a signed one out. */
export const sign: Command = {
  name: 'sign',
  summary: 'sign a profile',
  usage: 'profilewright sign FILE (--sign-key FILE --sign-cert FILE | --sign-p12 FILE) [options]',
  examples: [
    'profilewright sign lab.mobileconfig --sign-key signer.key --sign-cert fullchain.pem',
    'profilewright sign lab.mobileconfig --sign-p12 signer.p12 --passphrase-env SIGNER_PASSPHRASE -o signed.mobileconfig',
  ],
  options: {
    ...outputOptions,
    ...signerOptions,
    'signing-time': { type: 'string', value: 'TIME', about: 'the signing time that is written; now unless given' },
    'allow-expired': { type: 'boolean', about: "sign although the signer's certificate is not valid now" },
    rule: ruleOptions['rule'] ?? { type: 'string', about: '' },
  },
  run: runSign,
};

async function runSign(parsed: ParsedArguments): Promise<CommandResult> {
  const path = oneFile(parsed, 'sign');
  const output = chooseOutput(parsed, path, '.signed.mobileconfig');
  const rules = readRules(parsed);
  const signingTime = readTime(parsed, 'signing-time');
  const signing = await readSigner(parsed);
  if (signing === undefined) {
    throw usageError('no signer is given', 'add --sign-key and --sign-cert, or --sign-p12');
  }
  const file = await readFile(path);
  const issues: Issue[] = [];
  const bytes = await aboutFile(file, () =>
    signProfile(file.bytes, signing.signer, {
      rules,
      allowExpired: parsed.switches.has('allow-expired'),
      onIssue: (issue) => void issues.push(issue),
      ...(signingTime === undefined ? {} : { signingTime }),
    }),
  );
  const report = inspectProfile(bytes);
  const isSecret = report.secrets.length > 0;
  const inputs = [file, ...signing.inputs];
  const written = writeOutput(output, bytes, parsed, { isSecret, isBinary: true, inputs });
  const reported = issues.map(reportIssue);
  const place = output.path ?? 'standard output';
  return {
    exitCode: exitCodes.fine,
    text: joinParts([
      `wrote ${place}: signed by ${signing.signer.certificate.name}, ${countIssues(reported)}`,
      describeIssues(reported),
      describeSignature(report.signature),
    ]),
    json: { output: output.path, profile: { ...report, issues: reported } },
    ...written,
  };
}
