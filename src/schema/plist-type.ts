import { types } from 'node:util';
import { PlistReal, type PlistDictionary } from '../plist/value.js';

/** What a plist value is. `number` only occurs in schemas (integer or real), `other` only in values that are no plist. */
export type PlistType =
  'data' | 'date' | 'integer' | 'real' | 'string' | 'boolean' | 'array' | 'dictionary' | 'number' | 'other';

/** What JSON Schema calls the types that a property list has too. */
export type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';

export const plistTypeOfJson: Readonly<Record<JsonType, PlistType>> = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  array: 'array',
  object: 'dictionary',
};

const MIN_INTEGER = -(2n ** 63n);
const MAX_INTEGER = 2n ** 64n - 1n;

/**
 * The plist type of a value, as it would be written. Numbers that no property list holds (NaN, whole numbers beyond 2^53
 * that are no bigint, bigints beyond 64 bits), invalid dates, maps, class instances and null are `other`.
 */
export function plistTypeOf(value: unknown): PlistType {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'bigint':
      return value >= MIN_INTEGER && value <= MAX_INTEGER ? 'integer' : 'other';
    case 'number':
      if (Number.isInteger(value)) return Number.isSafeInteger(value) ? 'integer' : 'other';
      return Number.isFinite(value) ? 'real' : 'other';
    case 'object':
      return value === null ? 'other' : typeOfObject(value);
    default:
      return 'other';
  }
}

function typeOfObject(value: object): PlistType {
  if (Array.isArray(value)) return 'array';
  if (types.isUint8Array(value)) return 'data';
  if (types.isDate(value)) return Number.isNaN(value.getTime()) ? 'other' : 'date';
  if (value instanceof PlistReal) return Number.isFinite(value.value) ? 'real' : 'other';
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype ? 'dictionary' : 'other';
}

/** Whether a value is a dictionary; unlike the types say, anything may be asked, null included. */
export function isDictionary(value: unknown): value is PlistDictionary {
  return plistTypeOf(value) === 'dictionary';
}

/** Whether a value has one of the types; `number` is an integer or a real. */
export function isPlistType(value: unknown, expected: readonly PlistType[]): boolean {
  const type = plistTypeOf(value);
  return expected.includes(type) || ((type === 'integer' || type === 'real') && expected.includes('number'));
}

/** The number that a value stands for; undefined for what is no number. A 64-bit integer may lose its last digits. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof PlistReal ? value.value : undefined;
}

/** Whether a value is one of those listed; numbers are compared by value, whatever type carries them. */
export function isListed(value: unknown, listed: readonly unknown[]): boolean {
  const number = numberOf(value);
  return listed.some((entry) => (typeof entry === 'number' ? number === entry : value === entry));
}

/** The limits of a range, as JSON Schema names them. */
export interface PlistRange {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

/** Whether a number lies in the range; what is no number is not the range's business, NaN lies in none. */
export function isInRange(value: unknown, range: PlistRange): boolean {
  if (numberOf(value) === undefined) return true;
  // Compared as they are: a bigint against a number is exact, a PlistReal has a valueOf.
  const number = value as number;
  return (
    (range.minimum === undefined || number >= range.minimum) &&
    (range.maximum === undefined || number <= range.maximum) &&
    (range.exclusiveMinimum === undefined || number > range.exclusiveMinimum) &&
    (range.exclusiveMaximum === undefined || number < range.exclusiveMaximum)
  );
}
