import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { FindingList } from './finding-list.js';

/**
 * Decodes the bytes of an XML property list as CoreFoundation does (CFPropertyList.c, encodingForXMLData): by the byte order
 * mark, else by the encoding that a file names which begins with `<?xml`, else as UTF-8. Bytes that are not UTF-8 become lone
 * surrogates, which no decoder makes: a device only looks at them when they stand in a text.
 *
 * @throws ProfilewrightError `ERR_PLIST_ENCODING`
 */
export function decodeText(bytes: Uint8Array, findings: FindingList): { text: string; encoding: string } {
  const { encoding, skip, isGuess } = detectUnicode(bytes) ?? { encoding: namedEncoding(bytes), skip: 0 };
  const text = decoderOf(encoding)(bytes.subarray(skip));
  const declared = /^<\?xml[^>]{0,200}?[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][\w.-]{0,40})["']/.exec(text);
  const forOthers = declared?.[1] === undefined ? undefined : canonicalName(declared[1]);
  if (isGuess === true) {
    const used = 'unreadable without a byte order mark';
    findings.add('plist-encoding-conflict', {}, { declared: encoding.toUpperCase(), used });
  } else if (forOthers !== undefined && isOther(forOthers, encoding) && /[^\0-\x7f]/.test(text)) {
    const named = nameEncoding(forOthers);
    findings.add('plist-encoding-conflict', {}, { declared: named, used: encoding.toUpperCase() });
  } else if (encoding !== 'utf-8' && encoding !== 'us-ascii') {
    findings.add('plist-encoding', {}, { encoding: encoding.toUpperCase() });
  }
  return { text, encoding };
}

interface Detected {
  readonly encoding: string;
  /** Bytes of the byte order mark. */
  readonly skip: number;
  /** Nothing says it but the zeros: CoreFoundation then loses the first character. */
  readonly isGuess?: boolean;
}

