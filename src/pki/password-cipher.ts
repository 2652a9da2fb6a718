import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import { readBer, type BerValue } from '../asn1/ber.js';
import { decryptRc2 } from '../asn1/forge.js';
import type { Bytes } from '../diagnostics/bytes.js';
import {
  derPasswordEncryption,
  type PasswordEncryption,
  type PasswordScheme,
  type Pbes1Cipher,
  type Pbes2Cipher,
} from './password-encryption.js';
import { derivePkcs12Key } from './pkcs12-kdf.js';

/** What node:crypto calls the cipher, the octets of its key, and of its block. RC2 it does not have. */
const ciphers: Readonly<Record<Pbes1Cipher | Pbes2Cipher, readonly [string, keyLength: number, blockLength: number]>> =
  {
    'PBE-SHA1-3DES': ['des-ede3-cbc', 24, 8],
    'PBE-SHA1-2DES': ['des-ede-cbc', 16, 8],
    'PBE-SHA1-RC2-128': ['rc2', 16, 8],
    'PBE-SHA1-RC2-40': ['rc2', 5, 8],
    'DES-EDE3-CBC': ['des-ede3-cbc', 24, 8],
    'AES-128-CBC': ['aes-128-cbc', 16, 16],
    'AES-192-CBC': ['aes-192-cbc', 24, 16],
    'AES-256-CBC': ['aes-256-cbc', 32, 16],
  };

/**
 * Decrypts what is BER inside. The iterations must have been limited. `null` as password is the missing one, which PKCS#12
 * tells from the empty one. Undefined when the password is wrong or the data damaged, whichever of the two.
 */
export function decryptWithPassword(
  { scheme, iterations }: PasswordEncryption,
  data: Uint8Array,
  password: string | null,
): BerValue | undefined {
  if (scheme === undefined || typeof iterations !== 'number') return undefined;
  if (scheme.kdf === 'PKCS#12 KDF') return inside(decipher(scheme, pkcs12KeyOf(scheme, iterations, password), data));
  for (const octets of pbkdf2Passwords(password)) {
    const decrypted = inside(decipher(scheme, pbkdf2KeyOf(scheme, iterations, octets), data));
    if (decrypted !== undefined) return decrypted;
  }
  return undefined;
}

/** A wrong password that happens to fit the padding gives bytes of no form. */
function inside(decrypted: Uint8Array | undefined): BerValue | undefined {
  try {
    return decrypted && readBer(decrypted, { what: 'what was decrypted' });
  } catch {
    return undefined;
  }
}

/**
 * PBKDF2 takes octets, and the RFCs do not say which: UTF-8 for OpenSSL, Apple and all others but node-forge, which takes
 * Latin-1, and garbles what is beyond. One more way is one more try, whose iterations count.
 */
export function pbkdf2Passwords(password: string | null): readonly Uint8Array[] {
  const text = password ?? '';
  const utf8 = Buffer.from(text, 'utf8');
  return utf8.length === text.length || isBeyondLatin1(text) ? [utf8] : [utf8, Buffer.from(text, 'latin1')];
}

/** Whether a character of the text is none of the first 256. */
export function isBeyondLatin1(text: string): boolean {
  return /[^\0-\xff]/.test(text);
}

interface CipherKey {
  readonly key: Uint8Array;
  readonly iv: Uint8Array;
}

function pkcs12KeyOf(
  { cipher, salt }: Extract<PasswordScheme, { kdf: 'PKCS#12 KDF' }>,
  iterations: number,
  password: string | null,
): CipherKey {
  const [, keyLength, blockLength] = ciphers[cipher];
  const common = { hash: 'sha1', salt, iterations } as const;
  return {
    key: derivePkcs12Key(password, { ...common, purpose: 'key', length: keyLength }),
    iv: derivePkcs12Key(password, { ...common, purpose: 'iv', length: blockLength }),
  };
}

function pbkdf2KeyOf(
  { cipher, hash, salt, iv }: Extract<PasswordScheme, { kdf: 'PBKDF2' }>,
  iterations: number,
  password: Uint8Array,
): CipherKey {
  return { key: pbkdf2Sync(password, salt, iterations, ciphers[cipher][1], hash), iv };
}

function decipher({ cipher }: PasswordScheme, { key, iv }: CipherKey, data: Uint8Array): Uint8Array | undefined {
  const [name] = ciphers[cipher];
  if (name === 'rc2') return removePadding(decryptRc2(key, iv, data));
  try {
    const decryption = createDecipheriv(name, key, iv);
    return Buffer.concat([decryption.update(data), decryption.final()]);
  } catch {
    // What exactly failed would tell the holder of a damaged file something about the password.
    return undefined;
  }
}

/** The data without its padding: 1 to 8 octets, each of which says how many they are (RFC 8018 section 6.1.1). */
function removePadding(padded: Uint8Array | undefined): Uint8Array | undefined {
  const count = padded?.at(-1) ?? 0;
  if (padded === undefined || count < 1 || count > 8 || count > padded.length) return undefined;
  const end = padded.length - count;
  return padded.subarray(end).every((octet) => octet === count) ? padded.subarray(0, end) : undefined;
}

/** The two ways of encrypting that are written. */
export type WrittenCipher = 'PBE-SHA1-3DES' | 'AES-256-CBC';

/** Encrypts under a new salt and IV. `identifier` is the DER of the AlgorithmIdentifier. */
export function encryptWithPassword(
  data: Uint8Array,
  cipher: WrittenCipher,
  { password, iterations }: { readonly password: string; readonly iterations: number },
): { readonly identifier: Bytes; readonly encrypted: Uint8Array } {
  const [name, , blockLength] = ciphers[cipher];
  const salt = randomBytes(16);
  const scheme: PasswordScheme =
    cipher === 'AES-256-CBC'
      ? { kdf: 'PBKDF2', cipher, hash: 'sha256', salt, iv: randomBytes(blockLength) }
      : { kdf: 'PKCS#12 KDF', cipher, salt };
  const { key, iv } =
    scheme.kdf === 'PBKDF2'
      ? pbkdf2KeyOf(scheme, iterations, Buffer.from(password, 'utf8'))
      : pkcs12KeyOf(scheme, iterations, password);
  const encryption = createCipheriv(name, key, iv);
  const encrypted = Buffer.concat([encryption.update(data), encryption.final()]);
  return { identifier: derPasswordEncryption(scheme, iterations), encrypted };
}
