/**
 * A tiny DER writer (ITU-T X.690) that also writes what DER forbids, when it is told to. It shares nothing with `src/asn1`:
 * a test that used the library's own writer would judge the library by itself.
 */
export type Bytes = Uint8Array<ArrayBuffer>;

export const universal = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

export function concat(...parts: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** Bytes from hexadecimal digits; white space and colons are ignored. */
export function fromHex(digits: string): Bytes {
  return new Uint8Array(Buffer.from(digits.replaceAll(/[\s:]/g, ''), 'hex'));
}

/** The octets of a length; `minOctets` pads the long form with zeros, which DER forbids. */
export function lengthOctets(length: number, minOctets = 0): Bytes {
  if (length < 0x80 && minOctets === 0) return Uint8Array.of(length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  while (octets.length < minOctets) octets.unshift(0);
  return Uint8Array.of(0x80 | octets.length, ...octets);
}

/** One value: identifier octet, length, content. */
export function tlv(tag: number, ...content: readonly Uint8Array[]): Bytes {
  const body = concat(...content);
  return concat(Uint8Array.of(tag), lengthOctets(body.length), body);
}

export const sequence = (...items: readonly Uint8Array[]): Bytes => tlv(universal.sequence, ...items);

/** SET in the order given; {@link setOf} sorts as DER demands. */
export const set = (...items: readonly Uint8Array[]): Bytes => tlv(universal.set, ...items);

export const setOf = (...items: readonly Uint8Array[]): Bytes => set(...items.toSorted((a, b) => Buffer.compare(a, b)));

/** `[number] EXPLICIT`, or the constructed form of an IMPLICIT tag. */
export const context = (number: number, ...items: readonly Uint8Array[]): Bytes => tlv(0xa0 | number, ...items);

/** `[number] IMPLICIT` over a primitive type: the content octets only. */
export const contextPrimitive = (number: number, content: Uint8Array): Bytes => tlv(0x80 | number, content);

/** INTEGER from a number, or from its very content octets. */
export function integer(value: number | bigint | Uint8Array): Bytes {
  return tlv(universal.integer, value instanceof Uint8Array ? value : integerOctets(BigInt(value)));
}

/** Two's complement in as few octets as possible. */
function integerOctets(value: bigint): Bytes {
  const magnitude = value < 0n ? -value - 1n : value;
  const octets = Math.floor(magnitude.toString(2).length / 8) + 1;
  const digits = BigInt.asUintN(octets * 8, value).toString(16);
  return fromHex(digits.padStart(octets * 2, '0'));
}

/** BOOLEAN; a number is the content octet itself, so that `0x01` writes the TRUE that BER allows and DER does not. */
export function boolean(value: boolean | number): Bytes {
  return tlv(universal.boolean, Uint8Array.of(typeof value === 'number' ? value : value ? 0xff : 0x00));
}

export const nullValue = (): Bytes => tlv(universal.null);

export const octetString = (...content: readonly Uint8Array[]): Bytes => tlv(universal.octetString, ...content);

export const bitString = (bits: Uint8Array, unusedBits = 0): Bytes =>
  tlv(universal.bitString, Uint8Array.of(unusedBits), bits);

/**
 * A named-bit list: `[5, 6]` is keyCertSign and cRLSign of KeyUsage. DER drops the zero bits at the end.
 */
export function namedBits(bits: readonly number[]): Bytes {
  if (bits.length === 0) return bitString(new Uint8Array());
  const last = Math.max(...bits);
  const octets = new Uint8Array(Math.floor(last / 8) + 1);
  for (const bit of bits) octets[Math.floor(bit / 8)]! |= 0x80 >> (bit % 8);
  return bitString(octets, 7 - (last % 8));
}

/** OBJECT IDENTIFIER from its dotted arcs of any size, or from its very content octets. */
export function oid(value: string | Uint8Array): Bytes {
  return tlv(universal.oid, typeof value === 'string' ? oidOctets(value) : value);
}

export function oidOctets(dotted: string): Bytes {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  return concat(...[first * 40n + second, ...rest].map(base128));
}

function base128(arc: bigint): Bytes {
  const octets = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80);
  return Uint8Array.from(octets);
}

/** AlgorithmIdentifier: `SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY OPTIONAL }`. */
export const algorithmIdentifier = (algorithm: string, ...parameters: readonly Uint8Array[]): Bytes =>
  sequence(oid(algorithm), ...parameters);

/** ASCII text as bytes. */
export const ascii = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'latin1'));
