import type { RuleCheck } from '../compiled-rule.js';
import { fontFormat } from '../content/font-name.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, type RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'file-format' }>;

/** `file-format`: data is a file of one of the formats. */
export const hasFileFormat: RuleKind<Check> = function* ({ path, allowed }, place) {
  for (const { path: found, value } of valuesAt(place.dictionary, path)) {
    if (!(value instanceof Uint8Array)) continue;
    const format = fontFormat(value);
    if (allowed.some((known) => known === format)) continue;
    yield {
      pointer: pointerOf(found, place.pointer),
      found: `${describePlace(found, place)} is ${format === 'collection' ? 'a collection of fonts' : 'no font file'}`,
      advice: `embed one file of the format ${allowed.join(' or ')}, byte for byte`,
    };
  }
};
