import { ascii, tlv, universal, type Bytes } from './der.js';

/**
 * When: a Date is written as RFC 5280 demands (UTCTime before 2050); `{ utc }` and `{ generalized }` force the type, with the
 * very text of a string (`{ utc: '260101000000Z' }`); bytes are the encoded value.
 */
export type TimeInput = Date | { readonly utc: Date | string } | { readonly generalized: Date | string } | Uint8Array;

const dayMilliseconds = 86_400_000;

/** Midnight (UTC) of the day of this run: what is made by default is valid then. */
export const today: Date = new Date(Math.floor(Date.now() / dayMilliseconds) * dayMilliseconds);

/** Midnight so many days after today; negative numbers are in the past. */
export const daysFromToday = (days: number): Date => new Date(today.getTime() + days * dayMilliseconds);

/** `Time ::= CHOICE { utcTime UTCTime, generalTime GeneralizedTime }` */
export function timeValue(input: TimeInput): Uint8Array {
  if (input instanceof Uint8Array) return input;
  if (input instanceof Date) {
    const year = input.getUTCFullYear();
    return timeValue(year >= 1950 && year < 2050 ? { utc: input } : { generalized: input });
  }
  return 'utc' in input
    ? timeText(universal.utcTime, input.utc, 2)
    : timeText(universal.generalizedTime, input.generalized, 0);
}

function timeText(tag: number, value: Date | string, skippedDigits: number): Bytes {
  if (typeof value === 'string') return tlv(tag, ascii(value));
  const digits = value.toISOString().replaceAll(/[-:T]|\.\d{3}/g, '');
  return tlv(tag, ascii(digits.slice(skippedDigits)));
}
