import { createCipheriv, createHash, createHmac, pbkdf2Sync, type KeyObject } from 'node:crypto';
import {
  derContext,
  derContextPrimitive,
  derInteger,
  derNull,
  derOctetString,
  derOid,
  derSequence,
} from '../../../src/asn1/der.js';

/** RFC 7292, RFC 8018. */
const oid = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  safeContentsBag: '1.2.840.113549.1.12.10.1.6',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  aes256: '2.16.840.1.101.3.4.1.42',
  hmacSha256: '1.2.840.113549.2.9',
  sha256: '2.16.840.1.101.3.4.2.1',
};

const contentInfo = (type: string, content: Uint8Array): Uint8Array =>
  derSequence(derOid(type), derContext(0, content));
const bag = (type: string, value: Uint8Array): Uint8Array => derSequence(derOid(type), derContext(0, value));

const pkcs8 = (key: KeyObject): Uint8Array => key.export({ type: 'pkcs8', format: 'der' });
export const keyBag = (key: KeyObject): Uint8Array => bag(oid.keyBag, pkcs8(key));
export const certificateBag = (raw: Uint8Array): Uint8Array =>
  bag(oid.certBag, derSequence(derOid(oid.x509Certificate), derContext(0, derOctetString(raw))));
export const nestedBag = (...bags: readonly Uint8Array[]): Uint8Array => bag(oid.safeContentsBag, derSequence(...bags));

export const plainSafe = (...bags: readonly Uint8Array[]): Uint8Array =>
  contentInfo(oid.data, derOctetString(derSequence(...bags)));

export interface Pbes2Options {
  readonly password: string;
  readonly iterations?: number;
  /** What the file says, when that is another number. */
  readonly saidIterations?: number | bigint;
  readonly kdf?: string;
  readonly cipher?: string;
}

/** PBES2 with PBKDF2-HMAC-SHA-256 and AES-256-CBC, made with node:crypto. */
function encrypt(data: Uint8Array, options: Pbes2Options): { identifier: Uint8Array; encrypted: Uint8Array } {
  const { password, iterations = 10, saidIterations = iterations } = options;
  const [salt, iv] = [Buffer.alloc(8, 1), Buffer.alloc(16, 2)];
  const cipher = createCipheriv(
    'aes-256-cbc',
    pbkdf2Sync(Buffer.from(password, 'utf8'), salt, iterations, 32, 'sha256'),
    iv,
  );
  const prf = derSequence(derOid(oid.hmacSha256), derNull());
  const kdf = derSequence(
    derOid(options.kdf ?? oid.pbkdf2),
    derSequence(derOctetString(salt), derInteger(saidIterations), prf),
  );
  const scheme = derSequence(derOid(options.cipher ?? oid.aes256), derOctetString(iv));
  return {
    identifier: derSequence(derOid(oid.pbes2), derSequence(kdf, scheme)),
    encrypted: Buffer.concat([cipher.update(data), cipher.final()]),
  };
}

export function encryptedSafe(options: Pbes2Options, ...bags: readonly Uint8Array[]): Uint8Array {
  const { identifier, encrypted } = encrypt(derSequence(...bags), options);
  const info = derSequence(derOid(oid.data), identifier, derContextPrimitive(0, encrypted));
  return contentInfo(oid.encryptedData, derSequence(derInteger(0), info));
}

export function shroudedKeyBag(key: KeyObject, options: Pbes2Options): Uint8Array {
  const { identifier, encrypted } = encrypt(pkcs8(key), options);
  return bag(oid.shroudedKeyBag, derSequence(identifier, derOctetString(encrypted)));
}

export interface PfxOptions {
  /** `null` is the missing password, which is not the empty one. */
  readonly password: string | null;
  readonly iterations?: number;
  readonly saidIterations?: number | bigint;
  readonly mac?: 'none' | ((sound: Uint8Array) => Uint8Array);
  readonly digestOid?: string;
}

/** A PFX with a MAC by HMAC-SHA-256, whose key derivation is written here once more, after RFC 7292 appendix B.2. */
export function assemblePfx(options: PfxOptions, ...safes: readonly Uint8Array[]): Uint8Array {
  const { password, iterations = 10, saidIterations = iterations, mac } = options;
  const content = derSequence(...safes);
  const authSafe = contentInfo(oid.data, derOctetString(content));
  if (mac === 'none') return derSequence(derInteger(3), authSafe);
  const salt = Buffer.alloc(8, 3);
  const sound = createHmac('sha256', macKey(password, salt, iterations))
    .update(content)
    .digest();
  const digestInfo = derSequence(
    derSequence(derOid(options.digestOid ?? oid.sha256), derNull()),
    derOctetString(mac?.(sound) ?? sound),
  );
  const macData = derSequence(digestInfo, derOctetString(salt), derInteger(saidIterations));
  return derSequence(derInteger(3), authSafe, macData);
}

function macKey(password: string | null, salt: Uint8Array, iterations: number): Buffer {
  const characters = password === null ? Buffer.alloc(0) : Buffer.from(`${password}\0`, 'utf16le').swap16();
  const fill = (bytes: Uint8Array): Buffer => Buffer.alloc(Math.ceil(bytes.length / 64) * 64, bytes);
  let key = Buffer.concat([Buffer.alloc(64, 3), fill(salt), ...(characters.length > 0 ? [fill(characters)] : [])]);
  for (let round = 0; round < iterations; round += 1) key = createHash('sha256').update(key).digest();
  return key;
}
