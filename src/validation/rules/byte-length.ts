import type { RuleCheck } from '../compiled-rule.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, type RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'byte-length' }>;

/** `byte-length`: data has so many bytes. */
export const byteLength: RuleKind<Check> = function* ({ path, equals }, place) {
  for (const { path: found, value } of valuesAt(place.dictionary, path)) {
    if (!(value instanceof Uint8Array) || value.length === equals) continue;
    yield {
      pointer: pointerOf(found, place.pointer),
      found: `${describePlace(found, place)} has ${String(value.length)} bytes`,
      advice: `write the ${String(equals)} bytes as they are, not as hexadecimal or base64 text`,
    };
  }
};
