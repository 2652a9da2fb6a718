import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { PublicKey } from '../pki/public-key.js';
import type { SigningAlgorithm } from './signer.js';

/** A digest algorithm of CMS: its OID, its name in Node, and the name that is shown. */
export interface DigestAlgorithm {
  readonly oid: string;
  readonly hash: 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';
  readonly name: 'SHA-1' | 'SHA-224' | 'SHA-256' | 'SHA-384' | 'SHA-512';
}

/** RFC 3370 and RFC 5754: what is read. MD5 and older are left out on purpose. */
export const digestAlgorithms: readonly DigestAlgorithm[] = [
  { oid: '1.3.14.3.2.26', hash: 'sha1', name: 'SHA-1' },
  { oid: '2.16.840.1.101.3.4.2.4', hash: 'sha224', name: 'SHA-224' },
  { oid: '2.16.840.1.101.3.4.2.1', hash: 'sha256', name: 'SHA-256' },
  { oid: '2.16.840.1.101.3.4.2.2', hash: 'sha384', name: 'SHA-384' },
  { oid: '2.16.840.1.101.3.4.2.3', hash: 'sha512', name: 'SHA-512' },
];

/** As `signatureAlgorithm` it stands for PKCS#1 v1.5 with the digest that the SignerInfo names (RFC 3370 section 3.2). */
export const RSA_ENCRYPTION = '1.2.840.113549.1.1.1';

/** How one of the four algorithms is named and computed. */
export interface SigningScheme {
  readonly hash: 'sha256' | 'sha384';
  readonly digestOid: string;
  readonly signatureOid: string;
  /** Octets of r and of s; undefined for RSA. */
  readonly coordinateLength?: number;
}

const sha256 = { hash: 'sha256', digestOid: '2.16.840.1.101.3.4.2.1' } as const;
const sha384 = { hash: 'sha384', digestOid: '2.16.840.1.101.3.4.2.2' } as const;

/** RFC 5754. For RSA, OpenSSL writes rsaEncryption as well, and every verifier in the field takes it. */
export const signingSchemes: Readonly<Record<SigningAlgorithm, SigningScheme>> = {
  RS256: { ...sha256, signatureOid: RSA_ENCRYPTION },
  RS384: { ...sha384, signatureOid: RSA_ENCRYPTION },
  ES256: { ...sha256, signatureOid: '1.2.840.10045.4.3.2', coordinateLength: 32 },
  ES384: { ...sha384, signatureOid: '1.2.840.10045.4.3.3', coordinateLength: 48 },
};

const MIN_RSA_BITS = 2048;
const MAX_RSA_BITS = 16384;

/** The algorithms that fit a key, the default first. */
function algorithmsOf({ algorithm, curve }: PublicKey): readonly SigningAlgorithm[] {
  if (algorithm === 'RSA') return ['RS256', 'RS384'];
  if (algorithm === 'EC' && curve === 'P-256') return ['ES256'];
  return algorithm === 'EC' && curve === 'P-384' ? ['ES384'] : [];
}

/**
 * The algorithm to sign with for a public key: the one asked for, when it fits, or the default of the key.
 *
 * @throws ProfilewrightError `ERR_KEY_UNSUPPORTED`, `ERR_KEY_WEAK`, `ERR_KEY_ALGORITHM`
 */
export function chooseAlgorithm(key: PublicKey, wanted?: SigningAlgorithm): SigningAlgorithm {
  const [preferred, ...others] = algorithmsOf(key);
  const found = describeKey(key);
  if (preferred === undefined) throw new ProfilewrightError('ERR_KEY_UNSUPPORTED', { found });
  if (key.algorithm === 'RSA') {
    const { bits = 0 } = key;
    if (bits < MIN_RSA_BITS) throw new ProfilewrightError('ERR_KEY_WEAK', { bits, minimum: MIN_RSA_BITS });
    if (bits > MAX_RSA_BITS) throw new ProfilewrightError('ERR_KEY_UNSUPPORTED', { found });
  }
  if (wanted === undefined || wanted === preferred || others.includes(wanted)) return wanted ?? preferred;
  throw new ProfilewrightError('ERR_KEY_ALGORITHM', { algorithm: wanted, key: found });
}

function describeKey({ algorithm, bits, curve }: PublicKey): string {
  const size = algorithm === 'RSA' ? bits : curve;
  return size === undefined ? algorithm : `${algorithm} ${String(size)}`;
}
