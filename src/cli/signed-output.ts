import type { Signer } from '../cms/signer.js';
import type { Bytes } from '../diagnostics/bytes.js';
import type { Issue } from '../diagnostics/issue.js';
import { inspectProfile } from '../document/inspect-profile.js';
import { reportIssue } from '../document/reported-issue.js';
import type { SignProfileOptions } from '../document/sign-profile.js';
import { countIssues, describeIssues } from '../report/describe-issues.js';
import { describeSignature } from '../report/describe-signature.js';
import { withCommandHint } from './command-hints.js';
import type { CommandContext, CommandResult, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { exitCodes } from './exit-codes.js';
import { aboutFile } from './file-problem.js';
import { joinParts } from './join-parts.js';
import { oneFile } from './one-file.js';
import { chooseOutput, writeOutput } from './output-options.js';
import { readRules } from './rule-options.js';
import { readSigner } from './signer-options.js';
import { readTime } from './time-option.js';

/** What signs the bytes of a file. */
export interface SigningCommand {
  readonly name: string;
  readonly suffix: string;
  readonly sign: (bytes: Uint8Array, signer: Signer, options: SignProfileOptions) => Promise<Bytes>;
}

/** Signs the one file that is named, and says who signed it. */
export async function writeSigned(
  { name, suffix, sign }: SigningCommand,
  parsed: ParsedArguments,
  context: CommandContext,
): Promise<CommandResult> {
  const path = oneFile(parsed, name);
  const output = chooseOutput(parsed, path, suffix);
  const rules = readRules(parsed);
  const signingTime = readTime(parsed, 'signing-time');
  const signer = await readSigner(parsed, context);
  if (signer === undefined) throw usageError('no signer is given', 'add --sign-key and --sign-cert, or --sign-p12');
  const file = await context.inputs.read(path);
  const issues: Issue[] = [];
  const bytes = await aboutFile(file, () =>
    sign(file.bytes, signer, {
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
