import type { Issue } from '../diagnostics/issue.js';
import { decodeBinaryPlist, isBinaryPlist } from './binary-plist.js';
import { FindingList } from './finding-list.js';
import { completeLimits, type PlistLimits } from './limits.js';
import { assertInput, decodeSource } from './source.js';
import type { Positions } from './positions.js';
import type { PlistValue } from './value.js';
import { decodeXmlPlist } from './xml-plist.js';

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
  const { value, positions } = decodeXmlPlist(source, complete, findings);
  return { format: 'xml', value, positions, issues: findings.toIssues((offset) => source.lines.place(offset)) };
}

/** A binary file has no lines. */
const noPositions: Positions = { at: () => undefined };
