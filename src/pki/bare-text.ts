import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { decodeLatin1 } from '../asn1/string-value.js';
import { decodeBase64 } from '../asn1/base64.js';
import { refuseKeyText } from './refuse-other.js';

/**
 * The DER bytes of a text without PEM markers, which must be bare base64; everything else that a text can be is told apart.
 *
 * @throws ProfilewrightError `ERR_CERTIFICATE_*` or `ERR_INPUT_IS_PATH`
 */
export function readBareText(text: string, bytes?: Uint8Array): Bytes {
  const trimmed = text.trim();
  const decoded = decodeBase64(trimmed);
  // The base64 of a SEQUENCE begins with M; a short path such as "Mac/ca" is base64 as well, but no DER.
  if (typeof decoded !== 'number' && decoded[0] === 0x30 && decoded.length > 16) return decoded;
  if (trimmed.startsWith('{')) refuseJson(trimmed);
  if (/^(ssh-|ecdsa-sha2-|sk-ssh-)/.test(trimmed)) {
    throw new ProfilewrightError('ERR_CERTIFICATE_IS_PUBLIC_KEY', { found: 'SSH public key' });
  }
  const found = knownFormat(bytes === undefined ? trimmed : decodeLatin1(bytes.subarray(0, 16)));
  if (found !== undefined) throw new ProfilewrightError('ERR_CERTIFICATE_IS_OTHER', { found });
  if (typeof decoded === 'number' && looksLikeBase64(trimmed)) return refuseBase64(trimmed, decoded);
  if (typeof decoded !== 'number' && decoded.length > 16) return refuseDecoded(decoded);
  if (looksLikePath(trimmed)) throw new ProfilewrightError('ERR_INPUT_IS_PATH', { what: 'the text' });
  return unreadable('there is no PEM block, and it is neither DER nor base64');
}

function unreadable(reason: string): never {
  throw new ProfilewrightError('ERR_CERTIFICATE_UNREADABLE', { reason });
}

/** How the base64 of a certificate begins: a SEQUENCE with two octets of length. Paths do not look like this. */
function looksLikeBase64(text: string): boolean {
  return /^MI[A-P][A-Za-z0-9+/]{45}/.test(text.slice(0, 80).replace(/\s/g, ''));
}

function refuseBase64(text: string, index: number): never {
  if (index === text.length) return unreadable('the base64 stops in the middle');
  return unreadable(`it begins like base64, but character ${String(index + 1)} of it is none`);
}

/** Secrets of Kubernetes hold the base64 of the whole PEM file. */
function refuseDecoded(bytes: Uint8Array): never {
  const text = decodeLatin1(bytes);
  refuseKeyText(text);
  const isPem = text.includes('-----BEGIN ');
  return unreadable(isPem ? 'it is the base64 of a PEM text: decode it first' : 'it is the base64 of something else');
}

/** Private keys in JSON have been refused before. */
function refuseJson(text: string): never {
  if (text.includes('"kty"')) throw new ProfilewrightError('ERR_CERTIFICATE_IS_PUBLIC_KEY', { found: 'JSON Web Key' });
  throw new ProfilewrightError('ERR_CERTIFICATE_IS_OTHER', { found: 'JSON' });
}

/** One short line with a separator or a file name's ending, or a drive letter, a tilde or a scheme in front. */
function looksLikePath(text: string): boolean {
  if (text.length > 4096 || /[\r\n\0]/.test(text)) return false;
  return /[/\\]/.test(text) || /^~|^[A-Za-z]:|\.[A-Za-z0-9]{1,12}$/.test(text);
}

function knownFormat(start: string): string | undefined {
  if (/^<(!doctype\s+html|html|head)/i.test(start)) return 'an HTML page';
  if (start.startsWith('bplist')) return 'a binary property list';
  if (start.startsWith('<?xml') || start.startsWith('<plist')) return 'an XML document';
  if (start.startsWith('\xfe\xed\xfe\xed')) return 'a Java key store';
  if (start.startsWith('PK\x03\x04')) return 'a ZIP archive';
  return undefined;
}
