import { isDictionary } from '../../schema/plist-type.js';
import type { RuleCheck } from '../compiled-rule.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { identityOf } from '../fragment/same-value.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, showValue, type RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'functional-dependency' }>;

/** `functional-dependency`: items with the same value under one key have the same value under another one. */
export const functionalDependency: RuleKind<Check> = function* ({ path, key, determines }, place) {
  const seen = new Map<string, { readonly identity: string; readonly pointer: string }>();
  for (const item of valuesAt(place.dictionary, path)) {
    if (!isDictionary(item.value)) continue;
    const [value, determined] = [item.value[key], item.value[determines]];
    if (value === undefined || determined === undefined) continue;
    const keyPath = [...item.path, determines];
    const pointer = pointerOf(keyPath, place.pointer);
    const first = seen.get(identityOf(value));
    if (first === undefined) seen.set(identityOf(value), { identity: identityOf(determined), pointer });
    else if (first.identity !== identityOf(determined)) {
      const shown = showValue(value, [...item.path, key], place);
      yield {
        pointer,
        found: `${describePlace(keyPath, place)} differs from the one at ${first.pointer}, although "${key}" is ${shown} in both`,
        advice: `write the same "${determines}" in both, or remove one`,
      };
    }
  }
};
