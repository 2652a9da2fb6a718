import { constants, sign } from 'node:crypto';
import { algorithmIdentifier, context, integer, nullValue, sequence, type Bytes } from './der.js';
import type { KeyPair } from './test-key.js';
import { signWithWeakKey, type WeakKey } from './weak-rsa-key.js';

/** What can stand in a certificate: a key of the pool, or a weak RSA key made by arithmetic. */
export type AnyKey = KeyPair | WeakKey;

interface Scheme {
  readonly identifier: Bytes;
  /** By Node's name; null when the algorithm hashes by itself. */
  readonly hash: 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512' | null;
  /** Length of the salt: the scheme is RSASSA-PSS. */
  readonly saltLength?: number;
}

const pkcs1 = (arc: number, hash: Scheme['hash']): Scheme => ({
  identifier: algorithmIdentifier(`1.2.840.113549.1.1.${arc}`, nullValue()),
  hash,
});

const plain = (dotted: string, hash: Scheme['hash']): Scheme => ({ identifier: algorithmIdentifier(dotted), hash });

/** `RSASSA-PSS-params ::= SEQUENCE { [0] hashAlgorithm, [1] maskGenAlgorithm, [2] saltLength, [3] trailerField }` (RFC 8017). */
function pss(hash: 'sha256' | 'sha384' | 'sha512', hashOid: string, saltLength: number): Scheme {
  const digest = algorithmIdentifier(hashOid, nullValue());
  const mask = algorithmIdentifier('1.2.840.113549.1.1.8', digest);
  const parameters = sequence(context(0, digest), context(1, mask), context(2, integer(saltLength)));
  return { identifier: algorithmIdentifier('1.2.840.113549.1.1.10', parameters), hash, saltLength };
}

/** RFC 8017, RFC 5758, RFC 8410 and RFC 3279, by the names of these RFCs. */
const schemes = {
  md5WithRSAEncryption: pkcs1(4, 'md5'),
  sha1WithRSAEncryption: pkcs1(5, 'sha1'),
  sha224WithRSAEncryption: pkcs1(14, 'sha224'),
  sha256WithRSAEncryption: pkcs1(11, 'sha256'),
  sha384WithRSAEncryption: pkcs1(12, 'sha384'),
  sha512WithRSAEncryption: pkcs1(13, 'sha512'),
  /** The old name of OIW, which some Java tools still write. */
  sha1WithRSASignature: { identifier: algorithmIdentifier('1.3.14.3.2.29', nullValue()), hash: 'sha1' },
  'rsassaPss-sha256': pss('sha256', '2.16.840.1.101.3.4.2.1', 32),
  'rsassaPss-sha384': pss('sha384', '2.16.840.1.101.3.4.2.2', 48),
  'rsassaPss-sha512': pss('sha512', '2.16.840.1.101.3.4.2.3', 64),
  /** RSASSA-PSS with every parameter left to its default: SHA-1 and 20 octets of salt. */
  'rsassaPss-sha1': {
    identifier: algorithmIdentifier('1.2.840.113549.1.1.10', sequence()),
    hash: 'sha1',
    saltLength: 20,
  },
  'ecdsa-with-SHA1': plain('1.2.840.10045.4.1', 'sha1'),
  'ecdsa-with-SHA224': plain('1.2.840.10045.4.3.1', 'sha224'),
  'ecdsa-with-SHA256': plain('1.2.840.10045.4.3.2', 'sha256'),
  'ecdsa-with-SHA384': plain('1.2.840.10045.4.3.3', 'sha384'),
  'ecdsa-with-SHA512': plain('1.2.840.10045.4.3.4', 'sha512'),
  'dsa-with-sha1': plain('1.2.840.10040.4.3', 'sha1'),
  'dsa-with-sha256': plain('2.16.840.1.101.3.4.3.2', 'sha256'),
  Ed25519: plain('1.3.101.112', null),
  Ed448: plain('1.3.101.113', null),
  /** An algorithm that nobody knows; the bits are an honest signature over SHA-256. */
  unknown: plain('1.3.6.1.4.1.99999.2', 'sha256'),
} as const satisfies Record<string, Scheme>;

export type SignatureName = keyof typeof schemes;

export const signatureNames: readonly SignatureName[] = Object.keys(schemes) as SignatureName[];

/** The AlgorithmIdentifier; bytes are passed on, so that any other one can be written. */
export const signatureIdentifier = (name: SignatureName | Uint8Array): Uint8Array =>
  name instanceof Uint8Array ? name : schemes[name].identifier;

/** What a key signs with when nothing else is asked for: SHA-256, on large curves a longer hash. */
export function usualSignature(key: AnyKey): SignatureName {
  if (!('privateKey' in key)) return 'sha256WithRSAEncryption';
  switch (key.privateKey.asymmetricKeyType) {
    case 'rsa':
      return 'sha256WithRSAEncryption';
    case 'rsa-pss':
      return 'rsassaPss-sha256';
    case 'dsa':
      return 'dsa-with-sha256';
    case 'ed448':
      return 'Ed448';
    case 'ed25519':
    case 'x25519':
      return 'Ed25519';
    default:
      if (key.kind === 'p384') return 'ecdsa-with-SHA384';
      return key.kind === 'p521' ? 'ecdsa-with-SHA512' : 'ecdsa-with-SHA256';
  }
}

/**
 * Signs with whatever the key can do: its own algorithm over the hash of the named one, so that a wrong name (an ECDSA key
 * under `sha256WithRSAEncryption`) is possible. X25519 keys cannot sign: 64 zeros.
 */
export function signBytes(bytes: Uint8Array, key: AnyKey, name: SignatureName = usualSignature(key)): Uint8Array {
  const scheme: Scheme = schemes[name];
  if (!('privateKey' in key)) return signWithWeakKey(key, bytes, scheme.hash ?? 'sha256');
  const { privateKey } = key;
  switch (privateKey.asymmetricKeyType) {
    case 'x25519':
      return new Uint8Array(64);
    case 'ed25519':
    case 'ed448':
      return new Uint8Array(sign(null, bytes, privateKey));
    case 'rsa':
    case 'rsa-pss':
      return new Uint8Array(sign(scheme.hash ?? 'sha256', bytes, { key: privateKey, ...rsaPadding(key, scheme) }));
    default:
      return new Uint8Array(sign(scheme.hash ?? 'sha256', bytes, privateKey));
  }
}

function rsaPadding({ kind }: KeyPair, { saltLength }: Scheme): { padding: number; saltLength?: number } {
  if (saltLength === undefined && kind !== 'rsa-pss') return { padding: constants.RSA_PKCS1_PADDING };
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltLength ?? constants.RSA_PSS_SALTLEN_DIGEST };
}
