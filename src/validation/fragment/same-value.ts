import { randomUUID } from 'node:crypto';
import { isDictionary, numberOf } from '../../schema/plist-type.js';
import type { Scalar } from './fragment.js';

/**
 * Whether a value is the one that a rule names. Apple's software takes a boolean and 0 or 1 for each other, so a rule about
 * a switch holds for both.
 */
export function isSameScalar(value: unknown, expected: Scalar): boolean {
  if (typeof expected === 'string') return value === expected;
  return switchNumber(value) === Number(expected);
}

function switchNumber(value: unknown): number | undefined {
  return typeof value === 'boolean' ? Number(value) : numberOf(value);
}

/** Arrays and dictionaries deeper than this are compared no further: two of them count as different. */
const MAX_DEPTH = 8;

/** A text that is the same for equal plist values and differs for others, to find repetitions; case folded when asked for. */
export function identityOf(value: unknown, fold: (text: string) => string = (text) => text, depth = 0): string {
  if (typeof value === 'string') return `s${JSON.stringify(fold(value))}`;
  const number = typeof value === 'bigint' ? value.toString() : numberOf(value)?.toString();
  if (number !== undefined) return `n${number}`;
  if (value instanceof Uint8Array) return `d${Buffer.from(value).toString('base64')}`;
  if (value instanceof Date) return `t${String(value.getTime())}`;
  if (typeof value !== 'object' || value === null) return `o${String(value)}`;
  // Nothing is made of it: a dictionary has no text of its own, and an array that of all that is in it.
  if (depth > MAX_DEPTH) return `o${randomUUID()}`;
  const inner = (item: unknown): string => identityOf(item, fold, depth + 1);
  if (Array.isArray(value)) return `a[${value.map(inner).join(',')}]`;
  if (!isDictionary(value)) return 'o';
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${inner(item)}`);
  return `k{${entries.sort().join(',')}}`;
}
