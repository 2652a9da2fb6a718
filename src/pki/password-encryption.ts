import { octetsOf, universalTag, type BerValue } from '../asn1/ber.js';
import { derInteger, derNull, derOctetString, derOid, derSequence } from '../asn1/der.js';
import { decodeOid } from '../asn1/oid.js';
import type { Bytes } from '../diagnostics/bytes.js';
import type { Pkcs12Hash } from './pkcs12-kdf.js';

/** How something is encrypted with a password (RFC 8018, RFC 7292 appendix C). */
export interface PasswordEncryption {
  /** The way of PKCS#12, the one of RFC 8018, or neither. */
  readonly kind: 'PBES1' | 'PBES2' | 'unknown';
  readonly oid: string;
  /** In words: `PBE-SHA1-3DES`, `AES-256-CBC with PBKDF2-HMAC-SHA-256`; by its OID what is not known. */
  readonly name: string;
  /** `none` when the key derivation is another one, scrypt for example; `unreadable` also when it is zero. */
  readonly iterations: number | 'none' | 'unreadable';
  /** Whether this is a way of encrypting that can be decrypted here, its parameters sound or not. */
  readonly isSupported: boolean;
  /** What decrypting takes; undefined when a parameter is damaged or the way is not supported. */
  readonly scheme?: PasswordScheme;
}

/** All that a cipher needs besides password, iterations and data. */
export type PasswordScheme =
  | { readonly kdf: 'PKCS#12 KDF'; readonly cipher: Pbes1Cipher; readonly salt: Uint8Array }
  | {
      readonly kdf: 'PBKDF2';
      readonly cipher: Pbes2Cipher;
      readonly hash: Pkcs12Hash;
      readonly salt: Uint8Array;
      readonly iv: Uint8Array;
    };

export type Pbes1Cipher = 'PBE-SHA1-3DES' | 'PBE-SHA1-2DES' | 'PBE-SHA1-RC2-128' | 'PBE-SHA1-RC2-40';
export type Pbes2Cipher = 'AES-128-CBC' | 'AES-192-CBC' | 'AES-256-CBC' | 'DES-EDE3-CBC';

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const HMAC_SHA1 = '1.2.840.113549.2.7';

/** RC4 has gone from OpenSSL 3 as RC2 has, and nobody is known to write it any more. */
const pbes1: Readonly<Record<string, Pbes1Cipher | 'PBE-SHA1-RC4-128' | 'PBE-SHA1-RC4-40'>> = {
  '1.2.840.113549.1.12.1.1': 'PBE-SHA1-RC4-128',
  '1.2.840.113549.1.12.1.2': 'PBE-SHA1-RC4-40',
  '1.2.840.113549.1.12.1.3': 'PBE-SHA1-3DES',
  '1.2.840.113549.1.12.1.4': 'PBE-SHA1-2DES',
  '1.2.840.113549.1.12.1.5': 'PBE-SHA1-RC2-128',
  '1.2.840.113549.1.12.1.6': 'PBE-SHA1-RC2-40',
};

const pbes2Ciphers: Readonly<Record<string, Pbes2Cipher>> = {
  '2.16.840.1.101.3.4.1.2': 'AES-128-CBC',
  '2.16.840.1.101.3.4.1.22': 'AES-192-CBC',
  '2.16.840.1.101.3.4.1.42': 'AES-256-CBC',
  '1.2.840.113549.3.7': 'DES-EDE3-CBC',
};

