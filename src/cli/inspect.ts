import { inspectProfile } from '../document/inspect-profile.js';
import { describeEffects } from '../report/describe-effects.js';
import { countIssues, describeIssues } from '../report/describe-issues.js';
import { describeProfile } from '../report/describe-profile.js';
import { encodeHtml } from '../report/encode-html.js';
import { describeSignature } from '../report/describe-signature.js';
import { count, quote } from '../report/text-layout.js';
import { withCommandHint } from './command-hints.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { exitCodes } from './exit-codes.js';
import { aboutFile } from './file-problem.js';
import { joinParts } from './join-parts.js';
import { oneFile } from './one-file.js';
import { atOption, readRules, ruleOption } from './rule-options.js';
import { readTime } from './time-option.js';
import { writeFile } from './write-file.js';

/** `profilewright inspect`: what is in a profile, and what a device would object to. */
export const inspect: Command = {
  name: 'inspect',
  summary: 'show what is in a profile, and what a device would object to',
  usage: 'profilewright inspect FILE [options]',
  examples: [
    'profilewright inspect lab.mobileconfig --html lab.html',
    'profilewright inspect --json - < lab.mobileconfig',
  ],
  options: {
    rule: ruleOption,
    at: atOption,
    html: { type: 'string', value: 'FILE', about: 'write the report as one HTML page too' },
    force: { type: 'boolean', about: 'replace the file of --html when it exists' },
  },
  run: runInspect,
};

async function runInspect(parsed: ParsedArguments, { inputs, io }: CommandContext): Promise<CommandResult> {
  const path = oneFile(parsed, 'inspect');
  const [at, rules] = [readTime(parsed, 'at'), readRules(parsed)];
  const file = await inputs.read(path);
  const found = await aboutFile(file, () => inspectProfile(file.bytes, { rules, ...(at === undefined ? {} : { at }) }));
  const report = { ...found, issues: found.issues.map(withCommandHint) };
  const { issues, signature, secrets } = report;
  const page = parsed.texts['html'];
  if (page !== undefined) {
    const bytes = new TextEncoder().encode(encodeHtml(report));
    const force = parsed.switches.has('force');
    await io.withoutInterruption(() => writeFile({ path: page, bytes, force, isSecret: false, inputs }));
  }
  const hasErrors = issues.some(({ severity }) => severity === 'error');
  const title = quote(report.displayName ?? report.identifier ?? 'without a name');
  const held = secrets.length === 0 ? '' : `, ${count(secrets.length, 'secret')} not shown`;
  return {
    exitCode: hasErrors ? exitCodes.issues : exitCodes.fine,
    text: joinParts([
      `${file.name}: ${signature === undefined ? 'unsigned' : 'signed'} profile ${title}, ${countIssues(issues)}${held}`,
      describeIssues(issues),
      describeProfile(report),
      describeSignature(signature),
      describeEffects(report),
    ]),
    json: { profile: report },
  };
}