/** A byte order mark, or the zeros of UTF-16 and UTF-32. */
function detectUnicode(bytes: Uint8Array): Detected | undefined {
  const [a, b, c, d] = bytes;
  if (bytes.length > 4 && a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', skip: 4 };
  if (bytes.length > 4 && a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', skip: 4 };
  if (bytes.length > 3 && a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (bytes.length <= 2) return undefined;
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 };
  if (a !== 0 && b !== 0) return undefined;
  const isBigEndian = a === 0;
  const isWide = isBigEndian ? b === 0 : c === 0 && d === 0;
  return { encoding: `utf-${isWide ? '32' : '16'}${isBigEndian ? 'be' : 'le'}`, skip: 0, isGuess: true };
}

/** What stands between `encoding=` and the next quote, before the first `?` or `>`. White space around the "=" is not seen. */
function namedEncoding(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  if (!head.startsWith('<?xml')) return 'utf-8';
  const end = head.slice(5).search(/[?>]/) + 5;
  const start = head.indexOf('encoding=', 5);
  if (start < 0 || (end >= 5 && end < start)) return 'utf-8';
  const quoted = /^(["'])(.*?)\1/s.exec(head.slice(start + 'encoding='.length));
  const name = quoted === null ? 'utf-8' : canonicalName(quoted[2] ?? '');
  // UTF-16 without its zeros is none, and so is UTF-32; nobody but an attacker writes UTF-7.
  if (wideName.test(name)) refuse(`the XML declaration names ${nameEncoding(name)}, which it is not`);
  return name;
}

const wideName = /^(?:utf-?(?:7|16|32)|ucs|unicode|csunicode|iso-10646)/;

/** Names that CoreFoundation knows (CFStringEncodingDatabase.c, and the aliases of ICU) and `TextDecoder` does not. */
const aliases: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  cp65001: 'utf-8',
  ascii: 'us-ascii',
  'iso646-us': 'us-ascii',
  'ansi_x3.4-1968': 'us-ascii',
  latin1: 'iso-8859-1',
  l1: 'iso-8859-1',
  'iso8859-1': 'iso-8859-1',
  'iso_8859-1': 'iso-8859-1',
  cp819: 'iso-8859-1',
  ibm819: 'iso-8859-1',
  cp874: 'windows-874',
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
};

function canonicalName(name: string): string {
  const folded = name.slice(0, 40).toLowerCase();
  return Object.hasOwn(aliases, folded) ? (aliases[folded] ?? folded) : folded;
}

/** Whether a reader that goes by the declaration reads another text. UTF-16 and UTF-32 are read as nothing else by anybody. */
function isOther(declared: string, used: string): boolean {
  return declared !== used && !/^utf-(?:16|32)/.test(used);
}

type Decoder = (bytes: Uint8Array) => string;

const unicode: Readonly<Record<string, Decoder>> = {
  'utf-8': decodeUtf8,
  'us-ascii': decodeAscii,
  'iso-8859-1': (bytes) => view(bytes).toString('latin1'),
  'utf-16le': (bytes) => view(bytes).toString('utf16le'),
  'utf-16be': (bytes) =>
    Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le'),
  'utf-32le': (bytes) => decodeUtf32(bytes, true),
  'utf-32be': (bytes) => decodeUtf32(bytes, false),
};

/** The characters at 80 to 9F; some versions of Node give C1 controls for them. */
const windowsLatin1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function decoderOf(encoding: string): Decoder {
  return Object.hasOwn(unicode, encoding) ? (unicode[encoding] ?? decodeUtf8) : legacyDecoder(encoding);
}

function legacyDecoder(encoding: string): Decoder {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    return refuse('the XML declaration names an encoding that is not known');
  }
  return (bytes) => {
    try {
      const text = decoder.decode(bytes);
      if (encoding.startsWith('iso-8859-')) return replaceMiddle(text, bytes, (byte) => String.fromCharCode(byte));
      if (decoder.encoding !== 'windows-1252') return text;
      return replaceMiddle(text, bytes, (byte) => windowsLatin1.charAt(byte - 0x80));
    } catch {
      return refuse(`it is not ${nameEncoding(encoding)}, as its XML declaration has it`);
    }
  };
}

/** Replaces what the octets 80 to 9F gave. In ISO 8859 they are controls; a browser, and so a decoder, reads letters of Windows. */
function replaceMiddle(text: string, bytes: Uint8Array, characterOf: (byte: number) => string): string {
  if (text.length !== bytes.length || !bytes.some((byte) => byte >= 0x80 && byte < 0xa0)) return text;
  return Array.from(text, (character, index) => {
    const byte = bytes[index] ?? 0;
    return byte >= 0x80 && byte < 0xa0 ? characterOf(byte) : character;
  }).join('');
}

function decodeAscii(bytes: Uint8Array): string {
  if (bytes.some((byte) => byte >= 0x80)) return refuse('it is not US-ASCII, as its XML declaration has it');
  return view(bytes).toString('latin1');
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeBrokenUtf8(bytes);
  }
}

/** The first byte of a sequence: its length, and the range of the second byte (Unicode, table 3-7). */
function sequenceOf(first: number): readonly [length: number, low: number, high: number] | undefined {
  if (first >= 0xc2 && first <= 0xdf) return [2, 0x80, 0xbf];
  if (first >= 0xe0 && first <= 0xef) return [3, first === 0xe0 ? 0xa0 : 0x80, first === 0xed ? 0x9f : 0xbf];
  if (first >= 0xf0 && first <= 0xf4) return [4, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf];
  return undefined;
}

/** Each byte that belongs to no character becomes U+DC00 plus its value, which is half a character. */
function decodeBrokenUtf8(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let count = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const first = bytes[index] ?? 0;
    const length = first < 0x80 ? 1 : sequenceLength(bytes, index);
    if (length === 1) {
      units[count++] = first;
    } else if (length === 0) {
      units[count++] = 0xdc00 + first;
    } else {
      let codePoint = first & (0xff >> (length + 1));
      for (let next = 1; next < length; next += 1) codePoint = (codePoint << 6) | ((bytes[index + next] ?? 0) & 0x3f);
      if (codePoint > 0xffff) units[count++] = 0xd7c0 + (codePoint >> 10);
      units[count++] = codePoint > 0xffff ? 0xdc00 + (codePoint & 0x3ff) : codePoint;
      index += length - 1;
    }
  }
  return Buffer.from(units.buffer, 0, count * 2).toString('utf16le');
}

/** Zero when no character begins here. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const [length, low, high] = sequenceOf(bytes[index] ?? 0) ?? [0, 0, 0];
  const second = bytes[index + 1] ?? 0;
  if (length === 0 || second < low || second > high) return 0;
  for (let next = 2; next < length; next += 1) if (((bytes[index + next] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function decodeUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const units = new Uint16Array(bytes.length / 2 + 2);
  let count = 0;
  for (let offset = 0; offset + 4 <= bytes.length; offset += 4) {
    const codePoint = data.getUint32(offset, isLittleEndian);
    if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint < 0xe000)) return refuse('it is not UTF-32');
    if (codePoint > 0xffff) units[count++] = 0xd7c0 + (codePoint >> 10);
    units[count++] = codePoint > 0xffff ? 0xdc00 + (codePoint & 0x3ff) : codePoint;
  }
  return Buffer.from(units.buffer, 0, count * 2).toString('utf16le');
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** What may be named in a message. */
function nameEncoding(name: string): string {
  const isKnown =
    /^(?:utf-?(?:7|8|16|32)(?:be|le)?|us-ascii|iso-8859-\d{1,2}|windows-\d{3,4}|cp\d{2,5}|macintosh)$/.test(name);
  return isKnown ? name.toUpperCase() : 'another encoding';
}

function refuse(reason: string): never {
  throw new ProfilewrightError('ERR_PLIST_ENCODING', { reason });
}
