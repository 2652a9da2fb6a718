import { createPrivateKey, type KeyObject } from 'node:crypto';
import { isContext, octetsOf, readBer, universalTag, type BerValue } from '../asn1/ber.js';
import { contentTypes, readContentInfo } from '../asn1/content-info.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { decodeCertificate, type Certificate } from './certificate.js';
import {
  decryptWithPassword,
  oidOf,
  readEncryptedPrivateKey,
  readPasswordEncryption,
  tryReadBer,
  unsupportedEncryption,
  type PasswordEncryption,
} from './password-encryption.js';

/** What a PKCS#12 file holds: one private key, and certificates in the order of the file. */
export interface Pkcs12Content {
  readonly key: KeyObject;
  readonly certificates: readonly Certificate[];
}

const MAX_CERTIFICATES = 1000;
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const BAG = '1.2.840.113549.1.12.10.1.';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';

/** Collects keys and certificates from the safes of a PKCS#12 file, plain and encrypted ones. */
export class SafeReader {
  readonly #maximum: number;
  #spent = 0;
  readonly #keys: Uint8Array[] = [];
  readonly #certificates: Uint8Array[] = [];

  constructor(maxIterations: number) {
    this.#maximum = maxIterations;
  }

  /** Limits everything that can be seen without a password. */
  check(safe: BerValue): void {
    const { contentType, content } = readContentInfo(safe);
    if (contentType === ENCRYPTED_DATA) this.#limit(encryptedContent(content).encryption);
    else if (contentType !== contentTypes.data) {
      throw new ProfilewrightError('ERR_PKCS12_ALGORITHM', { found: contentType });
    } else if (universalTag(content) !== 4) refuse('a safe is no OCTET STRING');
    else
      this.#eachBag(safeContents(octetsOf(content)), ({ type, value }) => {
        if (type === '2') this.#limit(readEncryptedPrivateKey(value)?.encryption);
      });
  }

  readSafe(safe: BerValue, password: string | null): void {
    const { contentType, content } = readContentInfo(safe);
    if (contentType !== ENCRYPTED_DATA) {
      this.#readBags(safeContents(octetsOf(content)), password);
      return;
    }
    const { encryption, data } = encryptedContent(content);
    const inside = tryReadBer(this.#decrypt(encryption, data, password), 'a safe');
    this.#readBags(inside ?? unreadable(), password);
  }

  result(): Pkcs12Content {
    const [key, ...others] = this.#keys;
    const found = { keys: this.#keys.length, certificates: this.#certificates.length };
    if (key === undefined || others.length > 0 || found.certificates === 0 || found.certificates > MAX_CERTIFICATES) {
      throw new ProfilewrightError('ERR_PKCS12_CONTENT', found);
    }
    return { key: readKey(key), certificates: this.#certificates.map(decodeCertificate) };
  }

  #readBags(contents: BerValue, password: string | null): void {
    this.#eachBag(contents, ({ type, value }) => {
      if (type === '1') this.#keys.push(new Uint8Array(value.raw));
      if (type === '2') this.#keys.push(this.#decryptKey(value, password));
      if (type === '3') this.#readCertificate(value);
    });
  }

  #decryptKey(value: BerValue, password: string | null): Uint8Array {
    const { encryption, data } = readEncryptedPrivateKey(value) ?? unreadable();
    return this.#decrypt(encryption, data, password);
  }

  /** The limit holds for all iterations of a file together, or many small safes would make it void. */
  #decrypt(encryption: PasswordEncryption, data: Uint8Array, password: string | null): Uint8Array {
    this.#spent += this.#limit(encryption, this.#spent);
    return decryptWithPassword(encryption, data, password) ?? unreadable();
  }

  /** `CertBag ::= SEQUENCE { certId OBJECT IDENTIFIER, certValue [0] EXPLICIT OCTET STRING }` */
  #readCertificate(value: BerValue): void {
    const octets = value.children[1]?.children[0];
    if (oidOf(value) === X509_CERTIFICATE && octets !== undefined) this.#certificates.push(octetsOf(octets));
  }

  /** `SafeBag ::= SEQUENCE { bagId OBJECT IDENTIFIER, bagValue [0] EXPLICIT ANY, bagAttributes SET OPTIONAL }`; type 6 holds bags again. */
  #eachBag(contents: BerValue, visit: (bag: { readonly type: string; readonly value: BerValue }) => void): void {
    for (const bag of contents.children) {
      const id = oidOf(bag);
      const value = isContext(bag.children[1], 0) ? bag.children[1].children[0] : undefined;
      if (id === undefined || value === undefined) return refuse('a bag is of another form');
      const type = id.startsWith(BAG) ? id.slice(BAG.length) : '';
      if (type === '6') this.#eachBag(value, visit);
      else visit({ type, value });
    }
  }

  /** The iterations of an encryption that is supported and, with those spent before, within the limit. */
  #limit(encryption: PasswordEncryption | undefined, spent = 0): number {
    if (encryption === undefined) return refuse('an encryption algorithm is missing');
    const found = unsupportedEncryption(encryption);
    if (found !== undefined) throw new ProfilewrightError('ERR_PKCS12_ALGORITHM', { found });
    const { iterations } = encryption;
    if (typeof iterations === 'number' && iterations + spent <= this.#maximum) return iterations;
    const shown = typeof iterations === 'number' ? iterations + spent : 'zero or unreadable';
    const details = { what: 'encryption', iterations: shown, maximum: this.#maximum } as const;
    throw new ProfilewrightError('ERR_PKCS12_ITERATIONS', details);
  }
}

/** `EncryptedData ::= SEQUENCE { version, SEQUENCE { contentType, AlgorithmIdentifier, encryptedContent [0] IMPLICIT OCTET STRING } }` */
function encryptedContent(value: BerValue): { readonly encryption: PasswordEncryption; readonly data: Uint8Array } {
  const [, info] = value.children;
  const [, identifier, data] = info?.children ?? [];
  const encryption = readPasswordEncryption(identifier);
  if (encryption === undefined || !isContext(data, 0)) return refuse('an EncryptedData is of another form');
  return { encryption, data: octetsOf(data) };
}

function safeContents(bytes: Uint8Array): BerValue {
  return readBer(bytes, { what: 'the PKCS#12 file' });
}

function readKey(der: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
  } catch {
    return unreadable();
  } finally {
    der.fill(0);
  }
}

function refuse(reason: string): never {
  throw new ProfilewrightError('ERR_PKCS12_MALFORMED', { reason });
}

function unreadable(): never {
  throw new ProfilewrightError('ERR_PKCS12_UNREADABLE', {});
}
