import type { BerValue } from '../asn1/ber.js';
import { decodeLatin1 } from '../asn1/string-value.js';

const utcTime = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})$/;
const generalizedTime = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{4})$/;

/**
 * `Time ::= CHOICE { utcTime UTCTime, generalTime GeneralizedTime }` (RFC 5280 section 4.1.2.5): two-digit years from 50 are 19xx.
 * Missing seconds and offsets are read, as Apple's parser does, and reported; fractions and impossible dates are not a time.
 */
export function readTime(
  value: BerValue | undefined,
  onDefect: (defect: { offset: number; reason: string }) => void,
): Date | undefined {
  if (value?.tagClass !== 0 || value.content.length > 24) return undefined;
  const isUtc = value.tagNumber === 23;
  if (!isUtc && value.tagNumber !== 24) return undefined;
  const match = (isUtc ? utcTime : generalizedTime).exec(decodeLatin1(value.content));
  if (match === null) return undefined;
  const [, yearDigits = '', month = '', day = '', hour = '', minute = '', second, zone = ''] = match;
  if (second === undefined || zone !== 'Z') {
    onDefect({ offset: value.offset, reason: 'a time has no seconds or is not in Zulu time' });
  }
  const year = isUtc ? Number(yearDigits) + (Number(yearDigits) < 50 ? 2000 : 1900) : Number(yearDigits);
  const text = `${String(year).padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second ?? '00'}.000Z`;
  const date = new Date(text);
  // Date accepts 30 February and moves on to March: only a text that comes back unchanged is a real date.
  if (Number.isNaN(date.getTime()) || date.toISOString() !== text) return undefined;
  if (zone === 'Z') return date;
  const offsetMinutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3));
  return new Date(date.getTime() - (zone.startsWith('+') ? 1 : -1) * offsetMinutes * 60_000);
}
