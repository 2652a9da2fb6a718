import { decodeBase64 } from '../asn1/base64.js';
import type { PlistIssueDetails } from '../diagnostics/issues/plist.js';
import { decodeLooseBase64 } from './loose-base64.js';
import { PlistReal, type PlistValue } from './value.js';

/** Why the text of an element is no value of its type. */
export interface ScalarFault {
  readonly reason: string;
}

/** Told about what a device reads, and others may read differently. */
export type NoteScalar = <Code extends 'plist-data' | 'plist-date' | 'plist-number-form'>(
  code: Code,
  details: PlistIssueDetails[Code],
) => void;

type Decoder = (text: string, note: NoteScalar) => PlistValue | ScalarFault;

const MIN_INTEGER = -(2n ** 63n);
const MAX_INTEGER = 2n ** 64n - 1n;

/** How the text of each leaf element but `<string>` becomes a value, as CoreFoundation does it (CFPropertyList.c). */
export const scalarDecoders: Readonly<Record<'integer' | 'real' | 'date' | 'data', Decoder>> = {
  integer: decodeInteger,
  real: decodeReal,
  date: decodeDate,
  data: decodeData,
};

/** Whether a decoder refused the text. */
export function isScalarFault(value: PlistValue | ScalarFault): value is ScalarFault {
  return typeof value === 'object' && Object.hasOwn(value, 'reason');
}

/**
 * What counts as white space inside of a number (CFPropertyList.c, isWhitespace; CFInternal.h, __CFIsWhitespace). Of an integer
 * the bytes are looked at, so that the lone ones count of which the characters do not.
 */
const wide = '\\u2000-\\u200b\\u202f\\u205f\\u3000';
const integerSpace = `[\\0-\\x20\\x7f\\udc80-\\udca0${wide}]*`;
const realSpace = `[\\0-\\x20\\x7f-\\xa0${wide}]*`;
const integerPattern = new RegExp(`^${integerSpace}(?:([+-])${integerSpace})?(?:0[xX]([0-9a-fA-F]+)|([0-9]+))$`);

/** Decimal or hexadecimal, 64 bits; beyond 2^53 as bigint. */
function decodeInteger(text: string, note: NoteScalar): number | bigint | ScalarFault {
  const fault = { reason: 'an <integer> that is no whole number of 64 bits' };
  const match = integerPattern.exec(text);
  if (match === null) return fault;
  const [, sign, hexadecimal, decimal = ''] = match;
  const digits = (hexadecimal ?? decimal).replace(/^0+(?=.)/, '');
  if (digits.length > 20) return fault;
  const magnitude = BigInt(hexadecimal === undefined ? digits : `0x${digits}`);
  const value = sign === '-' ? -magnitude : magnitude;
  if (value < MIN_INTEGER || value > MAX_INTEGER) return fault;
  if (!/^[-0-9]/.test(text) || /^-[^0-9]/.test(text)) {
    note('plist-number-form', { reason: 'with a "+" or white space' });
  } else if (hexadecimal !== undefined) {
    note('plist-number-form', { reason: 'in hexadecimal' });
  }
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

const realPattern = new RegExp(`^(${realSpace})([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)$`);

/** Whole numbers, NaN and infinities come as {@link PlistReal}, so that they are written as `<real>` again. */
function decodeReal(text: string, note: NoteScalar): number | PlistReal | ScalarFault {
  if (/^nan$/i.test(text)) return new PlistReal(Number.NaN);
  const infinite = /^([+-]?)inf(?:inity)?$/i.exec(text);
  if (infinite) return new PlistReal(infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  const match = realPattern.exec(text);
  if (match === null) return { reason: 'a <real> that is no number' };
  if (match[1] !== '') note('plist-number-form', { reason: 'with white space' });
  const value = Number(match[2]);
  return Number.isSafeInteger(value) || !Number.isFinite(value) || Number.isInteger(value)
    ? new PlistReal(value)
    : value;
}

/** A "-" in front is always the sign of the year. */
const datePattern = /^(?:(-)|(?!-))([0-9]*)-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})Z$/;

/** `YYYY-MM-DDTHH:MM:SSZ`; CoreFoundation takes any digits, and counts days and hours that do not exist on to the next. */
function decodeDate(text: string, note: NoteScalar): Date | ScalarFault {
  const match = datePattern.exec(text);
  if (match === null) return { reason: 'a <date> that is not YYYY-MM-DDTHH:MM:SSZ' };
  const [, sign, digits = ''] = match;
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(3).map(Number);
  const date = new Date(0);
  // Months that are not in its table count for nothing.
  date.setUTCFullYear(Number(digits) * (sign === '-' ? -1 : 1), month < 1 || month > 13 ? 0 : month - 1, day);
  date.setUTCHours(hour, minute, second);
  if (digits.length > 9 || Number.isNaN(date.getTime())) return { reason: 'a <date> of a year that cannot be held' };
  if (sign === '-' || digits.length !== 4 || digits === '0000') {
    note('plist-date', { reason: 'is of a year that has not four digits' });
  } else if (date.toISOString().replace('.000Z', 'Z') !== text) {
    note('plist-date', { reason: 'is no day or time of the calendar' });
  }
  return date;
}

function decodeData(text: string, note: NoteScalar): PlistValue | ScalarFault {
  const bytes = decodeBase64(text);
  if (typeof bytes !== 'number') return bytes;
  const loose = decodeLooseBase64(text);
  note('plist-data', { reason: loose.fault });
  return loose.bytes;
}
