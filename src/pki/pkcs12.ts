import { createPrivateKey, type KeyObject } from 'node:crypto';
import { contentTypes, derContentInfo, derContentType } from '../asn1/content-info.js';
import { derContextPrimitive, derInteger, derOctetString, derSequence } from '../asn1/der.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { isProfilewrightError, ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { decodeCertificate } from './certificate.js';
import { IterationBudget, type Pkcs12Limits } from './iteration-budget.js';
import { encryptWithPassword, type WrittenCipher } from './password-cipher.js';
import { certificateOf, derCertificateBag, derShroudedKeyBag, type BagAttributes } from './pkcs12-bags.js';
import type { Pkcs12Content } from './pkcs12-content.js';
import { derMac } from './pkcs12-mac.js';
import { decryptKey, openPkcs12, unreadable, type OpenedPkcs12 } from './open-pkcs12.js';
import { isLikePkcs12, readPkcs12Structure, type Pkcs12Structure } from './pkcs12-structure.js';

export interface ReadPkcs12Options extends Pkcs12Limits {
  readonly password: string;
}

/**
 * Reads a PKCS#12 file (RFC 7292) that is protected with a password. Iteration counts are read, and bounded, before any
 * of them is run, also where one stands inside something encrypted. The MAC is checked before anything is decrypted.
 *
 * @throws ProfilewrightError `ERR_PKCS12_*`, `ERR_INPUT_EMPTY`, `ERR_INPUT_TOO_LARGE`, and what reading its certificates throws
 */
export function readPkcs12(bytes: Uint8Array, options: ReadPkcs12Options): Pkcs12Content<KeyObject> {
  const budget = new IterationBudget(options);
  return takeContent(openPkcs12(readWholePkcs12(bytes), options.password, budget), budget);
}

/** The structure of a file that is meant to be opened: to whoever knows no password, damage looks like a wrong one. */
export function readWholePkcs12(bytes: Uint8Array): Pkcs12Structure {
  try {
    return readPkcs12Structure(bytes);
  } catch (error) {
    if (isProfilewrightError(error, 'ERR_PKCS12_MALFORMED') && isLikePkcs12(bytes)) return unreadable();
    throw error;
  }
}

/**
 * The one key of a file that is open, and its certificates. Keys are counted before one is decrypted.
 *
 * @throws ProfilewrightError `ERR_PKCS12_CONTENT`, `ERR_PKCS12_UNREADABLE`, `ERR_PKCS12_ITERATIONS`, and what reading certificates throws
 */
export function takeContent(opened: OpenedPkcs12, budget: IterationBudget): Pkcs12Content<KeyObject> {
  const bags = opened.safes.flat();
  const keys = bags.filter(({ kind }) => kind === 'key' || kind === 'shrouded-key');
  const certificates = bags.flatMap((bag) => {
    const der = bag.kind === 'certificate' ? certificateOf(bag) : undefined;
    return der === undefined ? [] : [{ der, ...attributesOf(bag) }];
  });
  const [key, ...others] = keys;
  if (key === undefined || others.length > 0 || certificates.length === 0) {
    throw new ProfilewrightError('ERR_PKCS12_CONTENT', { keys: keys.length, certificates: certificates.length });
  }
  return {
    key: readKey(decryptKey(key, opened.password, budget)),
    keyAttributes: attributesOf(key),
    certificates: certificates.map(({ der, ...attributes }) => ({
      certificate: decodeCertificate(der),
      ...attributes,
    })),
  };
}

function attributesOf({ friendlyName, localKeyID }: BagAttributes): BagAttributes {
  return {
    ...(friendlyName === undefined ? {} : { friendlyName }),
    ...(localKeyID === undefined ? {} : { localKeyID }),
  };
}

function readKey(der: Uint8Array): KeyObject {
  const copy = Buffer.from(der);
  try {
    return createPrivateKey({ key: copy, format: 'der', type: 'pkcs8' });
  } catch {
    // OpenSSL's words are left out: they may quote the key.
    return unreadable();
  } finally {
    copy.fill(0);
    der.fill(0);
  }
}

export interface WritePkcs12Options {
  readonly cipher: WrittenCipher;
  readonly password: string;
  readonly iterations: number;
}

/**
 * Writes a PKCS#12 file the way OpenSSL does: the certificates encrypted together, the key encrypted by itself, a MAC
 * over both. All of it is our own DER around node:crypto; salts and IVs are new each time.
 */
export function derPkcs12(content: Pkcs12Content<KeyObject>, { cipher, ...protection }: WritePkcs12Options): Bytes {
  const bags = content.certificates.map(({ certificate, ...attributes }) =>
    derCertificateBag(certificate.raw, attributes),
  );
  const key = content.key.export({ type: 'pkcs8', format: 'der' });
  const keyBag = derShroudedKeyBag(encryptWithPassword(key, cipher, protection), content.keyAttributes);
  key.fill(0);
  const safes = [
    derEncryptedData(encryptWithPassword(derSequence(...bags), cipher, protection)),
    derContentInfo(contentTypes.data, derOctetString(derSequence(keyBag))),
  ];
  const authenticated = derSequence(...safes);
  const mac = derMac(authenticated, cipher === 'AES-256-CBC' ? 'sha256' : 'sha1', protection);
  return derSequence(derInteger(3), derContentInfo(contentTypes.data, derOctetString(authenticated)), mac);
}

/** `EncryptedData ::= SEQUENCE { version 0, EncryptedContentInfo }` (RFC 5652 section 8) in its ContentInfo. */
function derEncryptedData({ identifier, encrypted }: ReturnType<typeof encryptWithPassword>): Bytes {
  const info = derSequence(derContentType(contentTypes.data), identifier, derContextPrimitive(0, encrypted));
  return derContentInfo(contentTypes.encryptedData, derSequence(derInteger(0), info));
}
