import { escapeText } from '../diagnostics/escape-text.js';
import type { RuleLevels } from '../diagnostics/issue.js';
import { isIssueCode, issueCodes } from '../diagnostics/issues/index.js';
import { assertPlainObject, choiceOption, type OptionReader } from '../profile/read-options.js';
import { nearestName } from '../schema/nearest-name.js';

const levelOption = choiceOption('error', 'warning', 'info', 'off');

/** Levels of rules that exist: a misspelt code would leave its rule as it is. */
export const ruleLevelsOption: OptionReader<RuleLevels> = (value, name) => {
  const levels = Object.create(null) as Record<string, RuleLevels[keyof RuleLevels]>;
  for (const [code, level] of Object.entries(assertPlainObject(value, name)) as [string, unknown][]) {
    if (!isIssueCode(code)) refuseCode(code, name);
    if (level !== undefined) levels[code] = levelOption(level, `${name}.${code}`);
  }
  return Object.freeze(levels);
};

function refuseCode(code: string, name: string): never {
  const nearest = nearestName(code, issueCodes());
  const question = nearest === undefined ? '' : `; did you mean "${nearest}"?`;
  throw new TypeError(`${name} has no rule "${escapeText(code, 60)}"${question}`);
}
