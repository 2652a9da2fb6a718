import { isDictionary } from '../../schema/plist-type.js';
import type { RuleOverride } from '../compiled-rule.js';
import { hasKey } from '../fragment/find-faults.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { valuesAt } from '../rule-path.js';
import type { RuleKind } from './rule-place.js';

/** An override that makes a key optional under a condition: where the condition fails, the key has to be there. */
export const isPresentOtherwise: RuleKind<readonly RuleOverride[]> = function* (overrides, { pointer, dictionary }) {
  for (const { path, presence } of overrides) {
    if (presence !== 'optional') continue;
    const end = path.lastIndexOf('/');
    const [outer, key] = [path.slice(0, end), path.slice(end + 1)];
    for (const { path: place, value } of valuesAt(dictionary, outer)) {
      if (!isDictionary(value) || hasKey(value, key)) continue;
      const at = pointerOf(place, pointer);
      yield { pointer: at, missing: key, found: `"${key}" is missing at ${at}`, advice: `add "${key}"` };
    }
  }
};
