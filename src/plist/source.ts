import { types } from 'node:util';
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
  if (typeof input !== 'string' && !types.isUint8Array(input)) {
    throw new TypeError('input must be a Uint8Array or a string');
  }
  if (input.length > maxBytes) throw new ProfilewrightError('ERR_PLIST_LIMIT', { limit: 'bytes', maximum: maxBytes });
  const source = typeof input === 'string' ? input.replace(/^\ufeff/, '') : decodeUtf8(input);
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

/** White space of XML, which is less than that of JavaScript. */
const space = '[ \\t\\r\\n]';
const pseudoAttribute = (name: string, value: string, group: number): string =>
  `${space}+${name}${space}*=${space}*(["'])${value}\\${String(group)}`;
const declarationPattern = new RegExp(
  `^<\\?xml${pseudoAttribute('version', '1\\.0', 1)}(?:${pseudoAttribute('encoding', '([A-Za-z][\\w.-]*)', 2)})?` +
    `(?:${pseudoAttribute('standalone', '(?:yes|no)', 4)})?${space}*\\?>$`,
);

/** What may be named in a message. */
const knownEncoding =
  /^(?:UTF-(?:7|16|32)(?:BE|LE)?|ISO-8859-\d{1,2}|WINDOWS-\d{3,4}|MACINTOSH|SHIFT_JIS|EUC-JP|GB18030|BIG5)$/;

function readDeclaration(source: string, lines: LineIndex): number {
  const end = source.slice(0, 200).indexOf('?>');
  const declaration = end < 0 ? '' : source.slice(0, end + 2);
  const match = declarationPattern.exec(declaration);
  if (match === null) {
    const reason = 'the XML declaration is not <?xml version="1.0" encoding="UTF-8"?>';
    throw new ProfilewrightError('ERR_PLIST_MALFORMED', { ...lines.place(0), reason });
  }
  const encoding = match[3]?.toUpperCase() ?? 'UTF-8';
  if (encoding !== 'UTF-8' && encoding !== 'US-ASCII') {
    const named = knownEncoding.test(encoding) ? encoding : 'another encoding';
    throw new ProfilewrightError('ERR_PLIST_ENCODING', {
      reason: `the XML declaration names ${named} in place of UTF-8`,
    });
  }
  if (encoding === 'US-ASCII' && /[\u0080-\uffff]/.test(source)) {
    throw new ProfilewrightError('ERR_PLIST_ENCODING', { reason: 'it is not US-ASCII, as its XML declaration has it' });
  }
  return declaration.length;
}
