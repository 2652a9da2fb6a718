import { isContext, readBer, universalTag, type BerLimits, type BerValue } from '../asn1/ber.js';
import { decodeOid } from '../asn1/oid.js';

/** What a DER value is, by its structure. */
export type DerKind =
  | 'certificate'
  | 'certificate signing request'
  | 'certificate revocation list'
  | 'private key'
  | 'encrypted private key'
  | 'public key'
  | 'PKCS#12'
  | 'ContentInfo'
  | 'unknown';

const INTEGER = 2;
const BIT_STRING = 3;
const OCTET_STRING = 4;
const OID = 6;
const SEQUENCE = 16;

/**
 * Tells what kind of PKI object a BER or DER value is, by its first fields only.
 *
 * @throws ProfilewrightError `ERR_ASN1_*` when the bytes are not BER
 */
export function recognizeDer(bytes: Uint8Array, limits: BerLimits = {}): DerKind {
  const value = readBer(bytes, { what: 'the input', allowTrailing: true, ...limits });
  const [first, second, third] = value.children;
  if (universalTag(value) !== SEQUENCE || first === undefined) return 'unknown';
  switch (universalTag(first)) {
    case INTEGER:
      return recognizeVersioned(value, second, third);
    case OID:
      return isContext(second, 0) && decodeOid(first.content) !== undefined ? 'ContentInfo' : 'unknown';
    case SEQUENCE:
      if (universalTag(third) === BIT_STRING) return recognizeSigned(first);
      if (universalTag(first.children[0]) !== OID) return 'unknown';
      if (universalTag(second) === BIT_STRING) return 'public key';
      return universalTag(second) === OCTET_STRING ? 'encrypted private key' : 'unknown';
    default:
      return 'unknown';
  }
}

/** Structures that begin with a version: PKCS#8, PKCS#1, SEC1 and DSA keys, PKCS#12, and the PKCS#1 public key. */
function recognizeVersioned(value: BerValue, second?: BerValue, third?: BerValue): DerKind {
  const integers = value.children.every(isInteger);
  if (integers && value.children.length === 2) return 'public key';
  if ((integers && value.children.length >= 5) || isMultiPrime(value)) return 'private key';
  if (universalTag(second) === OCTET_STRING) return 'private key';
  if (universalTag(second) !== SEQUENCE || universalTag(second?.children[0]) !== OID) return 'unknown';
  if (universalTag(third) === OCTET_STRING) return 'private key';
  return isContext(second?.children[1], 0) ? 'PKCS#12' : 'unknown';
}

/** A PKCS#1 key of more than two primes: nine INTEGERs and the SEQUENCE of the other primes (RFC 8017 appendix A.1.2). */
function isMultiPrime({ children }: BerValue): boolean {
  const numbers = children.slice(0, -1);
  return children.length === 10 && universalTag(children[9]) === SEQUENCE && numbers.every(isInteger);
}

function isInteger(value: BerValue): boolean {
  return universalTag(value) === INTEGER;
}

/** Structures of the form SEQUENCE { toBeSigned, algorithm, BIT STRING }. */
function recognizeSigned(toBeSigned: BerValue): DerKind {
  const fields = isContext(toBeSigned.children[0], 0) ? toBeSigned.children.slice(1) : toBeSigned.children;
  if (fields.some((field) => isTime(field))) return 'certificate revocation list';
  if (fields.some((field) => universalTag(field) === SEQUENCE && isTime(field.children[0]))) return 'certificate';
  const [version, , key] = fields;
  const isRequest = universalTag(version) === INTEGER && universalTag(key?.children[1]) === BIT_STRING;
  return isRequest ? 'certificate signing request' : 'certificate';
}

function isTime(value: BerValue | undefined): boolean {
  const tag = universalTag(value);
  return tag === 23 || tag === 24;
}
