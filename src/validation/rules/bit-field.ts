import { numberOf } from '../../schema/plist-type.js';
import type { BitField } from '../compiled-rule.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, type RuleKind } from './rule-place.js';

/** `bit-field`: an integer is made of known bits, and those that need others have them. What is out of range is the schema's. */
export const isBitField: RuleKind<BitField> = function* ({ path, allowed, requires }, place) {
  const mask = allowed.reduce((bits, bit) => bits | bit, 0);
  for (const { path: found, value } of valuesAt(place.dictionary, path)) {
    const bits = numberOf(value);
    if (bits === undefined || !Number.isSafeInteger(bits) || bits < 0 || bits > 0x7fffffff) continue;
    const missing = Object.entries(requires).flatMap(([bit, others]) =>
      (bits & Number(bit)) === 0 ? [] : others.filter((other) => (bits & other) === 0),
    );
    const unknown = bits & ~mask;
    if (unknown === 0 && missing.length === 0) continue;
    yield {
      pointer: pointerOf(found, place.pointer),
      found: `${describePlace(found, place)} is ${String(bits)}`,
      advice: `set it to ${String(missing.reduce((sum, bit) => sum | bit, bits & mask))}`,
    };
  }
};
