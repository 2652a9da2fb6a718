import { escapeText } from '../diagnostics/escape-text.js';
import { numberOf, plistTypeOf, type PlistType } from './plist-type.js';

const names: Readonly<Record<PlistType, string>> = {
  data: 'data',
  date: 'a date',
  integer: 'an integer',
  real: 'a real',
  string: 'a string',
  boolean: 'a boolean',
  array: 'an array',
  dictionary: 'a dictionary',
  number: 'a number',
  other: 'a value that no property list holds',
};

/** A plist type in words. */
export function describeType(type: PlistType): string {
  return Object.hasOwn(names, type) ? names[type] : 'a value of an unknown type';
}

/** What a value is, never what it says. */
export function describeValue(value: unknown): string {
  const type = plistTypeOf(value);
  if (type === 'data') return `data (${String((value as Uint8Array).length)} bytes)`;
  if (type !== 'other') return describeType(type);
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (typeof value === 'bigint') return 'an integer beyond 64 bits';
  const number = numberOf(value);
  if (number === undefined) return describeType(type);
  return Number.isFinite(number) ? 'a whole number beyond 2^53 that is no bigint' : 'a number that is not finite';
}

/** Whether Apple's parser takes the value all the same: booleans and 0 or 1 stand for each other, integers and reals too. */
export function isCoercible(value: unknown, expected: readonly PlistType[]): boolean {
  switch (plistTypeOf(value)) {
    case 'boolean':
      return expected.includes('integer');
    case 'integer':
      return expected.includes('real') || (expected.includes('boolean') && [0, 1].includes(numberOf(value) ?? -1));
    case 'real':
      return expected.includes('integer') && Number.isInteger(numberOf(value));
    default:
      return false;
  }
}

const MAX_QUOTED = 40;

/** A short text or number that was to have one of few forms may be quoted; anything longer was content. */
export function quoteChoice(value: unknown, isSecret: () => boolean): { readonly found?: string } {
  if (typeof value === 'string') {
    const isShown = value.length <= MAX_QUOTED && !isTelling(value) && !isSecret();
    return isShown ? { found: `"${escapeText(value, MAX_QUOTED)}"` } : {};
  }
  const number = typeof value === 'bigint' ? value : numberOf(value);
  return number === undefined || isSecret() ? {} : { found: String(number) };
}

/** Whether a text is never shown, whatever its key is: private keys, and the user information of a URL (RFC 3986 section 3.2.1). */
export function isTelling(text: string): boolean {
  return text.includes('PRIVATE KEY') || /:\/\/[^/?#]*@/.test(text);
}
