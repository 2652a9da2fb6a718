import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { parseProfile, type ParsedProfile } from '../document/parse-profile.js';
import { reportIssue } from '../document/reported-issue.js';
import { validateProfile, type ValidateProfileOptions } from '../document/validate-profile.js';
import { countIssues, describeIssues } from '../report/describe-issues.js';
import { encodeJUnit } from '../report/encode-junit.js';
import { encodeSarif } from '../report/encode-sarif.js';
import type { JudgedFile } from '../report/judged-file.js';
import { count, indentLines } from '../report/text-layout.js';
import { encodeBaseline, isKnown, knownIssue, readBaseline, stableNames, type KnownIssue } from './baseline.js';
import { readChoice } from './choice-option.js';
import { withCommandHint } from './command-hints.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { deviceOptions, readDeviceContext } from './device-options.js';
import { encodeJson } from './encode-json.js';
import { exitCodes } from './exit-codes.js';
import { aboutFile } from './file-problem.js';
import { findProfiles } from './find-profiles.js';
import type { InputFile } from './input-files.js';
import { joinParts } from './join-parts.js';
import { writeFile } from './write-file.js';
import { atOption, readRuleFile, readRules, ruleOption } from './rule-options.js';
import { readTime } from './time-option.js';
import { readVersion } from './version.js';

const sides = ['author', 'device'] as const;
const formats = ['text', 'json', 'sarif', 'junit'] as const;

/** `profilewright validate`: what Apple's schema and rules say of profiles, for the devices that they are for. */
export const validate: Command = {
  name: 'validate',
  summary: 'judge profiles by Apple’s schema and rules, for the devices that they are for',
  usage: 'profilewright validate FILE|FOLDER... [options]',
  examples: [
    'profilewright validate lab.mobileconfig --ios 17.2 --unsupervised --install manual',
    'profilewright validate profiles/ --ios 16.. --macos 14.. --baseline known.json --format sarif -o profiles.sarif',
  ],
  options: {
    ...deviceOptions,
    as: { type: 'string', value: 'SIDE', about: 'author (the default) is strict, device is as lenient as Apple is' },
    rule: ruleOption,
    rules: {
      type: 'string',
      value: 'FILE',
      about: 'levels of issues as JSON: { "CODE": "off" }; --rule goes before it',
    },
    previous: { type: 'string', value: 'FILE', about: 'the profile that this one will replace on the device' },
    encrypted: { type: 'boolean', about: 'the profile will be encrypted for its device, with the passwords in it' },
    baseline: { type: 'string', value: 'FILE', about: 'known issues, which are not told again' },
    'write-baseline': { type: 'string', value: 'FILE', about: 'write the issues that are found there, as known ones' },
    format: { type: 'string', value: 'FORMAT', about: `${formats.join(', ')}; text unless given` },
    at: atOption,
    output: {
      type: 'string',
      short: 'o',
      value: 'FILE',
      about: 'the file for sarif and junit, in place of the output',
    },
    force: { type: 'boolean', about: 'replace the file of -o or --write-baseline when it exists' },
  },
  notes: ['Of a folder all .mobileconfig files are judged. What is not said of the devices is not assumed.'],
  run: runValidate,
};

interface Judged extends JudgedFile {
  readonly known: readonly KnownIssue[];
}

async function runValidate(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const { positionals, texts, switches } = parsed;
  if (positionals.length === 0) throw usageError('nothing is given to validate', 'name files or folders');
  const format = readChoice(parsed, 'format', formats);
  if (switches.has('json') && format !== 'text' && format !== 'json') {
    throw usageError(`--json and --format ${format} are both given`, 'leave one of them out');
  }
  if (texts['output'] !== undefined && (format === 'text' || format === 'json')) {
    throw usageError(`-o is for --format sarif and junit`, 'leave it out, or send the output to a file');
  }
  const options = await readValidateOptions(parsed, context);
  const baseline = texts['baseline'];
  const silenced = baseline === undefined ? new Set<string>() : readBaseline(await context.inputs.read(baseline));
  const judged: Judged[] = [];
  for (const path of findProfiles(positionals)) judged.push(judge(await context.inputs.read(path), options, silenced));
  const target = texts['write-baseline'];
  if (target !== undefined) await write(target, encodeBaseline(judged.flatMap(({ known }) => known)), parsed, context);
  return { ...present(judged, target !== undefined), ...(await deliver(judged, format, parsed, context)) };
}

