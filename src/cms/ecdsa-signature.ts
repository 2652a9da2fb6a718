import { derInteger, derSequence } from '../asn1/der.js';

/**
 * The DER of an ECDSA signature, `SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279 section 2.2.3), from that or from P1363:
 * r and s of `coordinateLength` octets each. The length tells which one it is, since DER with r and s of full size is
 * longer. Undefined when it is neither, or when r or s is zero, negative or too long.
 */
export function encodeEcdsaSignature(signature: Uint8Array, coordinateLength: number): Uint8Array | undefined {
  if (signature.length !== 2 * coordinateLength) return isDer(signature, coordinateLength) ? signature : undefined;
  const [r, s] = [signature.subarray(0, coordinateLength), signature.subarray(coordinateLength)];
  return isZero(r) || isZero(s) ? undefined : derSequence(derInteger(r), derInteger(s));
}

/** Whether it is the one DER encoding of two positive numbers; on the curves in use, lengths fit one octet. */
function isDer(signature: Uint8Array, coordinateLength: number): boolean {
  const isSequence = signature[0] === 0x30 && signature[1] === signature.length - 2 && signature.length < 0x80;
  const end = isSequence ? integerEnd(signature, 2, coordinateLength) : undefined;
  return end !== undefined && integerEnd(signature, end, coordinateLength) === signature.length;
}

/** Where the INTEGER at `offset` ends, if it is positive, minimal, and of at most `coordinateLength` octets. */
function integerEnd(bytes: Uint8Array, offset: number, coordinateLength: number): number | undefined {
  const [tag, length = 0, first = 0, second = 0] = bytes.subarray(offset, offset + 4);
  const isPadded = first === 0;
  const digits = isPadded ? length - 1 : length;
  const isMinimal = isPadded ? second >= 0x80 : first < 0x80;
  return tag === 0x02 && digits > 0 && digits <= coordinateLength && isMinimal ? offset + 2 + length : undefined;
}

function isZero(octets: Uint8Array): boolean {
  return octets.every((octet) => octet === 0);
}
