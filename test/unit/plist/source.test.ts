import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { decodePlist } from '../../../src/plist/decode.js';
import { refusalOf } from '../error-code.js';
import { document } from './plist-document.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16 = (text: string, order: 'le' | 'be', mark = true): Uint8Array => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16());
};
const utf32 = (text: string, order: 'le' | 'be', mark = true): Uint8Array => {
  const codePoints = [...`${mark ? '\ufeff' : ''}${text}`].map((character) => character.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(codePoints.length * 4));
  for (const [index, codePoint] of codePoints.entries()) view.setUint32(index * 4, codePoint, order === 'le');
  return new Uint8Array(view.buffer);
};
const sound = document('<string>Prüflabor 名😀</string>');
const declared = (encoding: string, body = '<true/>'): string => document(body).replace('UTF-8', encoding);
const codesOf = (input: string | Uint8Array): string[] =>
  decodePlist(input).issues.map(({ severity, code }) => `${severity} ${code}`);

describe('what is no property list is told by its name', () => {
  test.each<[trap: string, input: string | Uint8Array, found: string]>([
    ['nothing', '', 'an empty file'],
    ['white space', new Uint8Array(3).fill(32), 'an empty file'],
    ['much white space', new Uint8Array(3000).fill(10), 'an empty file'],
    ['a file of zeros', new Uint8Array(3000), 'an empty file'],
    ['a binary property list in a text', 'bplist00', 'a binary property list in a text'],
    ['a binary property list of another version', utf8('bplist15\u0001'), 'a binary property list in a text, or'],
    ['OpenStep text that would set a prototype', '{ "__proto__" = { polluted = 1; }; }', 'OpenStep'],
    ['an OpenStep array', '(1, 2)', 'OpenStep'],
    ['JSON', '{"PayloadType":"Configuration"}', 'JSON'],
    ['a PEM file', '-----BEGIN PKCS7-----', 'a PEM file'],
    ['an HTML page', '<!doctype html><html></html>', 'an HTML page'],
    ['CMS in DER', Uint8Array.of(0x30, 0x82, 1, 0, 6, 9), 'CMS or DER'],
    ['CMS in BER', Uint8Array.of(0x30, 0x80, 6, 9), 'CMS or DER'],
    ['anything else', 'PayloadType: Configuration', 'something else'],
  ])('%s', (_, input, found) => {
    const { code, message, hint } = refusalOf(() => decodePlist(input));
    expect(code).toBe('ERR_PLIST_FORMAT');
    expect(message).toContain(found);
    expect(hint).toContain('plutil -convert xml1');
  });
});

