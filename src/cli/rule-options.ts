import type { RuleLevels, Severity } from '../diagnostics/issue.js';
import { escapeText } from '../diagnostics/escape-text.js';
import { issueFacts, type IssueCode } from '../diagnostics/issues/index.js';
import type { OptionSpec, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';

export const ruleOptions: Readonly<Record<string, OptionSpec>> = {
  rule: {
    type: 'string',
    value: 'CODE=LEVEL',
    multiple: true,
    about: 'the level of one rule: error, warning, info or off (docs/issues.md lists the codes)',
  },
  at: { type: 'string', value: 'TIME', about: 'judge validity at this time, for example 2030-01-31; now unless given' },
};

/** The levels that `--rule` sets. */
export function readRules({ lists }: ParsedArguments): RuleLevels {
  const levels: RuleLevels = {};
  for (const text of lists['rule'] ?? []) {
    const [code = '', level = '', ...rest] = text.split('=');
    if (rest.length > 0 || !isLevel(level)) {
      throw usageError(`--rule ${escapeText(text, 60)} is not CODE=LEVEL`, 'a level is error, warning, info or off');
    }
    if (!isIssueCode(code)) throw usageError(`no rule is called "${escapeText(code, 60)}"`, 'see docs/issues.md');
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
