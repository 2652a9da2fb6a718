import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { decodeLatin1 } from '../asn1/string-value.js';
import { decodeBase64 } from '../asn1/base64.js';

/**
 * The DER bytes of a text without PEM markers, which must be bare base64; everything else that a text can be is told apart.
 *
 * @throws ProfilewrightError `ERR_CERTIFICATE_*`, `ERR_INPUT_IS_PATH` or `ERR_PEM_MALFORMED`
 */
export function readBareText(text: string, bytes?: Uint8Array): Bytes {
  const decoded = decodeBase64(text.replace(/^\ufeff/, ''));
  // The base64 of a SEQUENCE begins with M; a short path such as "Mac/ca" is base64 as well, but no DER.
  if (typeof decoded !== 'number' && decoded[0] === 0x30 && decoded.length > 16) return decoded;
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return refuseJson(trimmed);
  if (/^(ssh-|ecdsa-sha2-|sk-ssh-)/.test(trimmed)) {
    throw new ProfilewrightError('ERR_CERTIFICATE_IS_PUBLIC_KEY', { found: 'SSH public key' });
  }
  if (trimmed.startsWith('-----END ')) {
    throw new ProfilewrightError('ERR_PEM_MALFORMED', { line: 1, label: '', reason: 'has no BEGIN line' });
  }
  const found = knownFormat(bytes === undefined ? trimmed : decodeLatin1(bytes.subarray(0, 8)));
  if (found !== undefined) throw new ProfilewrightError('ERR_CERTIFICATE_IS_OTHER', { found });
  if (looksLikePath(trimmed)) throw new ProfilewrightError('ERR_INPUT_IS_PATH', { what: 'the text' });
  const reason = 'there is no PEM block, and it is neither DER nor base64';
  throw new ProfilewrightError('ERR_CERTIFICATE_UNREADABLE', { reason });
}

function refuseJson(text: string): never {
  if (text.slice(0, 10_000).includes('"kty"')) {
    const isPrivate = /"(d|k)"\s*:/.test(text.slice(0, 10_000));
    const code = isPrivate ? 'ERR_CERTIFICATE_IS_KEY' : 'ERR_CERTIFICATE_IS_PUBLIC_KEY';
    throw new ProfilewrightError(code, { found: 'JSON Web Key' });
  }
  throw new ProfilewrightError('ERR_CERTIFICATE_IS_OTHER', { found: 'JSON' });
}

/** One short line with a separator or a file name's ending, or a drive letter, a tilde or a scheme in front. */
function looksLikePath(text: string): boolean {
  if (text.length > 4096 || /[\r\n\0]/.test(text)) return false;
  return /[/\\]/.test(text) || /^~|^[A-Za-z]:|\.[A-Za-z0-9]{1,12}$/.test(text);
}

function knownFormat(start: string): string | undefined {
  if (start.startsWith('bplist')) return 'a binary property list';
  if (start.startsWith('<?xml') || start.startsWith('<plist')) return 'an XML document';
  if (start.startsWith('\xfe\xed\xfe\xed')) return 'a Java key store';
  if (start.startsWith('PK\x03\x04')) return 'a ZIP archive';
  return undefined;
}
