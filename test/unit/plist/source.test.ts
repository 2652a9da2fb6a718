import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { decodePlist } from '../../../src/plist/decode.js';
import { document, refusalOf } from './plist-document.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16 = (text: string, order: 'le' | 'be', mark = true): Uint8Array => {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return Uint8Array.from(order === 'le' ? bytes : bytes.swap16());
};
const sound = document('<string>Prüflabor 名😀</string>');
const declared = (text: string): string => document('<true/>').replace(/^<\?xml.*?\?>/, text);

describe('what is no XML property list is told by its name', () => {
  test.each<[trap: string, input: string | Uint8Array, found: string]>([
    ['nothing', '', 'an empty file'],
    ['white space', new Uint8Array(3).fill(32), 'an empty file'],
    ['a binary property list', utf8('bplist00\u0001\u0002'), 'a binary property list'],
    ['a binary property list in a text', 'bplist00', 'a binary property list'],
    ['OpenStep text that would set a prototype', '{ "__proto__" = { polluted = 1; }; }', 'OpenStep'],
    ['an OpenStep array', '(1, 2)', 'OpenStep'],
    ['JSON', '{"PayloadType":"Configuration"}', 'JSON'],
    ['a PEM file', '-----BEGIN PKCS7-----', 'a PEM file'],
    ['an HTML page', '<!doctype html><html></html>', 'an HTML page'],
    ['CMS in DER', Uint8Array.of(0x30, 0x82, 1, 0, 6, 9), 'CMS or DER'],
    ['CMS in BER', Uint8Array.of(0x30, 0x80, 6, 9), 'CMS or DER'],
    ['a blank in front', ` ${sound}`, 'white space before the XML declaration'],
    ['an empty line in front', utf8(`\n${sound}`), 'white space before the XML declaration'],
    ['no declaration', '<plist version="1.0"><true/></plist>', 'XML without an XML declaration'],
    ['a DOCTYPE alone', '<!DOCTYPE plist PUBLIC "" ""><plist><true/></plist>', 'XML without an XML declaration'],
    ['anything else', 'PayloadType: Configuration', 'something else'],
  ])('%s', (_, input, found) => {
    const { code, message, hint } = refusalOf(() => decodePlist(input));
    expect(code).toBe('ERR_PLIST_FORMAT');
    expect(message).toContain(found);
    expect(hint).toContain('plutil -convert xml1');
  });
});

describe('encodings', () => {
  test.each<[trap: string, input: string | Uint8Array]>([
    ['UTF-8', utf8(sound)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${sound}`)],
    ['a text', sound],
    ['a text with a byte order mark, as readFileSync gives it', `\ufeff${sound}`],
    ['UTF-8 without its name', utf8(sound.replace(' encoding="UTF-8"', ''))],
    ['the name in lower case and single quotes', utf8(sound.replace('"UTF-8"', "'utf-8'"))],
    ['standalone', utf8(sound.replace('"?>', '" standalone="yes" ?>'))],
  ])('%s is read', (_, input) => {
    expect(decodePlist(input).value).toBe('Prüflabor 名😀');
  });

  test.each<[trap: string, input: Uint8Array, reason: string]>([
    ['UTF-16LE', utf16(sound, 'le'), 'UTF-16'],
    ['UTF-16BE', utf16(sound, 'be'), 'UTF-16'],
    ['UTF-16LE without a byte order mark', utf16(sound, 'le', false), 'UTF-16'],
    ['UTF-16BE without a byte order mark', utf16(sound, 'be', false), 'UTF-16'],
    ['UTF-32BE', Uint8Array.of(0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c), 'UTF-32'],
    ['Latin-1', latin1(document('<string>Prüflabor</string>')), 'not UTF-8'],
    ['an overlong slash', latin1(document('<string>\xc0\xaf</string>')), 'not UTF-8'],
    ['a surrogate in UTF-8', latin1(document('<string>\xed\xa0\x80</string>')), 'not UTF-8'],
    ['half a character', latin1(document('<string>\xf0\x9f</string>')), 'not UTF-8'],
    ['a declared UTF-16', utf8(declared('<?xml version="1.0" encoding="utf-16"?>')), 'UTF-16 in place of UTF-8'],
    ['a declared Latin-1', utf8(declared('<?xml version="1.0" encoding="ISO-8859-1"?>')), 'ISO-8859-1'],
    ['an encoding of nobody', utf8(declared('<?xml version="1.0" encoding="hunter2"?>')), 'another encoding'],
    ['more than US-ASCII under that name', utf8(sound.replace('UTF-8', 'US-ASCII')), 'not US-ASCII'],
  ])('%s is refused by its name', (_, input, reason) => {
    const { code, message } = refusalOf(() => decodePlist(input));
    expect(code).toBe('ERR_PLIST_ENCODING');
    expect(message).toContain(reason);
    expect(message).not.toContain('hunter2');
  });

  test('US-ASCII is UTF-8', () => {
    expect(decodePlist(utf8(declared('<?xml version="1.0" encoding="us-ascii"?>'))).value).toBe(true);
  });
});

test.each([
  ['XML 1.1', '<?xml version="1.1" encoding="UTF-8"?>'],
  ['no version', '<?xml encoding="UTF-8"?>'],
  ['no end', '<?xml version="1.0" encoding="UTF-8">'],
  ['quotes that differ', '<?xml version="1.0\' encoding="UTF-8"?>'],
  ['white space that XML does not have', '<?xml\u00a0version="1.0" encoding="UTF-8"?>'],
  ['attributes of its own', '<?xml version="1.0" encoding="UTF-8" x="1"?>'],
])('an XML declaration with %s is refused at line 1', (_, text) => {
  expect(refusalOf(() => decodePlist(declared(text)))).toMatchObject({
    code: 'ERR_PLIST_MALFORMED',
    details: { line: 1, column: 1 },
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
