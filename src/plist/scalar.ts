import { decodeBase64 } from '../asn1/base64.js';
import { PlistReal, type PlistValue } from './value.js';

/** Why the text of an element is no value of its type. */
export interface ScalarFault {
  readonly reason: string;
}

type Decoder = (text: string) => PlistValue | ScalarFault;

const MIN_INTEGER = -(2n ** 63n);
const MAX_INTEGER = 2n ** 64n - 1n;

/** How the text of each leaf element but `<string>` becomes a value. */
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

/** Decimal or hexadecimal, 64 bits, as CoreFoundation reads it; beyond 2^53 as bigint. */
function decodeInteger(text: string): number | bigint | ScalarFault {
  const match = /^([+-]?)(?:0[xX]([0-9a-fA-F]{1,16})|([0-9]{1,20}))$/.exec(text);
  if (match === null) return { reason: 'an <integer> that is no whole number of 64 bits' };
  const [, sign, hexadecimal, decimal = ''] = match;
  const magnitude = BigInt(hexadecimal === undefined ? decimal : `0x${hexadecimal}`);
  const value = sign === '-' ? -magnitude : magnitude;
  if (value < MIN_INTEGER || value > MAX_INTEGER) return { reason: 'an <integer> that is no whole number of 64 bits' };
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** Whole numbers, NaN and infinities come as {@link PlistReal}, so that they are written as `<real>` again. */
function decodeReal(text: string): number | PlistReal | ScalarFault {
  const special = /^([+-]?)(nan|inf|infinity)$/i.exec(text);
  if (special?.[2]?.toLowerCase() === 'nan') return new PlistReal(Number.NaN);
  if (special) return new PlistReal(special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY);
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?$/.test(text)) return { reason: 'a <real> that is no number' };
  const value = Number(text);
  if (!Number.isFinite(value)) return { reason: 'a <real> beyond the range of 64 bits' };
  return Number.isInteger(value) ? new PlistReal(value) : value;
}

/** Exactly `YYYY-MM-DDTHH:MM:SSZ`, as CoreFoundation demands, and a day that exists. */
function decodeDate(text: string): Date | ScalarFault {
  const isDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && !text.startsWith('0000');
  const date = isDate ? new Date(text) : undefined;
  // Date takes 30 February for 2 March: only what is written the same again was a date.
  if (date === undefined || Number.isNaN(date.getTime()) || date.toISOString().replace('.000Z', 'Z') !== text) {
    return { reason: 'a <date> that is not YYYY-MM-DDTHH:MM:SSZ, or no day of the calendar' };
  }
  return date;
}

/** The digits before the padding whose unused bits are zero: any other says the same bytes in a second way. */
const lastDigits: Readonly<Record<string, RegExp>> = { '=': /[AEIMQUYcgkosw048]/, '==': /[AQgw]/ };

function decodeData(text: string): PlistValue | ScalarFault {
  const bytes = decodeBase64(text);
  if (typeof bytes === 'number') return { reason: 'a <data> that is not base64' };
  const padding = text.indexOf('=');
  if (padding < 0) return bytes;
  let last = padding - 1;
  while (/[ \t\n]/.test(text.charAt(last))) last -= 1;
  const isCanonical = lastDigits[text.slice(padding).replace(/[ \t\n]/g, '')]?.test(text.charAt(last)) === true;
  return isCanonical ? bytes : { reason: 'a <data> whose last digit of base64 has bits behind the end' };
}
