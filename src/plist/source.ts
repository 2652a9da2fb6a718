import { types } from 'node:util';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { decodeText } from './decode-text.js';
import type { FindingList } from './finding-list.js';
import { LineIndex } from './line-index.js';

/** The text of an XML property list. */
export interface PlistSource {
  readonly source: string;
  /** There is more, which a device does not see: half of a surrogate pair follows. */
  readonly isCut: boolean;
  readonly lines: LineIndex;
}

/**
 * @throws ProfilewrightError `ERR_PLIST_LIMIT`
 * @throws TypeError when the input is neither bytes nor text
 */
export function assertInput(input: unknown, maxBytes: number): asserts input is Uint8Array | string {
  if (typeof input !== 'string' && !types.isUint8Array(input)) {
    throw new TypeError('input must be a Uint8Array or a string');
  }
  if (input.length > maxBytes) throw new ProfilewrightError('ERR_PLIST_LIMIT', { limit: 'bytes', maximum: maxBytes });
}

/**
 * Decodes the input as a device does. A text is taken as it is, whatever encoding it names.
 *
 * @throws ProfilewrightError `ERR_PLIST_ENCODING`, `ERR_PLIST_FORMAT` naming what the input is instead
 */
export function decodeSource(input: Uint8Array | string, findings: FindingList): PlistSource {
  const { text, encoding } =
    typeof input === 'string'
      ? { text: input.replace(/^\ufeff/, ''), encoding: undefined }
      : decodeText(refuseDer(input), findings);
  // In UTF-8 they stand for bytes that are no characters.
  const end = encoding === 'utf-8' ? -1 : findHalf(text);
  const source = end < 0 ? text : text.slice(0, end);
  const found = otherFormat(source);
  if (found !== undefined) throw new ProfilewrightError('ERR_PLIST_FORMAT', { found });
  return { source, isCut: end >= 0, lines: new LineIndex(source) };
}

/** CoreFoundation makes UTF-8 of the whole text first, and stops at half of a surrogate pair. */
function findHalf(text: string): number {
  return /[\ud800-\udfff]/.test(text) ? text.search(/\p{Cs}/u) : -1;
}

function refuseDer(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x30 || (bytes[1] ?? 0) < 0x80) return bytes;
  throw new ProfilewrightError('ERR_PLIST_FORMAT', { found: 'a binary file that begins like CMS or DER' });
}

function otherFormat(source: string): string | undefined {
  const text = source.trimStart().slice(0, 2000);
  if (/^<!doctype html|^<html/i.test(text)) return 'an HTML page';
  if (text.startsWith('<')) return undefined;
  if (/^[\s\0]*$/.test(text)) return 'an empty file';
  if (text.startsWith('bplist')) return 'a binary property list in a text, or a damaged one';
  if (text.startsWith('-----BEGIN')) return 'a PEM file';
  if (text.startsWith('{') || text.startsWith('(')) return 'JSON or an OpenStep property list';
  return 'something else';
}
