import type { PlatformVersion } from '../device/platform.js';
import type { RuleLevels } from '../diagnostics/issue.js';
import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { convertPkcs12, type Pkcs12Form } from '../document/convert-pkcs12.js';
import { inspectPkcs12, type Pkcs12Report } from '../document/inspect-pkcs12.js';
import { countIssues, describeIssues } from '../report/describe-issues.js';
import { describeImports, describePkcs12 } from '../report/describe-pkcs12.js';
import { readChoice } from './choice-option.js';
import { withCommandHint } from './command-hints.js';
import type { Command, CommandContext, CommandResult, OptionSpec, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { exitCodes } from './exit-codes.js';
import { aboutFile } from './file-problem.js';
import type { InputFile } from './input-files.js';
import { joinParts } from './join-parts.js';
import { oneFile } from './one-file.js';
import { chooseOutput, outputOptions, writeOutput } from './output-options.js';
import { newPassphraseOptions, passphraseOptions, readNewPassphrase, readPassphrase } from './passphrase-options.js';
import { givenPlatform, platformOptions } from './platform-options.js';
import { atOption, readRules, ruleOption } from './rule-options.js';
import { readTime } from './time-option.js';

const SUFFIX = '.converted.p12';

/** What means nothing unless a file is written. */
const writingOptions: Readonly<Record<string, OptionSpec>> = {
  'without-chain': { type: 'boolean', about: 'leave out the certificates beside that of the key' },
  ...newPassphraseOptions,
  ...outputOptions(SUFFIX),
};

/** `profilewright p12`: which devices import a PKCS#12 file, and the file in a form that they do. */
export const p12: Command = {
  name: 'p12',
  summary: 'say which devices import a PKCS#12 file, and convert it',
  usage: 'profilewright p12 FILE [--convert any|ios18] [options]',
  examples: [
    'profilewright p12 mail.p12 --passphrase-env P12_PASSWORD',
    'profilewright p12 mail.p12 --ios 17.4',
    'profilewright p12 mail.p12 --convert any --passphrase-env P12_PASSWORD -o mail-for-all.p12',
  ],
  options: {
    ...passphraseOptions,
    ...platformOptions,
    ios: { type: 'string', value: 'VERSION', about: 'the version of iOS or iPadOS that shall import it' },
    rule: ruleOption,
    at: atOption,
    convert: {
      type: 'string',
      value: 'FORM',
      about: 'write the identity again: any for all systems, ios18 for iOS 18, macOS 15 and later',
    },
    ...writingOptions,
  },
  notes: [
    'Without a passphrase the file is looked at from outside: algorithms, iterations, and usually no certificates. Systems are',
    'those that import it with a profile; without --ios, --macos ... all are told. With --convert the issues are those of the',
    'new file, whose passphrase is the old one unless another is given.',
    'Exit code 0: imported. 1: an issue of severity error.',
  ],
  run: runP12,
};

async function runP12(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const path = oneFile(parsed, 'p12');
  const form = parsed.texts['convert'] === undefined ? undefined : readChoice(parsed, 'convert', ['any', 'ios18']);
  const question = readQuestion(parsed);
  if (form !== undefined) return runConversion(path, { form, question }, parsed, context);
  refuseOrphans(parsed);
  const file = await context.inputs.read(path);
  const passphrase = await readPassphrase(parsed, context);
  const report = await aboutFile(file, () => look(file, question, passphrase));
  return present(report, file.name);
}

async function runConversion(
  path: string,
  { form, question }: { readonly form: Pkcs12Form; readonly question: Question },
  parsed: ParsedArguments,
  context: CommandContext,
): Promise<CommandResult> {
  const output = chooseOutput(parsed, path, SUFFIX);
  const file = await context.inputs.read(path);
  const passphrase = await readPassphrase(parsed, context);
  const newPassword = (await readNewPassphrase(parsed, context)) ?? passphrase;
  if (newPassword === undefined) {
    const [own, ofNew] = [listOptions(passphraseOptions), listOptions(newPassphraseOptions)];
    const hint = `give that of the file with one of ${own}; for a file with none, that of the new one with one of ${ofNew}`;
    throw usageError('no passphrase is given', hint);
  }
  const includeChain = !parsed.switches.has('without-chain');
  const conversion = { for: form, password: passphrase ?? '', newPassword, includeChain };
  const bytes = await aboutFile(file, () => convertPkcs12(file.bytes, conversion));
  const report = inspectPkcs12(bytes, { ...question, password: newPassword });
  const written = await writeOutput(output, bytes, parsed, { ...context, isSecret: true, isBinary: true });
  const result = present(report, `wrote ${output.name}`);
  return { ...result, json: { output: output.path, ...result.json }, ...written };
}

function listOptions(options: Readonly<Record<string, OptionSpec>>): string {
  return Object.keys(options)
    .map((name) => `--${name}`)
    .join(', ');
}

interface Question {
  readonly rules: RuleLevels;
  readonly platform?: PlatformVersion;
  readonly at?: Date;
}

function readQuestion(parsed: ParsedArguments): Question {
  const [platform, at] = [givenPlatform(parsed), readTime(parsed, 'at')];
  return {
    rules: readRules(parsed),
    ...(platform === undefined ? {} : { platform }),
    ...(at === undefined ? {} : { at }),
  };
}

/** Without a passphrase the empty one is tried, which many files have. */
function look(file: InputFile, question: Question, passphrase: string | undefined): Pkcs12Report {
  if (passphrase !== undefined) return inspectPkcs12(file.bytes, { ...question, password: passphrase });
  try {
    return inspectPkcs12(file.bytes, { ...question, password: '' });
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PKCS12_UNREADABLE')) throw error;
    return inspectPkcs12(file.bytes, question);
  }
}

function present(report: Pkcs12Report, subject: string): CommandResult {
  const issues = report.issues.map(withCommandHint);
  const hasErrors = issues.some(({ severity }) => severity === 'error');
  return {
    exitCode: hasErrors ? exitCodes.issues : exitCodes.fine,
    text: joinParts([
      `${subject}: ${describeImports(report.imports)}, ${countIssues(issues)}`,
      report.refusal === undefined ? '' : `not opened: ${report.refusal}`,
      describeIssues(issues),
      describePkcs12(report),
    ]),
    json: { pkcs12: { ...report, issues } },
  };
}

function refuseOrphans({ texts, switches }: ParsedArguments): void {
  const orphan = Object.keys(writingOptions).find((name) => name in texts || switches.has(name));
  if (orphan === undefined) return;
  throw usageError(`--${orphan} is given, and nothing is to be written`, 'add --convert any or --convert ios18');
}
