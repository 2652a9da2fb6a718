import type { RuleCheck } from '../compiled-rule.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { identityOf } from '../fragment/same-value.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, showValue, type RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'each-in' }>;

/** `each-in`: every value at one path also stands at another one. */
export const eachIn: RuleKind<Check> = function* ({ path, of }, place) {
  const known = new Set([...valuesAt(place.dictionary, of)].map(({ value }) => identityOf(value)));
  for (const { path: found, value } of valuesAt(place.dictionary, path)) {
    if (known.has(identityOf(value))) continue;
    yield {
      pointer: pointerOf(found, place.pointer),
      found: `${describePlace(found, place)} is ${showValue(value, found, place)}, which does not stand at ${of}`,
      advice: `add the entry at ${of}, or remove it here`,
    };
  }
};
