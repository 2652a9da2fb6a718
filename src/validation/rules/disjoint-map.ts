import type { RuleCheck } from '../compiled-rule.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { identityOf } from '../fragment/same-value.js';
import { valuesAt, type PathValue } from '../rule-path.js';
import { describePlace, showValue, type RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'disjoint-map' }>;

/** `disjoint-map`: of two dictionaries of lists, no value stands under the same key in both. */
export const isDisjointMap: RuleKind<Check> = function* ({ a, b }, place) {
  const others = new Map<string, string>();
  for (const found of valuesAt(place.dictionary, `${b}/*/*`)) {
    others.set(entryOf(found), pointerOf(found.path, place.pointer));
  }
  for (const found of valuesAt(place.dictionary, `${a}/*/*`)) {
    const other = others.get(entryOf(found));
    if (other === undefined) continue;
    yield {
      pointer: pointerOf(found.path, place.pointer),
      found: `${describePlace(found.path, place)} is ${showValue(found.value, found.path, place)}, which also stands at ${other}`,
      advice: 'remove it from one of the two',
    };
  }
};

function entryOf({ path, value }: PathValue): string {
  return `${JSON.stringify(path.at(-2))} ${identityOf(value)}`;
}
