import type { RuleLevels, Severity } from '../diagnostics/issue.js';
import { escapeText } from '../diagnostics/escape-text.js';
import { issueFacts, type IssueCode } from '../diagnostics/issues/index.js';
import type { OptionSpec, ParsedArguments } from './command.js';
import { CommandError, usageError } from './command-error.js';
import { didYouMean } from './did-you-mean.js';
import type { InputFile } from './input-files.js';

export const ruleOption: OptionSpec = {
  type: 'string',
  value: 'CODE=LEVEL',
  multiple: true,
  about: 'the level of an issue, by the code in brackets behind it: error, warning, info or off',
};

export const atOption: OptionSpec = {
  type: 'string',
  value: 'TIME',
  about: 'judge validity at this time, for example 2030-01-31; now unless given',
};

/** The levels that `--rule` sets. */
export function readRules({ lists }: ParsedArguments): RuleLevels {
  const levels: RuleLevels = {};
  for (const text of lists['rule'] ?? []) {
    const [code = '', level = '', ...rest] = text.split('=');
    if (rest.length > 0 || !isLevel(level)) {
      throw usageError(`--rule ${escapeText(text, 60)} is not CODE=LEVEL`, 'a level is error, warning, info or off');
    }
    if (!isIssueCode(code)) {
      const help = 'a code stands in brackets behind each issue';
      throw usageError(`no rule is called "${escapeText(code, 60)}"`, didYouMean(code, Object.keys(issueFacts), help));
    }
    levels[code] = level;
  }
  return levels;
}

/** The levels in a file: a JSON object of codes and levels. */
export function readRuleFile({ name, bytes }: InputFile): RuleLevels {
  const hint = 'write an object such as { "schema-unknown-key": "off" }';
  const refuse = (reason: string): never => {
    throw new CommandError('ERR_FILE_KIND', reason, hint, name);
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return refuse('is no JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return refuse('is no JSON object');
  const levels: RuleLevels = {};
  for (const [code, level] of Object.entries(parsed)) {
    if (!isIssueCode(code)) refuse(`names no rule with "${escapeText(code, 60)}"`);
    else if (typeof level !== 'string' || !isLevel(level))
      refuse(`gives "${code}" no level: error, warning, info or off`);
    else levels[code] = level;
  }
  return levels;
}

function isLevel(text: string): text is Severity | 'off' {
  return text === 'error' || text === 'warning' || text === 'info' || text === 'off';
}

function isIssueCode(text: string): text is IssueCode {
  return Object.hasOwn(issueFacts, text);
}
