import type { RuleLevels, Severity } from '../diagnostics/issue.js';
import { escapeText } from '../diagnostics/escape-text.js';
import { issueFacts, type IssueCode } from '../diagnostics/issues/index.js';
import type { OptionSpec, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { didYouMean } from './did-you-mean.js';

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

function isLevel(text: string): text is Severity | 'off' {
  return text === 'error' || text === 'warning' || text === 'info' || text === 'off';
}

function isIssueCode(text: string): text is IssueCode {
  return Object.hasOwn(issueFacts, text);
}
