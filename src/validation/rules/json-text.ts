import { isDictionary } from '../../schema/plist-type.js';
import type { RuleCheck } from '../compiled-rule.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, type RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'json' }>;

/** `json`: data is the JSON text of an object. Values of other types are the schema's business. */
export const isJson: RuleKind<Check> = function* ({ path }, place) {
  for (const { path: found, value } of valuesAt(place.dictionary, path)) {
    if (!(value instanceof Uint8Array) || isJsonObject(value)) continue;
    yield {
      pointer: pointerOf(found, place.pointer),
      found: `${describePlace(found, place)} is no JSON object`,
      advice: 'write the UTF-8 bytes of a JSON object, as JSON.stringify makes it',
    };
  }
};

function isJsonObject(bytes: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isDictionary(value);
  } catch {
    // What is wrong with it is not told: the text may hold secrets.
    return false;
  }
}
