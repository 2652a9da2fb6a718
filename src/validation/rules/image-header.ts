import type { ImageCheck } from '../compiled-rule.js';
import { readPngHeader } from '../../profile/png-file.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, type RuleKind } from './rule-place.js';

/** `image`: data is an image of a format and size, as far as its header tells. */
export const isImage: RuleKind<ImageCheck> = function* (check, place) {
  const { path, formats, maxWidth, maxHeight } = check;
  for (const { path: found, value } of valuesAt(place.dictionary, path)) {
    const problem = value instanceof Uint8Array ? findProblem(value, check) : undefined;
    if (problem === undefined) continue;
    yield {
      pointer: pointerOf(found, place.pointer),
      found: `${describePlace(found, place)} ${problem}`,
      advice: `embed a square image of the format ${formats.join(' or ')} with at most ${String(maxWidth)} x ${String(maxHeight)} pixels`,
    };
  }
};

function findProblem(bytes: Uint8Array, check: ImageCheck): string | undefined {
  const header = readPngHeader(bytes);
  if (header === undefined) return 'is no PNG file';
  const { width, height, uncompressedBytes } = header;
  const size = `${String(width)} x ${String(height)} pixels`;
  if (width > check.maxWidth || height > check.maxHeight) return `has ${size}`;
  if (check.square && width !== height) return `is not square: it has ${size}`;
  return uncompressedBytes > check.maxUncompressedBytes
    ? `has ${String(uncompressedBytes)} bytes when it is uncompressed`
    : undefined;
}