async function readValidateOptions(
  parsed: ParsedArguments,
  { inputs }: CommandContext,
): Promise<ValidateProfileOptions> {
  const { texts, positionals, switches } = parsed;
  const [at, levels, previous] = [readTime(parsed, 'at'), texts['rules'], texts['previous']];
  if (previous !== undefined && positionals.length > 1) {
    throw usageError('--previous is given with several files', 'name the one profile that replaces it');
  }
  const file = previous === undefined ? undefined : await inputs.read(previous);
  return {
    context: readDeviceContext(parsed),
    as: readChoice(parsed, 'as', sides),
    rules: { ...(levels === undefined ? {} : readRuleFile(await inputs.read(levels))), ...readRules(parsed) },
    ...(at === undefined ? {} : { at }),
    ...(switches.has('encrypted') ? { isEncrypted: true } : {}),
    ...(file === undefined ? {} : { previous: await aboutFile(file, () => parseProfile(file.bytes)) }),
  };
}

function judge({ name, bytes }: InputFile, options: ValidateProfileOptions, silenced: ReadonlySet<string>): Judged {
  const profile = parse(bytes);
  const names = stableNames(profile?.dictionary);
  const found = validateProfile(profile ?? bytes, options).map((issue) => {
    const reported = withCommandHint(reportIssue(issue));
    return { reported, known: knownIssue(name, reported, names) };
  });
  const told = found.filter(({ known }) => !isKnown(known, silenced));
  return {
    name,
    hasLines: profile?.container !== 'cms',
    issues: told.map(({ reported }) => reported),
    known: found.map(({ known }) => known),
  };
}

/** What cannot be parsed is an issue, which `validateProfile` tells. */
function parse(bytes: Uint8Array): ParsedProfile | undefined {
  try {
    return parseProfile(bytes);
  } catch (error) {
    if (isProfilewrightError(error)) return undefined;
    throw error;
  }
}

/** Once the issues are written down as known, none of them is an obstacle. */
function present(judged: readonly Judged[], isWritten: boolean): CommandResult {
  const issues = judged.flatMap((file) => file.issues);
  const silent = judged.reduce((total, { known }) => total + known.length, 0) - issues.length;
  const notTold = silent === 0 ? '' : `, ${count(silent, 'known issue')} not told`;
  const sum = judged.length === 1 ? [] : [`${count(judged.length, 'profile')}: ${countIssues(issues)}${notTold}`];
  const hasErrors = !isWritten && issues.some(({ severity }) => severity === 'error');
  return {
    exitCode: hasErrors ? exitCodes.issues : exitCodes.fine,
    text: joinParts([...judged.map((file) => describeFile(file, judged.length === 1 ? notTold : '')), ...sum]),
    json: { files: judged.map(({ name, issues: told }) => ({ file: name, issues: told })), known: silent },
  };
}

function describeFile({ name, issues }: JudgedFile, notTold: string): string {
  const lines = describeIssues(issues)
    .split('\n')
    .filter((line) => line !== '');
  return [`${name}: ${countIssues(issues)}${notTold}`, ...indentLines(lines)].join('\n');
}

/** Where the report goes in another form than text. */
async function deliver(
  judged: readonly Judged[],
  format: (typeof formats)[number],
  parsed: ParsedArguments,
  context: CommandContext,
): Promise<Partial<CommandResult>> {
  if (format === 'text' || format === 'json') return { isJson: format === 'json' };
  const report = format === 'sarif' ? `${encodeJson(encodeSarif(judged, readVersion()))}\n` : encodeJUnit(judged);
  const path = parsed.texts['output'];
  if (path === undefined) return { stdout: new TextEncoder().encode(report) };
  await write(path, report, parsed, context);
  return {};
}

function write(
  path: string,
  text: string,
  { switches }: ParsedArguments,
  { inputs, io }: CommandContext,
): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  return io.withoutInterruption(() =>
    writeFile({ path, bytes, force: switches.has('force'), isSecret: false, inputs }),
  );
}