const hmacs: Readonly<Record<string, Pkcs12Hash>> = {
  [HMAC_SHA1]: 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

/** Known by name, so that a person reads it. */
const otherNames: Readonly<Record<string, string>> = { '1.3.6.1.4.1.11591.4.11': 'scrypt' };

/** The AlgorithmIdentifier of an encryption; undefined when it is none. */
export function readPasswordEncryption(identifier: BerValue | undefined): PasswordEncryption | undefined {
  const oid = oidOf(identifier);
  if (oid === undefined) return undefined;
  const parameters = identifier?.children[1];
  return oid === PBES2 ? readPbes2(oid, parameters) : readPbes1(oid, parameters);
}

/** `pkcs-12PbeParams ::= SEQUENCE { salt OCTET STRING, iterations INTEGER }` (RFC 7292 appendix C) */
function readPbes1(oid: string, parameters: BerValue | undefined): PasswordEncryption {
  const [saltValue, count] = parameters?.children ?? [];
  const iterations = countOf(count) ?? 'unreadable';
  const cipher = Object.hasOwn(pbes1, oid) ? pbes1[oid] : undefined;
  if (cipher === undefined || cipher === 'PBE-SHA1-RC4-128' || cipher === 'PBE-SHA1-RC4-40') {
    const kind = cipher === undefined ? 'unknown' : 'PBES1';
    return { kind, oid, name: cipher ?? oid, iterations, isSupported: false };
  }
  const salt = octetStringOf(saltValue);
  const known: PasswordEncryption = { kind: 'PBES1', oid, name: cipher, iterations, isSupported: true };
  return salt === undefined ? known : { ...known, scheme: { kdf: 'PKCS#12 KDF', cipher, salt } };
}

/**
 * `PBES2-params ::= SEQUENCE { keyDerivationFunc AlgorithmIdentifier, encryptionScheme AlgorithmIdentifier }` (RFC 8018
 * appendix A.4); the parameters of the scheme are its IV.
 */
function readPbes2(oid: string, parameters: BerValue | undefined): PasswordEncryption {
  const [derivation, encryption] = parameters?.children ?? [];
  const kdf = readPbkdf2(derivation);
  const cipherOid = oidOf(encryption);
  const cipher =
    cipherOid !== undefined && Object.hasOwn(pbes2Ciphers, cipherOid) ? pbes2Ciphers[cipherOid] : undefined;
  const name = `${cipher ?? cipherOid ?? 'an unreadable cipher'} with ${kdf.name}`;
  const { iterations, hash, salt } = kdf;
  if (cipher === undefined || hash === undefined) return { kind: 'PBES2', oid, name, iterations, isSupported: false };
  const iv = octetStringOf(encryption?.children[1]);
  const known: PasswordEncryption = { kind: 'PBES2', oid, name, iterations, isSupported: true };
  if (salt === undefined || iv === undefined) return known;
  return { ...known, scheme: { kdf: 'PBKDF2', cipher, hash, salt, iv } };
}

/** A key derivation by PBKDF2, or by another function, of which the name is known at most. */
export interface Pbkdf2 {
  /** `PBKDF2-HMAC-SHA-256`; `scrypt` or the OID of what is not PBKDF2 or has another PRF. */
  readonly name: string;
  readonly iterations: PasswordEncryption['iterations'];
  /** Undefined when it is not PBKDF2, or with an unknown PRF. */
  readonly hash?: Pkcs12Hash;
  readonly salt?: Uint8Array;
  readonly keyLength?: number;
}

/**
 * `PBKDF2-params ::= SEQUENCE { salt OCTET STRING, iterationCount INTEGER, keyLength INTEGER OPTIONAL, prf AlgorithmIdentifier
 * DEFAULT hmacWithSHA1 }` (RFC 8018 appendix A.2), in its AlgorithmIdentifier.
 */
export function readPbkdf2(identifier: BerValue | undefined): Pbkdf2 {
  const oid = oidOf(identifier);
  if (oid !== PBKDF2) {
    const known = oid !== undefined && Object.hasOwn(otherNames, oid) ? otherNames[oid] : oid;
    return { name: known ?? 'an unreadable key derivation', iterations: 'none' };
  }
  const [saltValue, count, ...optional] = identifier?.children[1]?.children ?? [];
  const iterations = countOf(count) ?? 'unreadable';
  const prf = optional.find((field) => universalTag(field) === 16);
  const hash = hmacOf(prf === undefined ? HMAC_SHA1 : oidOf(prf));
  if (hash === undefined) return { name: 'PBKDF2 with an unknown PRF', iterations };
  const [salt, keyLength] = [octetStringOf(saltValue), countOf(optional.find((field) => universalTag(field) === 2))];
  return {
    name: `PBKDF2-HMAC-${hashName(hash)}`,
    iterations,
    hash,
    ...(salt === undefined ? {} : { salt }),
    ...(keyLength === undefined ? {} : { keyLength }),
  };
}

/** The hash of an HMAC by its OID. */
export function hmacOf(oid: string | undefined): Pkcs12Hash | undefined {
  return oid !== undefined && Object.hasOwn(hmacs, oid) ? hmacs[oid] : undefined;
}

/** `SHA-256`. */
export function hashName(hash: Pkcs12Hash): string {
  return hash.replace('sha', 'SHA-');
}

/** The DER of the AlgorithmIdentifiers that are written: 3DES in the old way, and what iOS 18 and macOS 15 read of the new one. */
export function derPasswordEncryption(scheme: PasswordScheme, iterations: number): Bytes {
  const common = [derOctetString(scheme.salt), derInteger(iterations)];
  if (scheme.kdf === 'PKCS#12 KDF') return derSequence(derOid(oidFor(pbes1, scheme.cipher)), derSequence(...common));
  const prf = derSequence(derOid(oidFor(hmacs, scheme.hash)), derNull());
  const derivation = derSequence(derOid(PBKDF2), derSequence(...common, prf));
  const encryption = derSequence(derOid(oidFor(pbes2Ciphers, scheme.cipher)), derOctetString(scheme.iv));
  return derSequence(derOid(PBES2), derSequence(derivation, encryption));
}

function oidFor(names: Readonly<Record<string, string>>, name: string): string {
  return Object.entries(names).find(([, known]) => known === name)?.[0] ?? '';
}

/** Reads an EncryptedPrivateKeyInfo: `SEQUENCE { encryptionAlgorithm AlgorithmIdentifier, encryptedData OCTET STRING }` (RFC 5208). */
export function readEncryptedPrivateKey(
  value: BerValue | undefined,
): { readonly encryption: PasswordEncryption; readonly data: Uint8Array } | undefined {
  const [identifier, data, ...others] = value?.children ?? [];
  const encryption = readPasswordEncryption(identifier);
  if (encryption === undefined || data === undefined || universalTag(data) !== 4 || others.length > 0) return undefined;
  return { encryption, data: octetsOf(data) };
}

/** A positive INTEGER below 2^48, exactly; undefined for everything else. */
export function countOf(value: BerValue | undefined): number | undefined {
  if (universalTag(value) !== 2 || value === undefined) return undefined;
  const { content } = value;
  if (content.length === 0 || content.length > 7 || (content[0] ?? 0) >= 0x80) return undefined;
  const count = content.reduce((sum, octet) => sum * 256 + octet, 0);
  return count > 0 && count < 2 ** 48 ? count : undefined;
}

export function oidOf(identifier: BerValue | undefined): string | undefined {
  const first = universalTag(identifier) === 16 ? identifier?.children[0] : undefined;
  return first && universalTag(first) === 6 ? decodeOid(first.content) : undefined;
}

export function octetStringOf(value: BerValue | undefined): Uint8Array | undefined {
  return value && universalTag(value) === 4 ? octetsOf(value) : undefined;
}
