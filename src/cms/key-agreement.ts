import { createECDH, createHash, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto';
import { readBer } from '../asn1/ber.js';
import { derBitString, derContext, derNull, derOctetString, derOid, derSequence } from '../asn1/der.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { readOwnPublicKey } from '../pki/own-public-key.js';
import { unwrapKey, unwrapTripleDesKey, wrapKey } from './key-wrap.js';
import { decodeAlgorithm, type AlgorithmIdentifier } from './signer-info.js';

/**
 * dhSinglePass-stdDH and -cofactorDH with the KDF of X9.63 over a hash (RFC 5753 section 7.1.4). The cofactor of every curve
 * that is read is 1, so that both give the same key.
 */
const derivations: Readonly<Record<string, string>> = {
  '1.3.133.16.840.63.0.2': 'sha1',
  '1.3.132.1.11.0': 'sha224',
  '1.3.132.1.11.1': 'sha256',
  '1.3.132.1.11.2': 'sha384',
  '1.3.132.1.11.3': 'sha512',
  '1.3.133.16.840.63.0.3': 'sha1',
  '1.3.132.1.14.0': 'sha224',
  '1.3.132.1.14.1': 'sha256',
  '1.3.132.1.14.2': 'sha384',
  '1.3.132.1.14.3': 'sha512',
};
const STANDARD_SHA256 = '1.3.132.1.11.1';

/** Octets of the key that wraps (RFC 3565 section 2.3.2, RFC 3370 section 4.3.1). */
const wraps: Readonly<Record<string, number>> = {
  '2.16.840.1.101.3.4.1.5': 16,
  '2.16.840.1.101.3.4.1.25': 24,
  '2.16.840.1.101.3.4.1.45': 32,
  '1.2.840.113549.1.9.16.3.6': 24,
};
const AES_256_WRAP = '2.16.840.1.101.3.4.1.45';
const TRIPLE_DES_WRAP = '1.2.840.113549.1.9.16.3.6';

/** The curves that are written, as `createECDH` calls them. */
export const agreementCurves: Readonly<Record<string, string>> = { 'P-256': 'prime256v1', 'P-384': 'secp384r1' };

/** A content key that was wrapped for one EC key, with what its holder needs. */
export interface AgreedKey {
  /** The ephemeral public point, not compressed. */
  readonly point: Uint8Array;
  /** AlgorithmIdentifier in DER. */
  readonly algorithm: Bytes;
  readonly wrappedKey: Uint8Array;
}

/** Wraps a content key by ephemeral-static ECDH: sha256kdf and AES-256 key wrap (RFC 5753 section 3.1). */
export function agreeKey(curve: string, spki: Uint8Array, contentKey: Uint8Array): AgreedKey {
  const ephemeral = createECDH(curve);
  const point = ephemeral.generateKeys();
  const bits = readBer(spki, { what: 'the public key' }).children[1]?.content ?? new Uint8Array();
  const shared = ephemeral.computeSecret(bits.subarray(1));
  const wrap = derSequence(derOid(AES_256_WRAP));
  const wrappedKey = wrapKey(deriveKey('sha256', shared, { wrap, keyLength: 32 }), contentKey);
  return { point, algorithm: derSequence(derOid(STANDARD_SHA256), wrap), wrappedKey };
}

/** What the holder of an EC key is sent. */
export interface WrappedKey {
  readonly point: Uint8Array;
  readonly algorithm: AlgorithmIdentifier;
  /** The UserKeyingMaterial. */
  readonly ukm?: Uint8Array;
  readonly wrappedKey: Uint8Array;
}

/**
 * The content key; undefined when it is for another key, or damaged.
 *
 * @throws ProfilewrightError `ERR_DECRYPTION_ALGORITHM`
 */
export function openAgreedKey(
  privateKey: KeyObject,
  { point, algorithm, ukm, wrappedKey }: WrappedKey,
): Uint8Array | undefined {
  const hash = Object.hasOwn(derivations, algorithm.oid) ? derivations[algorithm.oid] : undefined;
  if (hash === undefined) return refuse(algorithm.oid);
  const wrap =
    algorithm.parameters && decodeAlgorithm(readBer(algorithm.parameters, { what: 'the key wrap algorithm' }));
  const keyLength = wrap !== undefined && Object.hasOwn(wraps, wrap.oid) ? wraps[wrap.oid] : undefined;
  if (wrap === undefined || keyLength === undefined) return refuse(wrap?.oid ?? 'no key wrap');
  const shared = agree(privateKey, point);
  if (shared === undefined) return undefined;
  // OpenSSL hashes the identifier as it would write it, whatever the encoding was.
  const identifier = derSequence(derOid(wrap.oid), ...(wrap.parameters === undefined ? [] : [derNull()]));
  const key = deriveKey(hash, shared, { wrap: identifier, keyLength, ...(ukm === undefined ? {} : { ukm }) });
  return wrap.oid === TRIPLE_DES_WRAP ? unwrapTripleDesKey(key, wrappedKey) : unwrapKey(key, wrappedKey);
}

/** The point is taken for one on the curve of the key; what is not on it makes no secret. */
function agree(privateKey: KeyObject, point: Uint8Array): Uint8Array | undefined {
  const [algorithm] = readBer(readOwnPublicKey(privateKey).facts.spki, { what: 'the public key' }).children;
  const spki = derSequence(algorithm?.raw ?? new Uint8Array(), derBitString(point));
  try {
    const publicKey = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    return diffieHellman({ privateKey, publicKey });
  } catch {
    return undefined;
  }
}

interface SharedInfo {
  /** The AlgorithmIdentifier of the key wrap in DER. */
  readonly wrap: Uint8Array;
  readonly keyLength: number;
  readonly ukm?: Uint8Array;
}

/**
 * The KDF of X9.63 (SEC 1 section 3.6.1) over `ECC-CMS-SharedInfo ::= SEQUENCE { keyInfo AlgorithmIdentifier, entityUInfo [0]
 * EXPLICIT OCTET STRING OPTIONAL, suppPubInfo [2] EXPLICIT OCTET STRING }` (RFC 5753 section 7.2).
 */
function deriveKey(hash: string, shared: Uint8Array, { wrap, keyLength, ukm }: SharedInfo): Uint8Array {
  const info = derSequence(
    wrap,
    ...(ukm === undefined ? [] : [derContext(0, derOctetString(ukm))]),
    derContext(2, derOctetString(bigEndian(keyLength * 8))),
  );
  let derived = Buffer.alloc(0);
  for (let counter = 1; derived.length < keyLength; counter += 1) {
    const block = createHash(hash).update(shared).update(bigEndian(counter)).update(info).digest();
    derived = Buffer.concat([derived, block]);
  }
  return derived.subarray(0, keyLength);
}

function bigEndian(value: number): Uint8Array {
  const octets = Buffer.alloc(4);
  octets.writeUInt32BE(value);
  return octets;
}

function refuse(found: string): never {
  throw new ProfilewrightError('ERR_DECRYPTION_ALGORITHM', { part: 'key', found });
}
