import { isContext, octetsOf, readBer, universalTag, type BerValue } from '../asn1/ber.js';
import { contentTypes, readContentInfo } from '../asn1/content-info.js';
import { decodeLatin1 } from '../asn1/string-value.js';
import { isProfilewrightError, ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { octetStringOf, readPasswordEncryption, type PasswordEncryption } from './password-encryption.js';
import { readBags, type BagCounter, type Pkcs12Bag } from './pkcs12-bags.js';
import { readMac, type Pkcs12Mac } from './pkcs12-mac.js';
import { recognizeDer } from './recognize-der.js';

/** One safe of a PKCS#12 file: bags in the clear, or encrypted together. */
export type Pkcs12Safe =
  | { readonly bags: readonly Pkcs12Bag[] }
  | { readonly encryption: PasswordEncryption; readonly data: Uint8Array }
  /** Encrypted with a public key, or of a kind that there should not be. */
  | { readonly contentType: string };

/** All of a PKCS#12 file (RFC 7292) that can be seen without its password. */
export interface Pkcs12Structure {
  /** What the MAC covers. */
  readonly content: Uint8Array;
  readonly mac?: Pkcs12Mac;
  readonly safes: readonly Pkcs12Safe[];
  /** Goes on counting when safes are decrypted. */
  readonly counter: BagCounter;
}

const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Reads what can be seen of a PKCS#12 file without its password: `PFX ::= SEQUENCE { version INTEGER, authSafe ContentInfo,
 * macData MacData OPTIONAL }`. Nothing is judged but the structure.
 *
 * @throws ProfilewrightError `ERR_INPUT_EMPTY`, `ERR_INPUT_TOO_LARGE`, `ERR_PKCS12_MALFORMED`, `ERR_PKCS12_LIMIT`; `ERR_PKCS12_ALGORITHM` for a
 * file that is signed in place of having a MAC
 */
export function readPkcs12Structure(bytes: Uint8Array): Pkcs12Structure {
  if (bytes.length > MAX_BYTES) {
    const details = { what: 'the PKCS#12 file', bytes: bytes.length, maxBytes: MAX_BYTES };
    throw new ProfilewrightError('ERR_INPUT_TOO_LARGE', details);
  }
  if (bytes.length === 0) throw new ProfilewrightError('ERR_INPUT_EMPTY', { what: 'the PKCS#12 file' });
  if (bytes[0] !== 0x30) return refuse(describeOther(bytes));
  return asPkcs12(() => readPfx(readBer(bytes, { what: 'the PKCS#12 file' })));
}

/** What people take for a PKCS#12 file. */
function describeOther(bytes: Uint8Array): string {
  const text = decodeLatin1(bytes.subarray(0, 1024)).trimStart();
  if (text.startsWith('-----BEGIN ')) return 'it is PEM text';
  if (text.startsWith('\u00fe\u00ed\u00fe\u00ed')) return 'it is a Java keystore of the old kind (JKS)';
  if (/^MI[A-Za-z0-9+/]{20}/.test(text)) return 'it is base64 text';
  return 'it does not begin with a SEQUENCE';
}

function readPfx(pfx: BerValue): Pkcs12Structure {
  const kind = recognizeDer(pfx.raw);
  if (kind !== 'PKCS#12' && kind !== 'unknown') return refuse(`it is a ${kind}`);
  const [version, authSafe, macData, ...others] = pfx.children;
  if (universalTag(version) !== 2 || authSafe === undefined || others.length > 0) return refuse('it is not a PFX');
  const { contentType, content } = readContentInfo(authSafe);
  if (contentType !== contentTypes.data) throw new ProfilewrightError('ERR_PKCS12_ALGORITHM', { found: contentType });
  const octets = octetStringOf(content) ?? refuse('the AuthenticatedSafe is no OCTET STRING');
  const counter: BagCounter = { bags: 0 };
  const authenticated = readBer(octets, { what: 'the PKCS#12 file' });
  const safes = authenticated.children.map((safe) => readSafe(safe, counter));
  return { content: octets, safes, counter, ...(macData === undefined ? {} : { mac: readMac(macData) }) };
}

function readSafe(safe: BerValue, counter: BagCounter): Pkcs12Safe {
  const { contentType, content } = readContentInfo(safe);
  if (contentType === contentTypes.encryptedData) return readEncryptedData(content);
  if (contentType !== contentTypes.data) return { contentType };
  const octets = octetStringOf(content) ?? refuse('a safe is no OCTET STRING');
  return { bags: readBags(readBer(octets, { what: 'the PKCS#12 file' }), counter) };
}

/** `EncryptedData ::= SEQUENCE { version, SEQUENCE { contentType, AlgorithmIdentifier, encryptedContent [0] IMPLICIT OCTET STRING } }` */
function readEncryptedData(value: BerValue): Pkcs12Safe {
  const [, info] = value.children;
  const [, identifier, data] = info?.children ?? [];
  const encryption = readPasswordEncryption(identifier);
  if (encryption === undefined || !isContext(data, 0)) return refuse('an EncryptedData is of another form');
  return { encryption, data: octetsOf(data) };
}

/** Whether the bytes begin as those of a PKCS#12 file do, complete and sound or not: a SEQUENCE and the version 3. */
export function isLikePkcs12(bytes: Uint8Array): boolean {
  const [tag, first = 0] = bytes;
  const start = first < 0x80 ? 2 : 2 + (first & 0x7f);
  return tag === 0x30 && bytes[start] === 2 && bytes[start + 1] === 1 && bytes[start + 2] === 3;
}

/** Runs `read`; what is wrong with the encoding is told as what is wrong with the file. */
function asPkcs12<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (isProfilewrightError(error, 'ERR_ASN1_LIMIT')) {
      const { limit, maximum } = error.details;
      throw new ProfilewrightError('ERR_PKCS12_LIMIT', { limit, maximum });
    }
    if (!isProfilewrightError(error, 'ERR_ASN1_MALFORMED')) throw error;
    const { offset, reason } = error.details;
    return refuse(`at byte ${String(offset)}: ${reason}`);
  }
}

function refuse(reason: string): never {
  throw new ProfilewrightError('ERR_PKCS12_MALFORMED', { reason });
}
