import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { BerValue } from '../asn1/ber.js';
import { octetsOf, universalTag } from '../asn1/ber.js';
import { derOctetString, derOid, derSequence } from '../asn1/der.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { oidOf } from '../pki/password-encryption.js';

/** How the content is encrypted: what Node calls the cipher, the octets of its key, and its initialization vector. */
export interface ContentCipher {
  readonly name: string;
  readonly keyLength: number;
  readonly iv: Uint8Array;
}

const AES_256_CBC = '2.16.840.1.101.3.4.1.42';

/** RFC 3565 and RFC 3370: what is read. RC2 and DES are left out on purpose. */
const ciphers: Readonly<Record<string, readonly [name: string, keyLength: number, blockLength: number]>> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16, 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24, 16],
  [AES_256_CBC]: ['aes-256-cbc', 32, 16],
  '1.2.840.113549.3.7': ['des-ede3-cbc', 24, 8],
};

/** @throws ProfilewrightError `ERR_DECRYPTION_ALGORITHM`, `ERR_CMS_MALFORMED` */
export function readContentCipher(identifier: BerValue): ContentCipher {
  const oid = oidOf(identifier) ?? refuse('contentEncryptionAlgorithm is no AlgorithmIdentifier');
  const known = Object.hasOwn(ciphers, oid) ? ciphers[oid] : undefined;
  if (known === undefined) throw new ProfilewrightError('ERR_DECRYPTION_ALGORITHM', { part: 'content', found: oid });
  const [name, keyLength, blockLength] = known;
  const parameters = identifier.children[1];
  const iv = parameters && universalTag(parameters) === 4 ? octetsOf(parameters) : undefined;
  if (iv?.length !== blockLength) return refuse('the initialization vector of the content is of another length');
  return { name, keyLength, iv };
}

function refuse(reason: string): never {
  throw new ProfilewrightError('ERR_CMS_MALFORMED', { reason });
}

/** Content under a new key. */
export interface EncryptedContent {
  readonly key: Uint8Array;
  /** AlgorithmIdentifier in DER. */
  readonly algorithm: Bytes;
  readonly encrypted: Uint8Array;
}

/** Encrypts with AES-256-CBC under a new key and initialization vector. */
export function encryptContent(content: Uint8Array): EncryptedContent {
  const [key, iv] = [randomBytes(32), randomBytes(16)];
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const encrypted = Buffer.concat([cipher.update(content), cipher.final()]);
  return { key, algorithm: derSequence(derOid(AES_256_CBC), derOctetString(iv)), encrypted };
}

/** The content; undefined when the key is another one or the octets are damaged, whichever of the two. */
export function decryptContent(
  { name, iv }: ContentCipher,
  key: Uint8Array,
  encrypted: Uint8Array,
): Uint8Array | undefined {
  try {
    const cipher = createDecipheriv(name, key, iv);
    return Buffer.concat([cipher.update(encrypted), cipher.final()]);
  } catch {
    // What exactly failed would help whoever sends damaged files to find out the content.
    return undefined;
  }
}
