import { randomUUID } from 'node:crypto';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { guardPlist, type GuardedPlist } from './guard.js';
import { completeLimits, type PlistLimits } from './limits.js';
import { parse } from './plist-library.js';
import { decodeSource } from './source.js';
import type { Positions } from './positions.js';
import type { PlistValue } from './value.js';

/** A property list as read: the value, and where each part of it stood. */
export interface DecodedPlist {
  readonly value: PlistValue;
  readonly positions: Positions;
}

/**
 * Reads an XML property list, strictly. Dictionaries come without prototype and frozen; integers beyond 2^53 are
 * `bigint`s; whole reals are `PlistReal`s; data is decoded once, into bytes that own their memory.
 *
 * @throws ProfilewrightError `ERR_PLIST_*` with line and column
 */
export function decodePlist(input: Uint8Array | string, limits: PlistLimits = {}): DecodedPlist {
  const complete = completeLimits(limits);
  const mark = `scalar-${randomUUID()}-`;
  const guarded = guardPlist(decodeSource(input, complete.maxBytes), mark, complete);
  return { value: restore(parse(guarded.canonical), mark, guarded), positions: guarded.positions };
}

/** Puts the scalars in the place of their marks. What the library returns holds texts, booleans, arrays and objects only. */
function restore(value: unknown, mark: string, guarded: GuardedPlist): PlistValue {
  if (typeof value === 'string') {
    return value.startsWith(mark) ? (guarded.scalars[Number(value.slice(mark.length))] ?? value) : value;
  }
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return Object.freeze(value.map((item) => restore(item, mark, guarded)));
  if (typeof value !== 'object' || value === null) {
    throw new ProfilewrightError('ERR_PLIST_FORMAT', { found: 'a value that was not written' });
  }
  const dictionary = Object.create(null) as Record<string, PlistValue>;
  for (const [key, item] of Object.entries(value)) dictionary[key] = restore(item, mark, guarded);
  return Object.freeze(dictionary);
}
