import type { Bytes } from '../diagnostics/bytes.js';
import { encodeOid } from './oid.js';

/** Identifier octets of the universal types used here (X.690 section 8). */
const tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  sequence: 0x30,
  set: 0x31,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
} as const;

/** The shortest definite length, as octets. */
export function derLength(length: number): number[] {
  if (length < 0x80) return [length];
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return [0x80 + octets.length, ...octets];
}

/** The header of a DER value: one identifier octet and the length. */
const derHeader = (identifier: number, length: number): number[] => [identifier, ...derLength(length)];

/** One DER value: header plus the concatenated parts. */
export function derValue(identifier: number, ...parts: readonly Uint8Array[]): Bytes {
  let length = 0;
  for (const part of parts) length += part.length;
  const header = derHeader(identifier, length);
  const out = new Uint8Array(header.length + length);
  out.set(header);
  let offset = header.length;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}

/** The same value as its header and the parts, not joined: nested values are then copied once, however deep they stand. */
export function derPieces(identifier: number, ...parts: readonly Uint8Array[]): Uint8Array[] {
  let length = 0;
  for (const part of parts) length += part.length;
  return [new Uint8Array(derHeader(identifier, length)), ...parts];
}

export const derSequence = (...parts: readonly Uint8Array[]): Bytes => derValue(tag.sequence, ...parts);

/** SET OF: the elements sorted by their encodings, as DER demands (X.690 section 11.6). */
export const derSetOf = (...parts: readonly Uint8Array[]): Bytes => derValue(tag.set, ...[...parts].sort(compareBytes));

/** `[number] EXPLICIT`, or the constructed `[number] IMPLICIT` of a SEQUENCE or SET whose content is `parts`. */
export const derContext = (number: number, ...parts: readonly Uint8Array[]): Bytes => derValue(0xa0 + number, ...parts);

/** The primitive `[number] IMPLICIT` of `content`. */
export const derContextPrimitive = (number: number, content: Uint8Array): Bytes => derValue(0x80 + number, content);

export const derOid = (oid: string): Bytes => derValue(tag.oid, encodeOid(oid));

export const derNull = (): Bytes => derValue(tag.null);

export const derBoolean = (value: boolean): Bytes => derValue(tag.boolean, Uint8Array.of(value ? 0xff : 0));

export const derOctetString = (content: Uint8Array): Bytes => derValue(tag.octetString, content);

/** BIT STRING of whole octets. */
export const derBitString = (content: Uint8Array): Bytes => derValue(tag.bitString, Uint8Array.of(0), content);

export const derUtf8String = (text: string): Bytes => derValue(tag.utf8String, new TextEncoder().encode(text));

/** BMPString: the UTF-16 units, big-endian. */
export const derBmpString = (text: string): Bytes => derValue(tag.bmpString, Buffer.from(text, 'utf16le').swap16());

/** INTEGER from a number, a bigint, or the big-endian octets of a number that is not negative. */
export function derInteger(value: number | bigint | Uint8Array): Bytes {
  if (value instanceof Uint8Array) {
    let start = 0;
    while (start < value.length - 1 && value[start] === 0) start += 1;
    const magnitude = value.subarray(start);
    const needsZero = magnitude.length === 0 || (magnitude[0] ?? 0) >= 0x80;
    return derValue(tag.integer, needsZero ? Uint8Array.of(0) : new Uint8Array(), magnitude);
  }
  const number = BigInt(value);
  const octets: number[] = [];
  let rest = number;
  do {
    octets.unshift(Number(BigInt.asUintN(8, rest)));
    rest >>= 8n;
  } while (rest !== 0n && rest !== -1n);
  const first = octets[0] ?? 0;
  if (number >= 0n && first >= 0x80) octets.unshift(0);
  if (number < 0n && first < 0x80) octets.unshift(0xff);
  return derValue(tag.integer, Uint8Array.from(octets));
}

/** Time of RFC 5280 and RFC 5652: UTCTime for the years 1950 to 2049, GeneralizedTime for others; whole seconds. */
export function derTime(date: Date): Bytes {
  const iso = date.toISOString();
  const year = date.getUTCFullYear();
  const isUtc = year >= 1950 && year < 2050;
  const out = new Uint8Array(isUtc ? 15 : 17);
  out[0] = isUtc ? tag.utcTime : tag.generalizedTime;
  out[1] = out.length - 2;
  let offset = 2;
  // The digits of 2026-06-01T12:00:00, without the century in a UTCTime.
  for (let index = isUtc ? 2 : 0; index < 19; index += 1) {
    const code = iso.charCodeAt(index);
    if (code >= 48 && code <= 57) out[offset++] = code;
  }
  out[offset] = 90; // Z
  return out;
}

/** A copy that owns its memory: what is returned never shares a buffer with the input. */
export function copyBytes(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}

/** The order of two byte strings: by octet, the shorter first when it is a prefix. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Whether two byte strings are the same. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && compareBytes(a, b) === 0;
}
