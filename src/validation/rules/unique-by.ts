import { isDictionary } from '../../schema/plist-type.js';
import type { RuleCheck } from '../compiled-rule.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { identityOf } from '../fragment/same-value.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, showValue, type RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'unique-by' }>;

/** `unique-by`: no two items of a list have the same value under a key. */
export const uniqueBy: RuleKind<Check> = function* ({ path, key }, place) {
  const seen = new Map<string, string>();
  for (const item of valuesAt(place.dictionary, path)) {
    if (!isDictionary(item.value) || item.value[key] === undefined) continue;
    const identity = identityOf(item.value[key]);
    const keyPath = [...item.path, key];
    const pointer = pointerOf(keyPath, place.pointer);
    const first = seen.get(identity);
    if (first === undefined) {
      seen.set(identity, pointer);
      continue;
    }
    const shown = showValue(item.value[key], keyPath, place);
    yield {
      pointer,
      found: `${describePlace(keyPath, place)} is ${shown}, the same as at ${first}`,
      advice: `change "${key}" of one of the two, or remove one`,
    };
  }
};
