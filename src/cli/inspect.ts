import { escapeText } from '../diagnostics/escape-text.js';
import { inspectProfile } from '../document/inspect-profile.js';
import { countIssues, describeIssues } from '../report/describe-issues.js';
import { describeProfile } from '../report/describe-profile.js';
import { describeSignature } from '../report/describe-signature.js';
import { exitCodes, type Command, type CommandResult, type ParsedArguments } from './command.js';
import { joinParts } from './join-parts.js';
import { oneFile } from './one-file.js';
import { aboutFile, readFile } from './read-file.js';
import { readRules, ruleOptions } from './rule-options.js';
import { readTime } from './signer-options.js';

/** `profilewright inspect`: what is in a profile, and what a device would object to. */
export const inspect: Command = {
  name: 'inspect',
  summary: 'show what is in a profile, and what a device would object to',
  usage: 'profilewright inspect FILE [options]',
  examples: ['profilewright inspect lab.mobileconfig', 'profilewright inspect --json - < lab.mobileconfig'],
  options: ruleOptions,
  run: runInspect,
};

async function runInspect(parsed: ParsedArguments): Promise<CommandResult> {
  const path = oneFile(parsed, 'inspect');
  const [at, rules] = [readTime(parsed, 'at'), readRules(parsed)];
  const file = await readFile(path);
  const report = await aboutFile(file, () =>
    inspectProfile(file.bytes, { rules, ...(at === undefined ? {} : { at }) }),
  );
  const { issues, signature, secrets } = report;
  const hasErrors = issues.some(({ severity }) => severity === 'error');
  const title = escapeText(report.displayName ?? report.identifier ?? 'without a name', 100);
  const held =
    secrets.length === 0 ? '' : `, ${String(secrets.length)} secret${secrets.length === 1 ? '' : 's'} not shown`;
  return {
    exitCode: hasErrors ? exitCodes.issues : exitCodes.fine,
    text: joinParts([
      `${file.name}: ${signature === undefined ? 'unsigned' : 'signed'} profile "${title}", ${countIssues(issues)}${held}`,
      describeIssues(issues),
      describeProfile(report),
      describeSignature(signature),
    ]),
    json: { profile: report },
  };
}
