import { readBer, universalTag, type BerValue } from '../asn1/ber.js';
import { copyBytes } from '../asn1/der.js';
import { decodeOid } from '../asn1/oid.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { isProfilewrightError } from '../diagnostics/profilewright-error.js';

export type PublicKeyAlgorithm =
  'RSA' | 'RSA-PSS' | 'EC' | 'Ed25519' | 'Ed448' | 'X25519' | 'X448' | 'DSA' | 'DH' | 'unknown';

/** The public key of a certificate: what it is, how strong it is, and its SubjectPublicKeyInfo in DER. */
export interface PublicKey {
  readonly algorithm: PublicKeyAlgorithm;
  readonly oid: string;
  /** Bits of the RSA modulus, of the DSA prime, or of the EC field. */
  readonly bits?: number;
  /** `P-256`, `P-384`, `P-521`, another curve's name, its OID, or `explicit` for parameters that are spelt out. */
  readonly curve?: string;
  /** RSA only. In JSON, which knows no bigint, its hexadecimal digits stand for it. */
  readonly modulus?: bigint;
  /** RSA only. In JSON its hexadecimal digits, too. */
  readonly exponent?: bigint;
  /** The bytes of the whole SubjectPublicKeyInfo. */
  readonly spki: Bytes;
}

const algorithms: Readonly<Record<string, PublicKeyAlgorithm>> = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.10045.2.1': 'EC',
  '1.3.101.110': 'X25519',
  '1.3.101.111': 'X448',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.113549.1.3.1': 'DH',
};

/** RFC 5480, SEC 2 and RFC 5639: the curve's name and the bits of its field. */
const curves: Readonly<Record<string, readonly [string, number]>> = {
  '1.2.840.10045.3.1.1': ['P-192', 192],
  '1.3.132.0.33': ['P-224', 224],
  '1.2.840.10045.3.1.7': ['P-256', 256],
  '1.3.132.0.34': ['P-384', 384],
  '1.3.132.0.35': ['P-521', 521],
  '1.3.132.0.10': ['secp256k1', 256],
  '1.3.36.3.3.2.8.1.1.7': ['brainpoolP256r1', 256],
  '1.3.36.3.3.2.8.1.1.11': ['brainpoolP384r1', 384],
  '1.3.36.3.3.2.8.1.1.13': ['brainpoolP512r1', 512],
};

/**
 * `SubjectPublicKeyInfo ::= SEQUENCE { algorithm AlgorithmIdentifier, subjectPublicKey BIT STRING }` (RFC 5280 section 4.1.2.7).
 * Undefined when the structure is another one; a key whose inside cannot be read has no size.
 */
export function readPublicKey(value: BerValue | undefined): PublicKey | undefined {
  const [identifier, bits] = value?.children ?? [];
  const [oidValue, parameters] = identifier?.children ?? [];
  if (value === undefined || universalTag(bits) !== 3 || universalTag(oidValue) !== 6) return undefined;
  const oid = decodeOid(oidValue?.content ?? new Uint8Array());
  if (oid === undefined) return undefined;
  const key = (bits?.content ?? new Uint8Array()).subarray(1);
  const algorithm = algorithms[oid] ?? 'unknown';
  const facts: PublicKey = { algorithm, oid, ...keyFacts(algorithm, key, parameters), spki: copyBytes(value.raw) };
  // Issues and errors hold certificates: without this, whoever logs one as JSON gets another error in its place.
  return Object.freeze(Object.defineProperty(facts, 'toJSON', { value: () => asJson(facts), enumerable: false }));
}

function asJson(facts: PublicKey): Readonly<Record<string, unknown>> {
  const entries = Object.entries<unknown>({ ...facts });
  return Object.fromEntries(entries.map(([name, fact]) => [name, typeof fact === 'bigint' ? hexadecimal(fact) : fact]));
}

function hexadecimal(value: bigint): string {
  const digits = value.toString(16).toUpperCase();
  return digits.padStart(digits.length + (digits.length % 2), '0');
}

function keyFacts(
  algorithm: PublicKeyAlgorithm,
  key: Uint8Array,
  parameters: BerValue | undefined,
): Partial<Pick<PublicKey, 'bits' | 'curve' | 'modulus' | 'exponent'>> {
  switch (algorithm) {
    case 'RSA':
    case 'RSA-PSS':
      return rsaFacts(key);
    case 'EC':
      return curveFacts(parameters);
    case 'DSA':
    case 'DH': {
      const prime = parameters?.children[0];
      return prime === undefined ? {} : { bits: bitLength(unsigned(prime.content)) };
    }
    default:
      return {};
  }
}

/** `RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }` (RFC 8017 appendix A.1.1). */
function rsaFacts(key: Uint8Array): Partial<Pick<PublicKey, 'bits' | 'modulus' | 'exponent'>> {
  try {
    const [modulusValue, exponentValue] = readBer(key, { what: 'the RSA public key', maxNodes: 16 }).children;
    if (universalTag(modulusValue) !== 2 || universalTag(exponentValue) !== 2) return {};
    const modulus = unsigned(modulusValue?.content ?? key);
    return { bits: bitLength(modulus), modulus, exponent: unsigned(exponentValue?.content ?? key) };
  } catch (error) {
    if (isProfilewrightError(error)) return {};
    throw error;
  }
}

function curveFacts(parameters: BerValue | undefined): Partial<Pick<PublicKey, 'bits' | 'curve'>> {
  if (universalTag(parameters) === 16) return { curve: 'explicit' };
  const oid = parameters && universalTag(parameters) === 6 ? decodeOid(parameters.content) : undefined;
  if (oid === undefined) return {};
  const known = curves[oid];
  return known === undefined ? { curve: oid } : { curve: known[0], bits: known[1] };
}

function unsigned(content: Uint8Array): bigint {
  return content.length === 0 ? 0n : BigInt(`0x${Buffer.from(content).toString('hex')}`);
}

function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}
