import { randomUUID } from 'node:crypto';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Issue } from '../diagnostics/issue.js';
import { decodeBinaryPlist, isBinaryPlist } from './binary-plist.js';
import { FindingList } from './finding-list.js';
import { guardPlist, type GuardedPlist } from './guard.js';
import { completeLimits, type PlistLimits } from './limits.js';
import { parse } from './plist-library.js';
import { assertInput, decodeSource } from './source.js';
import type { Positions } from './positions.js';
import type { PlistValue } from './value.js';

/** A property list as read: the value, and where each part of it stood. */
export interface DecodedPlist {
  readonly format: 'xml' | 'binary';
  readonly value: PlistValue;
  readonly positions: Positions;
  /** What other readers than a device may see differently (errors), or refuse (warnings). */
  readonly issues: readonly Issue[];
}

/**
 * Reads a property list in XML or binary form. What CoreFoundation takes is taken, what it refuses is refused. Dictionaries
 * come without prototype and frozen; integers beyond 2^53 are `bigint`s; whole reals are `PlistReal`s; data is decoded once,
 * into bytes that own their memory.
 *
 * @throws ProfilewrightError `ERR_PLIST_*` with line and column
 */
export function decodePlist(input: Uint8Array | string, limits: PlistLimits = {}): DecodedPlist {
  const complete = completeLimits(limits);
  assertInput(input, complete.maxBytes);
  const findings = new FindingList();
  if (typeof input !== 'string' && isBinaryPlist(input)) {
    findings.add('plist-binary', {}, {});
    const value = decodeBinaryPlist(input, complete, findings);
    return { format: 'binary', value, positions: noPositions, issues: findings.toIssues() };
  }
  const source = decodeSource(input, findings);
  const mark = `scalar-${randomUUID()}-`;
  const guarded = guardPlist(source, mark, complete, findings);
  return {
    format: 'xml',
    value: restore(parse(guarded.canonical), mark, guarded),
    positions: guarded.positions,
    issues: findings.toIssues((offset) => source.lines.place(offset)),
  };
}

/** A binary file has no lines. */
const noPositions: Positions = { at: () => undefined };

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
  for (const [key, item] of Object.entries(value)) {
    dictionary[restore(key, mark, guarded) as string] = restore(item, mark, guarded);
  }
  return Object.freeze(dictionary);
}
