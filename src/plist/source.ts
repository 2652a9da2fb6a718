import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { LineIndex } from './line-index.js';

/** The text of a property list, and where it goes on behind the XML declaration. */
export interface PlistSource {
  readonly source: string;
  readonly start: number;
  readonly lines: LineIndex;
}

/**
 * Decodes the input as UTF-8 (a byte order mark is passed over) and reads the XML declaration, which must be there.
 *
 * @throws ProfilewrightError `ERR_PLIST_LIMIT`, `ERR_PLIST_ENCODING`, `ERR_PLIST_FORMAT` naming what the input is instead
 * @throws TypeError when the input is neither bytes nor text
 */
export function decodeSource(input: Uint8Array | string, maxBytes: number): PlistSource {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
    throw new TypeError('input must be a Uint8Array or a string');
  }
  if (input.length > maxBytes) throw new ProfilewrightError('ERR_PLIST_LIMIT', { limit: 'bytes', maximum: maxBytes });
  const source = typeof input === 'string' ? input : decodeUtf8(input);
  const found = otherFormat(source);
  if (found !== undefined) throw new ProfilewrightError('ERR_PLIST_FORMAT', { found });
  const lines = new LineIndex(source);
  return { source, start: readDeclaration(source, lines), lines };
}

function decodeUtf8(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0) {
    throw new ProfilewrightError('ERR_PLIST_ENCODING', { reason: 'it is UTF-16 or UTF-32' });
  }
  if (first === 0x30 && (second ?? 0) >= 0x80) {
    throw new ProfilewrightError('ERR_PLIST_FORMAT', { found: 'a binary file that begins like CMS or DER' });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProfilewrightError('ERR_PLIST_ENCODING', { reason: 'it is not UTF-8' });
  }
}

function otherFormat(source: string): string | undefined {
  if (source.startsWith('<?xml')) return undefined;
  const text = source.slice(0, 2000).trimStart();
  if (text === '') return 'an empty file';
  if (text.startsWith('bplist')) return 'a binary property list';
  if (text.startsWith('-----BEGIN')) return 'a PEM file';
  if (text.startsWith('{') || text.startsWith('(')) return 'JSON or an OpenStep property list';
  if (text.startsWith('<?xml')) return 'white space before the XML declaration';
  if (text.startsWith('<plist') || text.startsWith('<!DOCTYPE plist')) return 'XML without an XML declaration';
  if (/^<!doctype html|^<html/i.test(text)) return 'an HTML page';
  return 'something else';
}

function readDeclaration(source: string, lines: LineIndex): number {
  const end = source.slice(0, 200).indexOf('?>');
  const declaration = end < 0 ? '' : source.slice(0, end + 2);
  const match =
    /^<\?xml\s+version\s*=\s*(["'])1\.0\1(?:\s+encoding\s*=\s*(["'])([\w.-]+)\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\4)?\s*\?>$/.exec(
      declaration,
    );
  if (match === null) {
    const reason = 'the XML declaration is not <?xml version="1.0" encoding="UTF-8"?>';
    throw new ProfilewrightError('ERR_PLIST_MALFORMED', { ...lines.place(0), reason });
  }
  const encoding = match[3]?.toLowerCase() ?? 'utf-8';
  if (encoding !== 'utf-8' && encoding !== 'us-ascii') {
    throw new ProfilewrightError('ERR_PLIST_ENCODING', {
      reason: 'the XML declaration names another encoding than UTF-8',
    });
  }
  return declaration.length;
}
