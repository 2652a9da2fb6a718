import { assertMergeable, mergeProfiles } from '../document/merge-profiles.js';
import { parseProfile, type ParsedProfile } from '../document/parse-profile.js';
import { reportIssue } from '../document/reported-issue.js';
import { describeIssues } from '../report/describe-issues.js';
import { count } from '../report/text-layout.js';
import { readChoice } from './choice-option.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { writeEdited } from './edited-output.js';
import { aboutFile } from './file-problem.js';
import { chooseOutput, outputOptions } from './output-options.js';
import { readRules, ruleOption } from './rule-options.js';

const SUFFIX = '.merged.mobileconfig';

/** `profilewright merge`: the payloads of several profiles in one. */
export const merge: Command = {
  name: 'merge',
  summary: 'put the payloads of several profiles into one',
  usage: 'profilewright merge FILE FILE... [options]',
  examples: [
    'profilewright merge wifi.mobileconfig roots.mobileconfig --identifier com.example.office -o office.mobileconfig',
  ],
  options: {
    ...outputOptions(SUFFIX),
    identifier: { type: 'string', value: 'TEXT', about: 'the PayloadIdentifier; that of the first file unless given' },
    name: { type: 'string', value: 'TEXT', about: 'the PayloadDisplayName; that of the first file unless given' },
    scope: {
      type: 'string',
      value: 'SCOPE',
      about: 'the PayloadScope, System or User; needed where the files disagree',
    },
    rule: ruleOption,
  },
  run: runMerge,
};

async function runMerge(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const [first, second] = parsed.positionals;
  if (first === undefined || second === undefined) {
    throw usageError('fewer than two files are given', 'name them: `profilewright merge FILE FILE...`');
  }
  const output = chooseOutput(parsed, first, SUFFIX);
  const rules = readRules(parsed);
  const profiles: ParsedProfile[] = [];
  for (const path of parsed.positionals) {
    const file = await context.inputs.read(path);
    const profile = await aboutFile(file, () => parseProfile(file.bytes));
    await aboutFile(file, () => assertMergeable(profile));
    profiles.push(profile);
  }
  const { identifier, name, scope } = parsed.texts;
  const settings = {
    ...(identifier === undefined ? {} : { PayloadIdentifier: identifier }),
    ...(name === undefined ? {} : { PayloadDisplayName: name }),
    ...(scope === undefined ? {} : { PayloadScope: readChoice(parsed, 'scope', ['System', 'User']) }),
  };
  const merged = mergeProfiles(profiles, { settings, rules });
  const issues = merged.issues.map(reportIssue);
  const edited = {
    bytes: merged.toBytes(),
    summary: `${count(merged.payloads.length, 'payload')} of ${String(profiles.length)} profiles`,
    text: describeIssues(issues),
    json: { identifier: merged.identifier, uuid: merged.uuid, issues },
  };
  return writeEdited(output, edited, parsed, context);
}
