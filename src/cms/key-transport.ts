import { constants, createHash, createHmac, privateDecrypt, publicEncrypt, type KeyObject } from 'node:crypto';
import { isContext, octetsOf, readBer, universalTag, type BerValue } from '../asn1/ber.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { oidOf } from '../pki/password-encryption.js';
import { digestAlgorithms, RSA_ENCRYPTION } from './algorithms.js';
import type { AlgorithmIdentifier } from './signer-info.js';

const RSAES_OAEP = '1.2.840.113549.1.1.7';
const MGF1 = '1.2.840.113549.1.1.8';
const P_SPECIFIED = '1.2.840.113549.1.1.9';

/** Encrypts a content key for an RSA key with PKCS#1 v1.5, which every device and tool reads (RFC 3370 section 4.2.1). */
export function transportKey(publicKey: KeyObject, contentKey: Uint8Array): Uint8Array {
  return publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, contentKey);
}

/**
 * The content key that was encrypted for an RSA key, PKCS#1 v1.5 or OAEP. It is always a key: where the padding is wrong, it
 * is one that follows from the private key and the octets, and that nobody knows. So nothing but the content tells a right
 * padding from a wrong one, neither by an error nor, tried twice, by another result (RFC 3218 section 2.3.2;
 * draft-irtf-cfrg-rsa-guidance section 7).
 *
 * @throws ProfilewrightError `ERR_DECRYPTION_ALGORITHM`
 */
export function openTransportedKey(
  privateKey: KeyObject,
  algorithm: AlgorithmIdentifier,
  encryptedKey: Uint8Array,
  keyLength: number,
): Uint8Array {
  const padding = readPadding(algorithm);
  const substitute = substituteKey(privateKey, encryptedKey, keyLength);
  try {
    if (padding !== 'PKCS#1 v1.5') {
      const key = privateDecrypt(
        { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, ...padding },
        encryptedKey,
      );
      return key.length === keyLength ? key : substitute;
    }
    // Node refuses to take the padding off. That is done here, without a branch that depends on it.
    const padded = privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, encryptedKey);
    return removePadding(padded, substitute);
  } catch {
    return substitute;
  }
}

/** EM = 00 02 PS 00 M (RFC 8017 section 7.2.2), where the length of M is known and PS has 8 octets at least. */
function removePadding(padded: Uint8Array, substitute: Uint8Array): Uint8Array {
  const keyLength = substitute.length;
  const separator = padded.length - keyLength - 1;
  if (separator < 10) return substitute;
  let wrong = (padded[0] ?? 1) | ((padded[1] ?? 0) ^ 2) | (padded[separator] ?? 1);
  // An octet minus 1 is negative for 0 alone.
  for (let index = 2; index < separator; index += 1) wrong |= (((padded[index] ?? 0) - 1) >> 8) & 1;
  const mask = (wrong - 1) >> 8;
  return substitute.map((octet, index) => ((padded[separator + 1 + index] ?? 0) & mask) | (octet & ~mask));
}

function substituteKey(privateKey: KeyObject, encryptedKey: Uint8Array, keyLength: number): Uint8Array {
  const exponent = privateKey.export({ format: 'jwk' }).d ?? '';
  const secret = createHash('sha256').update(exponent, 'base64url').digest();
  const derived = createHmac('sha256', secret).update(encryptedKey).digest();
  return new Uint8Array(createHmac('sha256', derived).update('content key').digest().subarray(0, keyLength));
}

interface OaepPadding {
  readonly oaepHash: string;
  readonly oaepLabel: Uint8Array;
}

function readPadding({ oid, parameters }: AlgorithmIdentifier): 'PKCS#1 v1.5' | OaepPadding {
  if (oid === RSA_ENCRYPTION) return 'PKCS#1 v1.5';
  if (oid !== RSAES_OAEP) return refuse(oid);
  return readOaep(parameters) ?? refuse(`${RSAES_OAEP} with parameters that are not known`);
}

/**
 * ```
 * RSAES-OAEP-params ::= SEQUENCE { hashFunc [0] AlgorithmIdentifier DEFAULT sha1, maskGenFunc [1] AlgorithmIdentifier DEFAULT
 *   mgf1SHA1, pSourceFunc [2] AlgorithmIdentifier DEFAULT pSpecifiedEmpty }
 * ```
 * (RFC 4055 section 4.1). Node takes one hash for both; two different ones are not read.
 */
function readOaep(parameters: Uint8Array | undefined): OaepPadding | undefined {
  const fields = parameters === undefined ? [] : readBer(parameters, { what: 'the OAEP parameters' }).children;
  const field = (number: number): BerValue | undefined => fields.find((value) => isContext(value, number))?.children[0];
  const [hash, generator, source] = [field(0), field(1), field(2)];
  const oaepHash = hashOf(hash);
  if (generator !== undefined && oidOf(generator) !== MGF1) return undefined;
  if (source !== undefined && oidOf(source) !== P_SPECIFIED) return undefined;
  const label = source?.children[1];
  if (label !== undefined && universalTag(label) !== 4) return undefined;
  if (oaepHash === undefined || hashOf(generator?.children[1]) !== oaepHash) return undefined;
  return { oaepHash, oaepLabel: label === undefined ? new Uint8Array() : octetsOf(label) };
}

function hashOf(identifier: BerValue | undefined): string | undefined {
  if (identifier === undefined) return 'sha1';
  const oid = oidOf(identifier);
  return digestAlgorithms.find((known) => known.oid === oid)?.hash;
}

function refuse(found: string): never {
  throw new ProfilewrightError('ERR_DECRYPTION_ALGORITHM', { part: 'key', found });
}
