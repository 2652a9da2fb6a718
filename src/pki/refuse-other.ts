import { readBer } from '../asn1/ber.js';
import { decodeLatin1 } from '../asn1/string-value.js';
import { isProfilewrightError, ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { findPrivateKeyLine } from './pem.js';
import { recognizeDer, type DerKind } from './recognize-der.js';

/** Throws the error that says what was found in place of a certificate. */
export function refuseKind(kind: Exclude<DerKind, 'certificate' | 'ContentInfo'>): never {
  switch (kind) {
    case 'private key':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_KEY', { found: 'PRIVATE KEY' });
    case 'encrypted private key':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_KEY', { found: 'ENCRYPTED PRIVATE KEY' });
    case 'public key':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_PUBLIC_KEY', { found: 'PUBLIC KEY' });
    case 'PKCS#12':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_PKCS12', {});
    case 'certificate signing request':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_CSR', {});
    case 'certificate revocation list':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_CRL', {});
    case 'unknown':
      throw new ProfilewrightError('ERR_CERTIFICATE_UNREADABLE', { reason: 'the ASN.1 is of no known kind' });
  }
}

/** Throws the error for a block under that label. */
export function refuseLabel(label: string): never {
  switch (label) {
    case 'PUBLIC KEY':
    case 'RSA PUBLIC KEY':
    case 'SSH2 PUBLIC KEY':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_PUBLIC_KEY', { found: label });
    case 'CERTIFICATE REQUEST':
    case 'NEW CERTIFICATE REQUEST':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_CSR', {});
    case 'X509 CRL':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_CRL', {});
    case 'PKCS12':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_PKCS12', {});
    default:
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_OTHER', { found: `a PEM block "${label}"` });
  }
}

/** Throws when a line of the text announces a private key, or a JSON Web Key in it is one. */
export function refuseKeyText(text: string): void {
  const key = findPrivateKeyLine(text);
  if (key !== undefined) throw new ProfilewrightError('ERR_CERTIFICATE_IS_KEY', { found: key.label, line: key.line });
  if (text.includes('"kty"') && /"[dk]"\s{0,9}:/.test(text)) {
    throw new ProfilewrightError('ERR_CERTIFICATE_IS_KEY', { found: 'JSON Web Key' });
  }
}

/** Throws when the object is a key: Node's KeyObject, a CryptoKey, or a JSON Web Key. */
export function refuseKeyObject(input: object): void {
  const { kty, type } = input as { readonly kty?: unknown; readonly type?: unknown };
  if (typeof kty === 'string') {
    const code = 'd' in input || 'k' in input ? 'ERR_CERTIFICATE_IS_KEY' : 'ERR_CERTIFICATE_IS_PUBLIC_KEY';
    throw new ProfilewrightError(code, { found: 'JSON Web Key' });
  }
  if (type === 'private' || type === 'secret') {
    throw new ProfilewrightError('ERR_CERTIFICATE_IS_KEY', { found: `KeyObject (${type})` });
  }
  if (type === 'public') throw new ProfilewrightError('ERR_CERTIFICATE_IS_PUBLIC_KEY', { found: 'KeyObject (public)' });
}

/** Values in a row are passed over; more than these are no oversight. */
const MAX_PASSED_OVER = 100;

/** Throws when a private key or a PKCS#12 file stands in the bytes behind a certificate, as text or as DER. */
export function refuseKeyBehind(bytes: Uint8Array): void {
  refuseKeyText(decodeLatin1(bytes));
  let rest = bytes;
  for (let passed = 0; passed < MAX_PASSED_OVER && rest.length > 0; passed += 1) {
    const front = readFront(rest);
    if (front === undefined) return;
    const { kind, length } = front;
    if (kind === 'private key' || kind === 'encrypted private key' || kind === 'PKCS#12') refuseKind(kind);
    rest = rest.subarray(length);
  }
}

function readFront(bytes: Uint8Array): { readonly kind: DerKind; readonly length: number } | undefined {
  try {
    const { raw } = readBer(bytes, { what: 'the input', allowTrailing: true });
    return { kind: recognizeDer(raw), length: raw.length };
  } catch (error) {
    if (isProfilewrightError(error)) return undefined;
    throw error;
  }
}
