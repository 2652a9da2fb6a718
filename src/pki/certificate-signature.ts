import { constants, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { readBer } from '../asn1/ber.js';
import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { readPublicKey, type PublicKey } from './public-key.js';
import { readSignatureScheme, type SignatureScheme } from './signature-scheme.js';

/** The bytes that are signed, the algorithm (`parameters` encoded whole) and the octets of the signature. */
export interface CertificateSignature {
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: { readonly oid: string; readonly parameters?: Uint8Array };
  readonly signature: Uint8Array;
}

/** `unsupported`: nothing is known about the signature, because the algorithm or the key cannot be used here. */
export type SignatureVerdict = 'valid' | 'invalid' | 'unsupported';

/** RSA verification costs as much as modulus and exponent are long: OpenSSL's own limits (OPENSSL_RSA_MAX_MODULUS_BITS, ..._PUBEXP_BITS). */
const MAX_RSA_BITS = 16384;
const MAX_RSA_EXPONENT = 1n << 64n;
/** OPENSSL_DSA_MAX_MODULUS_BITS. */
const MAX_DSA_BITS = 10000;
/** A key within these limits is shorter. */
const MAX_KEY_BYTES = 8 * 1024;

/** The kinds of signatures that a key can make. A restricted RSA-PSS key makes no PKCS#1 v1.5 signature (RFC 4055 section 1.2). */
const keysOf: Readonly<Record<SignatureScheme['key'], readonly PublicKey['algorithm'][]>> = {
  RSA: ['RSA'],
  'RSA-PSS': ['RSA', 'RSA-PSS'],
  EC: ['EC'],
  DSA: ['DSA'],
  Ed25519: ['Ed25519'],
  Ed448: ['Ed448'],
};

/**
 * Checks the signature of a certificate with the SubjectPublicKeyInfo `spki` of its issuer. Never throws. Whether the
 * algorithm is strong enough is another question: MD5 and SHA-1 are computed here. Keys on curves that are spelt out are
 * never used, because they can be built to fit a stranger's signature (CVE-2020-0601).
 */
export function verifyCertificateSignature(parts: CertificateSignature, spki: Uint8Array): SignatureVerdict {
  const scheme = readSignatureScheme(parts.signatureAlgorithm.oid, parts.signatureAlgorithm.parameters);
  const loaded = loadKey(spki);
  if (scheme === undefined || loaded === undefined) return 'unsupported';
  if (!keysOf[scheme.key].includes(loaded.algorithm)) return 'invalid';
  if (loaded.key === undefined) return 'unsupported';
  try {
    const [hash, options] = verifyArguments(scheme);
    return verify(hash, parts.tbs, { key: loaded.key, ...options }, parts.signature) ? 'valid' : 'invalid';
  } catch {
    return 'unsupported';
  }
}

interface LoadedKey {
  readonly algorithm: PublicKey['algorithm'];
  /** Undefined when it is beyond the limits, or OpenSSL does not take it. */
  readonly key: KeyObject | undefined;
}

/**
 * By the octets of the SubjectPublicKeyInfo. To load a key on a curve takes longer than to check a signature with it, and
 * the same signers and roots come again and again. As many as a message may hold certificates.
 */
const loadedKeys = new Map<string, LoadedKey>();
const MAX_LOADED_KEYS = 1000;

function loadKey(spki: Uint8Array): LoadedKey | undefined {
  if (spki.length > MAX_KEY_BYTES) return undefined;
  const octets = Buffer.from(spki.buffer, spki.byteOffset, spki.length).toString('latin1');
  const known = loadedKeys.get(octets);
  if (known !== undefined) return known;
  const publicKey = readSpki(spki);
  if (publicKey === undefined) return undefined;
  const loaded = { algorithm: publicKey.algorithm, key: isWithinLimits(publicKey) ? createKey(publicKey) : undefined };
  if (loadedKeys.size >= MAX_LOADED_KEYS) loadedKeys.clear();
  loadedKeys.set(octets, loaded);
  return loaded;
}

/** An RSA key loads fifty times as fast without what stands around it. */
function createKey({ algorithm, spki }: PublicKey): KeyObject | undefined {
  try {
    return algorithm === 'RSA'
      ? createPublicKey({ key: Buffer.from(rsaPublicKey(spki)), format: 'der', type: 'pkcs1' })
      : createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}

/** The RSAPublicKey (RFC 8017 appendix A.1.1) that the BIT STRING of a SubjectPublicKeyInfo holds. */
function rsaPublicKey(spki: Uint8Array): Uint8Array {
  return readBer(spki, { what: 'the public key' }).children[1]?.content.subarray(1) ?? spki;
}

function verifyArguments(
  scheme: SignatureScheme,
): [hash: string | null, options: { padding?: number; saltLength?: number; dsaEncoding?: 'der' }] {
  switch (scheme.key) {
    case 'RSA':
      return [scheme.hash, { padding: constants.RSA_PKCS1_PADDING }];
    case 'RSA-PSS':
      return [scheme.hash, { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength }];
    case 'EC':
    case 'DSA':
      return [scheme.hash, { dsaEncoding: 'der' }];
    case 'Ed25519':
    case 'Ed448':
      return [null, {}];
  }
}

function readSpki(spki: Uint8Array): PublicKey | undefined {
  try {
    return readPublicKey(readBer(spki, { what: 'the public key', maxNodes: 64 }));
  } catch (error) {
    if (isProfilewrightError(error)) return undefined;
    throw error;
  }
}

function isWithinLimits({ algorithm, bits, curve, exponent }: PublicKey): boolean {
  switch (algorithm) {
    case 'RSA':
    case 'RSA-PSS':
      return bits !== undefined && bits <= MAX_RSA_BITS && exponent !== undefined && exponent < MAX_RSA_EXPONENT;
    case 'EC':
      return curve !== undefined && curve !== 'explicit';
    case 'DSA':
      return bits !== undefined && bits <= MAX_DSA_BITS;
    default:
      return true;
  }
}