describe('encodings that a device reads', () => {
  test.each<[trap: string, input: string | Uint8Array, codes?: string[]]>([
    ['UTF-8', utf8(sound)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${sound}`)],
    ['a text', sound],
    ['a text that names another encoding', sound.replace('UTF-8', 'UTF-16')],
    ['a text with a byte order mark, as readFileSync gives it', `\ufeff${sound}`],
    ['UTF-8 behind a page of empty lines', utf8(`${'\n'.repeat(3000)}${sound}`), ['warning plist-prolog']],
    ['UTF-8 without its name', utf8(sound.replace(' encoding="UTF-8"', ''))],
    ['the name in lower case and single quotes', utf8(sound.replace('"UTF-8"', "'utf-8'"))],
    ['the name without a dash', utf8(sound.replace('UTF-8', 'utf8'))],
    ['standalone', utf8(sound.replace('"?>', '" standalone="yes" ?>'))],
    ['UTF-16LE', utf16(sound, 'le'), ['warning plist-encoding']],
    ['UTF-16BE', utf16(sound, 'be'), ['warning plist-encoding']],
    ['UTF-16 that is declared', utf16(sound.replace('UTF-8', 'UTF-16'), 'be'), ['warning plist-encoding']],
    ['UTF-32LE', utf32(sound, 'le'), ['warning plist-encoding']],
    ['UTF-32BE', utf32(sound, 'be'), ['warning plist-encoding']],
    ['GB18030', gb18030(sound), ['warning plist-encoding']],
  ])('%s', (_, input, codes = []) => {
    expect(decodePlist(input).value).toBe('Prüflabor 名😀');
    expect(codesOf(input)).toEqual(codes);
  });

  // The octets are those of the code charts of each encoding.
  test.each<[encoding: string, octets: string, text: string]>([
    ['ISO-8859-1', '\xfc\x85', 'ü\u0085'],
    ['latin1', '\xfc', 'ü'],
    ['ISO-8859-9', '\xd0\x85', 'Ğ\u0085'],
    ['ISO-8859-15', '\xa4', '€'],
    ['windows-1252', '\x80\xfc', '€ü'],
    ['cp1251', '\xcf', 'П'],
    ['KOI8-R', '\xf0', 'П'],
    ['macintosh', '\x9f', 'ü'],
    ['x-mac-cyrillic', '\x8f', 'П'],
    ['Shift_JIS', '\x96\xbc', '名'],
    ['cp932', '\x96\xbc', '名'],
    ['EUC-JP', '\xcc\xbe', '名'],
    ['GB2312', '\xc3\xfb', '名'],
    ['Big5', '\xa6\x57', '名'],
    ['EUC-KR', '\xb8\xed', '명'],
  ])('%s by its name', (encoding, octets, text) => {
    const input = latin1(declared(encoding, `<string>${octets}</string>`));
    expect(decodePlist(input).value).toBe(text);
    expect(codesOf(input)).toEqual(['warning plist-encoding']);
  });

  test.each(['US-ASCII', 'us-ascii', 'ascii'])('%s is UTF-8', (encoding) => {
    expect(codesOf(utf8(declared(encoding)))).toEqual([]);
  });

  test('bytes that are not UTF-8 matter in texts only', () => {
    const comment = latin1(`${document('<!-- Pr\xfcf --><string>a</string>')}\n`);
    expect(decodePlist(comment).value).toBe('a');
    expect(decodePlist(comment).issues).toMatchObject([
      {
        code: 'plist-not-well-formed',
        message: 'the file is not well formed: a comment holds a byte that is not UTF-8',
      },
    ]);
    expect(decodePlist(latin1(document('<data>AQ\xffID</data>'))).value).toEqual(Uint8Array.of(1, 2, 3));
    expect(decodePlist(latin1(`${document('<true/>')}\xff`)).value).toBe(true);
  });

  test('around what is not UTF-8, characters are read as they are', () => {
    const bytes = Buffer.concat([
      latin1('<?xml version="1.0"?><plist><!-- \xff\xc0\xaf\xed\xa0\x80\xf5\xf0\x9f --><string>'),
      utf8('aß名\ufeff😀\u{10ffff}'),
      latin1('</string></plist>'),
    ]);
    expect(decodePlist(bytes).value).toBe('aß名\ufeff😀\u{10ffff}');
  });
});

describe('encodings that readers disagree on are errors', () => {
  test.each<[trap: string, input: Uint8Array, value: string]>([
    ['UTF-16LE without a byte order mark', utf16(sound, 'le', false), 'Prüflabor 名😀'],
    ['UTF-16BE without a byte order mark', utf16(sound, 'be', false), 'Prüflabor 名😀'],
    ['UTF-32LE without a byte order mark', utf32(sound, 'le', false), 'Prüflabor 名😀'],
    ['UTF-32BE without a byte order mark', utf32(sound, 'be', false), 'Prüflabor 名😀'],
    [
      'a byte order mark of UTF-8 and the name of Latin-1',
      utf8(`\ufeff${declared('ISO-8859-1', '<string>ü</string>')}`),
      'ü',
    ],
    [
      'a name that a device does not see',
      utf8(document('<string>ü</string>').replace('="UTF-8"', ' = "ISO-8859-1"')),
      'ü',
    ],
  ])('%s', (_, input, value) => {
    expect(decodePlist(input).value).toBe(value);
    expect(codesOf(input)).toEqual(['error plist-encoding-conflict']);
  });

  test('nobody disagrees on ASCII', () => {
    expect(codesOf(utf8(`\ufeff${declared('ISO-8859-1')}`))).toEqual([]);
  });

  test('behind white space no name is seen', () => {
    expect(refusalOf(() => decodePlist(latin1(`\n${declared('ISO-8859-1', '<string>\xfc</string>')}`)))).toMatchObject({
      code: 'ERR_PLIST_ENCODING',
    });
  });
});

describe('encodings that a device does not read', () => {
  test.each<[trap: string, input: Uint8Array, reason: string]>([
    ['Latin-1', latin1(document('<string>Prüflabor</string>')), 'a text at line 1 is not UTF-8'],
    ['Latin-1 in a key', latin1(document('<dict>\n<key>\xfc</key><true/></dict>')), 'a text at line 2 is not UTF-8'],
    ['an overlong slash', latin1(document('<string>\xc0\xaf</string>')), 'not UTF-8'],
    ['a surrogate in UTF-8', latin1(document('<string>\xed\xa0\x80</string>')), 'not UTF-8'],
    ['half a character', latin1(document('<string>\xf0\x9f</string>')), 'not UTF-8'],
    ['a declared UTF-16', utf8(declared('utf-16')), 'names UTF-16, which it is not'],
    ['a declared UTF-32BE', utf8(declared('UTF-32BE')), 'names UTF-32BE, which it is not'],
    ['UTF-7', utf8(declared('UTF-7', '+ADw-true/+AD4-')), 'names UTF-7'],
    ['an encoding of nobody', utf8(declared('hunter2')), 'an encoding that is not known'],
    ['an encoding without a name', utf8(declared('')), 'an encoding that is not known'],
    ['the encoding of a browser for what is refused', utf8(declared('replacement')), 'an encoding that is not known'],
    ['more than US-ASCII under that name', utf8(sound.replace('UTF-8', 'US-ASCII')), 'not US-ASCII'],
    ['half a character of Shift_JIS', latin1(declared('shift_jis', '<string>a\x96</string>')), 'it is not another'],
    ['a surrogate in UTF-32', utf32(sound.replace('名', '\ud800'), 'le'), 'it is not UTF-32'],
    ['beyond Unicode in UTF-32', Uint8Array.of(0, 0, 0xfe, 0xff, 0, 0x11, 0, 0), 'it is not UTF-32'],
    ['half a surrogate pair in UTF-16', utf16(document('<string>\udc00</string>'), 'be'), 'half of a surrogate pair'],
  ])('%s is refused by its name', (_, input, reason) => {
    const { code, message } = refusalOf(() => decodePlist(input));
    expect(code).toBe('ERR_PLIST_ENCODING');
    expect(message).toContain(reason);
    expect(message).not.toContain('hunter2');
  });
});

test('bytes of another realm are bytes', () => {
  const bytes = runInNewContext('Uint8Array.from(bytes)', { bytes: [...utf8(sound)] }) as Uint8Array;
  expect(bytes instanceof Uint8Array).toBe(false);
  expect(decodePlist(bytes).value).toBe('Prüflabor 名😀');
});

test.each<unknown>([undefined, null, 1, {}, [], new ArrayBuffer(1)])('%j is no input', (input) => {
  expect(() => decodePlist(input as string)).toThrow(TypeError('input must be a Uint8Array or a string'));
});

/** `ü` is A8 B9, `名` C3 FB, and U+1F600 is 94 39 FC 36. */
function gb18030(text: string): Uint8Array {
  return latin1(
    text
      .replace('UTF-8', 'GB18030')
      .replace('ü', '\xa8\xb9')
      .replace('名', '\xc3\xfb')
      .replace('😀', '\x94\x39\xfc\x36'),
  );
}
