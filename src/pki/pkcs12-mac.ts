import { createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { BerValue } from '../asn1/ber.js';
import { derInteger, derNull, derOctetString, derOid, derSequence } from '../asn1/der.js';
import type { Bytes } from '../diagnostics/bytes.js';
import type { PasswordKdf } from './iteration-budget.js';
import {
  countOf,
  hashName,
  hmacOf,
  octetStringOf,
  oidOf,
  readPbkdf2,
  type PasswordEncryption,
} from './password-encryption.js';
import { pbkdf2Passwords } from './password-cipher.js';
import { derivePkcs12Key, digestLength, type Pkcs12Hash } from './pkcs12-kdf.js';

/** How a PKCS#12 file is protected against changes. */
export interface Pkcs12Mac {
  /** `HMAC-SHA-256`; `PBMAC1 ...` for the MAC of RFC 9579; by its OID what is not known. */
  readonly name: string;
  readonly kdf?: PasswordKdf;
  /** Of the PKCS#12 KDF alone: the hash that Apple's reader looks at. */
  readonly hash?: Pkcs12Hash;
  readonly iterations: PasswordEncryption['iterations'];
  readonly isSupported: boolean;
  /** What checking it takes; undefined when a field is damaged or the algorithm is not supported. */
  readonly check?: MacCheck;
}

interface MacCheck {
  readonly expected: Uint8Array;
  readonly salt: Uint8Array;
  /** Of the HMAC. */
  readonly hash: Pkcs12Hash;
  /** PBMAC1 only. */
  readonly pbkdf2?: { readonly hash: Pkcs12Hash; readonly keyLength: number };
}

const hashes: Readonly<Record<string, Pkcs12Hash>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};
const PBMAC1 = '1.2.840.113549.1.5.14';
/** RFC 9579 section 9: a shorter key would make the MAC easier to find than the password. */
const MIN_PBMAC1_KEY = 20;
const MAX_PBMAC1_KEY = 64;

/** `MacData ::= SEQUENCE { mac DigestInfo, macSalt OCTET STRING, iterations INTEGER DEFAULT 1 }` (RFC 7292 section 4) */
export function readMac({ children: [digestInfo, saltValue, count] }: BerValue): Pkcs12Mac {
  const [identifier, digestValue] = digestInfo?.children ?? [];
  const oid = oidOf(identifier);
  const expected = octetStringOf(digestValue);
  if (oid === PBMAC1) return readPbmac1(identifier?.children[1], expected);
  const iterations = count === undefined ? 1 : (countOf(count) ?? 'unreadable');
  const hash = oid !== undefined && Object.hasOwn(hashes, oid) ? hashes[oid] : undefined;
  if (hash === undefined) return { name: `MAC ${oid ?? 'unreadable'}`, iterations, isSupported: false };
  const salt = octetStringOf(saltValue);
  const known = { name: `HMAC-${hashName(hash)}`, kdf: 'PKCS#12 KDF', hash, iterations, isSupported: true } as const;
  if (salt === undefined || expected?.length !== digestLength(hash)) return known;
  return { ...known, check: { expected, salt, hash } };
}

/** `PBMAC1-params ::= SEQUENCE { keyDerivationFunc AlgorithmIdentifier, messageAuthScheme AlgorithmIdentifier }` (RFC 9579) */
function readPbmac1(parameters: BerValue | undefined, expected: Uint8Array | undefined): Pkcs12Mac {
  const [derivation, scheme] = parameters?.children ?? [];
  const { name: kdfName, iterations, hash: prf, salt, keyLength } = readPbkdf2(derivation);
  const hash = hmacOf(oidOf(scheme));
  const name = `PBMAC1 HMAC-${hash === undefined ? 'unknown' : hashName(hash)} with ${kdfName}`;
  if (hash === undefined || prf === undefined) return { name, iterations, isSupported: false };
  const known = { name, kdf: 'PBKDF2', iterations, isSupported: true } as const;
  const isLong = keyLength !== undefined && keyLength >= MIN_PBMAC1_KEY && keyLength <= MAX_PBMAC1_KEY;
  if (salt === undefined || expected?.length !== digestLength(hash) || !isLong) return known;
  return { ...known, check: { expected, salt, hash, pbkdf2: { hash: prf, keyLength } } };
}

/** Whether the MAC over `content` is that of this password. The iterations must have been limited. */
export function isMacOf({ check, iterations }: Pkcs12Mac, content: Uint8Array, password: string | null): boolean {
  if (check === undefined || typeof iterations !== 'number') return false;
  const { expected, salt, hash, pbkdf2 } = check;
  const keys =
    pbkdf2 === undefined
      ? [derivePkcs12Key(password, { purpose: 'mac', hash, salt, iterations, length: digestLength(hash) })]
      : pbkdf2Passwords(password).map((text) => pbkdf2Sync(text, salt, iterations, pbkdf2.keyLength, pbkdf2.hash));
  return keys.some((key) => timingSafeEqual(createHmac(hash, key).update(content).digest(), expected));
}

/** The DER of a MacData over `content`, with a new salt. */
export function derMac(
  content: Uint8Array,
  hash: 'sha1' | 'sha256',
  { password, iterations }: { readonly password: string; readonly iterations: number },
): Bytes {
  const salt = randomBytes(16);
  const key = derivePkcs12Key(password, { purpose: 'mac', hash, salt, iterations, length: digestLength(hash) });
  const digest = createHmac(hash, key).update(content).digest();
  const oid = Object.entries(hashes).find(([, known]) => known === hash)?.[0] ?? '';
  const digestInfo = derSequence(derSequence(derOid(oid), derNull()), derOctetString(digest));
  return derSequence(digestInfo, derOctetString(salt), derInteger(iterations));
}
