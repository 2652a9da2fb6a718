import type { Issue } from '../diagnostics/issue.js';
import { inspectProfile } from '../document/inspect-profile.js';
import { reportIssue } from '../document/reported-issue.js';
import { signProfile } from '../document/sign-profile.js';
import { countIssues, describeIssues } from '../report/describe-issues.js';
import { describeSignature } from '../report/describe-signature.js';
import { withCommandHint } from './command-hints.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { exitCodes } from './exit-codes.js';
import { aboutFile } from './file-problem.js';
import { joinParts } from './join-parts.js';
import { oneFile } from './one-file.js';
import { chooseOutput, outputOptions, writeOutput } from './output-options.js';
import { readRules, ruleOption } from './rule-options.js';
import { readSigner, signerOptions } from './signer-options.js';
import { readTime } from './time-option.js';

/** `profilewright sign`: an unsigned profile in, a signed one out. */
export const sign: Command = {
  name: 'sign',
  summary: 'sign a profile',
  usage: 'profilewright sign FILE (--sign-key FILE --sign-cert FILE | --sign-p12 FILE) [options]',
  examples: [
    'profilewright sign lab.mobileconfig --sign-key signer.key --sign-cert fullchain.pem',
    'profilewright sign lab.mobileconfig --sign-p12 signer.p12 --passphrase-env SIGNER_PASSPHRASE -o signed.mobileconfig',
  ],
  options: { ...outputOptions('.signed.mobileconfig'), ...signerOptions, rule: ruleOption },
  run: runSign,
};

async function runSign(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const path = oneFile(parsed, 'sign');
  const output = chooseOutput(parsed, path, '.signed.mobileconfig');
  const rules = readRules(parsed);
  const signingTime = readTime(parsed, 'signing-time');
  const signer = await readSigner(parsed, context);
  if (signer === undefined) throw usageError('no signer is given', 'add --sign-key and --sign-cert, or --sign-p12');
  const file = await context.inputs.read(path);
  const issues: Issue[] = [];
  const bytes = await aboutFile(file, () =>
    signProfile(file.bytes, signer, {
      rules,
      allowExpired: parsed.switches.has('allow-expired'),
      onIssue: (issue) => void issues.push(issue),
      ...(signingTime === undefined ? {} : { signingTime }),
    }),
  );
  const report = inspectProfile(bytes);
  const isSecret = report.secrets.length > 0;
  const written = await writeOutput(output, bytes, parsed, { ...context, isSecret, isBinary: true });
  const reported = issues.map((issue) => withCommandHint(reportIssue(issue)));
  return {
    exitCode: exitCodes.fine,
    text: joinParts([
      `wrote ${output.name}: signed by ${signer.certificate.name}, ${countIssues(reported)}`,
      describeIssues(reported),
      describeSignature(report.signature),
    ]),
    json: { output: output.path, profile: { ...report, issues: reported } },
    ...written,
  };
}
