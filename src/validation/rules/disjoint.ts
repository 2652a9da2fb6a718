import type { RuleCheck } from '../compiled-rule.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { identityOf } from '../fragment/same-value.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, showValue, type RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'disjoint' }>;

/** `disjoint`: no value stands at both paths. */
export const isDisjoint: RuleKind<Check> = function* ({ a, b }, place) {
  const others = new Map<string, string>();
  for (const { path, value } of valuesAt(place.dictionary, b)) {
    others.set(identityOf(value), pointerOf(path, place.pointer));
  }
  for (const { path, value } of valuesAt(place.dictionary, a)) {
    const other = others.get(identityOf(value));
    if (other === undefined) continue;
    yield {
      pointer: pointerOf(path, place.pointer),
      found: `${describePlace(path, place)} is ${showValue(value, path, place)}, which also stands at ${other}`,
      advice: 'remove it from one of the two',
    };
  }
};
