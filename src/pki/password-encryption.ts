import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { octetsOf, readBer, universalTag, type BerValue } from '../asn1/ber.js';
import { loadForge } from '../asn1/forge.js';
import { decodeOid } from '../asn1/oid.js';

/** How something is encrypted with a password (RFC 8018, RFC 7292 appendix C). `parameters` are encoded whole. */
export interface PasswordEncryption {
  readonly oid: string;
  readonly parameters: BerValue | undefined;
  /** `none` when the key derivation is another one, scrypt for example; `unreadable` also when it is zero. */
  readonly iterations: number | 'none' | 'unreadable';
}

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const PBE_SHA1_3DES = '1.2.840.113549.1.12.1.3';
const PBE_SHA1_RC2_40 = '1.2.840.113549.1.12.1.6';

const prfs: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

const ciphers: Readonly<Record<string, readonly [name: string, keyLength: number]>> = {
  '2.16.840.1.101.3.4.1.2': ['aes-128-cbc', 16],
  '2.16.840.1.101.3.4.1.22': ['aes-192-cbc', 24],
  '2.16.840.1.101.3.4.1.42': ['aes-256-cbc', 32],
  '1.2.840.113549.3.7': ['des-ede3-cbc', 24],
};

/** Reads the AlgorithmIdentifier of an encryption; undefined when it is none. */
export function readPasswordEncryption(identifier: BerValue | undefined): PasswordEncryption | undefined {
  const oid = oidOf(identifier);
  const parameters = identifier?.children[1];
  if (oid === undefined) return undefined;
  const [derivation] = parameters?.children ?? [];
  if (oid === PBES2 && oidOf(derivation) !== PBKDF2) return { oid, parameters, iterations: 'none' };
  const count = oid === PBES2 ? derivation?.children[1]?.children[1] : parameters?.children[1];
  return { oid, parameters, iterations: countOf(count) ?? 'unreadable' };
}

/** The name of the way of encrypting when `decryptWithPassword` knows none for it; undefined when it does. */
export function unsupportedEncryption({ oid, parameters }: PasswordEncryption): string | undefined {
  if (oid === PBE_SHA1_3DES || oid === PBE_SHA1_RC2_40) return undefined;
  if (oid !== PBES2) return oid;
  const { derivationOid, prf, cipherOid } = pbes2Fields(parameters);
  if (derivationOid !== PBKDF2) return derivationOid ?? oid;
  if (prf === undefined) return 'PBKDF2 with an unknown PRF';
  return cipherOid !== undefined && Object.hasOwn(ciphers, cipherOid) ? undefined : (cipherOid ?? oid);
}

/**
 * Decrypts. The iterations must have been checked. `null` as password is the missing one, which PKCS#12 tells from the
 * empty one. Undefined when the password is wrong or the data damaged, whichever of the two.
 */
export function decryptWithPassword(
  encryption: PasswordEncryption,
  data: Uint8Array,
  password: string | null,
): Uint8Array | undefined {
  try {
    return encryption.oid === PBES2
      ? decryptPbes2(encryption, data, password ?? '')
      : decryptPkcs12Pbe(encryption, data, password);
  } catch {
    // What exactly failed would tell the holder of a damaged file something about the password.
    return undefined;
  }
}

/** PBKDF2 takes the password in UTF-8, as OpenSSL and everyone after it does, whatever RFC 7292 says. */
function decryptPbes2({ parameters, iterations }: PasswordEncryption, data: Uint8Array, password: string) {
  const { salt, prf, cipherOid, iv } = pbes2Fields(parameters);
  const cipher = cipherOid === undefined ? undefined : ciphers[cipherOid];
  if (salt === undefined || prf === undefined || cipher === undefined || iv === undefined) return undefined;
  if (typeof iterations !== 'number') return undefined;
  const [name, keyLength] = cipher;
  const key = pbkdf2Sync(Buffer.from(password, 'utf8'), salt, iterations, keyLength, prf);
  const decipher = createDecipheriv(name, key, iv);
  return Buffer.concat([decipher.update(data), decipher.final()]);
}

function decryptPkcs12Pbe({ oid, parameters }: PasswordEncryption, data: Uint8Array, password: string | null) {
  if (parameters === undefined) return undefined;
  const { asn1, pbe, util } = loadForge();
  const cipher = pbe.getCipher(oid, asn1.fromDer(binaryOf(parameters.raw)), password);
  cipher.update(util.createBuffer(binaryOf(data)));
  return cipher.finish() ? Buffer.from(cipher.output.bytes(), 'latin1') : undefined;
}

/** PBES2-params: SEQUENCE { SEQUENCE { PBKDF2, SEQUENCE { salt, count, keyLength?, prf DEFAULT hmacWithSHA1 } }, SEQUENCE { cipher, iv } } */
function pbes2Fields(parameters: BerValue | undefined) {
  const [derivation, scheme] = parameters?.children ?? [];
  const [salt, , ...optional] = derivation?.children[1]?.children ?? [];
  const prfIdentifier = optional.find((field) => universalTag(field) === 16);
  const prfOid = prfIdentifier === undefined ? '1.2.840.113549.2.7' : oidOf(prfIdentifier);
  const iv = scheme?.children[1];
  return {
    derivationOid: oidOf(derivation),
    cipherOid: oidOf(scheme),
    salt: salt && universalTag(salt) === 4 ? octetsOf(salt) : undefined,
    prf: prfOid !== undefined && Object.hasOwn(prfs, prfOid) ? prfs[prfOid] : undefined,
    iv: iv && universalTag(iv) === 4 ? octetsOf(iv) : undefined,
  };
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

export function binaryOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
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

/** Reads the inside of something decrypted; undefined when it is not BER. */
export function tryReadBer(bytes: Uint8Array, what: string): BerValue | undefined {
  try {
    return readBer(bytes, { what });
  } catch {
    // A wrong password that happens to fit the padding gives bytes of no form.
    return undefined;
  }
}
