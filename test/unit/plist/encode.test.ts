import { describe, expect, test } from 'vitest';
import { decodePlist } from '../../../src/plist/decode.js';
import { encodeNormalized, encodePlist } from '../../../src/plist/encode.js';
import { real, type PlistInput } from '../../../src/plist/value.js';
import { dictionary } from './plist-document.js';

const head = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
  '<plist version="1.0">',
].join('\n');

/** The lines between the head and the end. */
const body = (value: PlistInput): string[] => {
  const text = encodePlist(value);
  expect(text.startsWith(`${head}\n`)).toBe(true);
  expect(text.endsWith('\n</plist>\n')).toBe(true);
  return text.slice(head.length + 1, -'\n</plist>\n'.length).split('\n');
};

test('the layout is that of Apple: tabs, a line for each element, the order of the keys', () => {
  const value = { b: 'text', a: [1, [], {}, { deep: [true] }], data: Uint8Array.of(1, 2), '': false };
  expect(body(value)).toEqual([
    '<dict>',
    '\t<key>b</key>',
    '\t<string>text</string>',
    '\t<key>a</key>',
    '\t<array>',
    '\t\t<integer>1</integer>',
    '\t\t<array/>',
    '\t\t<dict/>',
    '\t\t<dict>',
    '\t\t\t<key>deep</key>',
    '\t\t\t<array>',
    '\t\t\t\t<true/>',
    '\t\t\t</array>',
    '\t\t</dict>',
    '\t</array>',
    '\t<key>data</key>',
    '\t<data>AQI=</data>',
    expect.stringMatching(/^\t<key(\/|><\/key)>$/),
    '\t<false/>',
    '</dict>',
  ]);
});

describe('each value is written as the element that it is', () => {
  test.each<[trap: string, value: PlistInput, element: string]>([
    ['an integer', -7, '<integer>-7</integer>'],
    ['the largest safe integer', Number.MAX_SAFE_INTEGER, '<integer>9007199254740991</integer>'],
    ['64 bits', 2n ** 64n - 1n, '<integer>18446744073709551615</integer>'],
    ['64 bits below zero', -(2n ** 63n), '<integer>-9223372036854775808</integer>'],
    ['a number that is not whole', 0.1, '<real>0.1</real>'],
    ['a whole real', real(1), '<real>1</real>'],
    ['a real of -0', real(-0), '<real>-0</real>'],
    ['a huge real', real(1e300), '<real>1e+300</real>'],
    ['a tiny number', 5e-324, '<real>5e-324</real>'],
    ['a date', new Date('2026-06-01T12:30:00Z'), '<date>2026-06-01T12:30:00Z</date>'],
    ['the year 33', new Date('0033-04-03T00:00:00Z'), '<date>0033-04-03T00:00:00Z</date>'],
    ['no bytes', new Uint8Array(), '<data></data>'],
    ['a part of bytes, and not all of them', Uint8Array.of(9, 1, 2, 9).subarray(1, 3), '<data>AQI=</data>'],
    ['markup', '<b>&]]></b>', '<string>&lt;b&gt;&amp;]]&gt;&lt;/b&gt;</string>'],
    ['a carriage return', 'a\rb', '<string>a&#xD;b</string>'],
    ['U+0085, U+2028 and U+2029', '\u0085\u2028\u2029', '<string>&#x85;&#x2028;&#x2029;</string>'],
    ['a tab', 'a\tb', '<string>a\tb</string>'],
    ['quotes', `"'`, `<string>"'</string>`],
    ['any script', 'Ä名😀', '<string>Ä名😀</string>'],
    ['what looks like a token of ours', 'token-0', '<string>token-0</string>'],
    ['what would be a group of a replacement', "$&$1$'", "<string>$&amp;$1$'</string>"],
  ])('%s', (_, value, element) => {
    expect(body(value)).toEqual([element]);
    expect(body([value])).toEqual(['<array>', `\t${element}`, '</array>']);
  });

  test('markup in a key', () => {
    expect(body({ '<&>\r': 1 })).toEqual([
      '<dict>',
      '\t<key>&lt;&amp;&gt;&#xD;</key>',
      '\t<integer>1</integer>',
      '</dict>',
    ]);
  });
});

test('data of any length is base64 without line ends', () => {
  for (const length of [0, 1, 2, 3, 57, 58, 1000]) {
    const bytes = new Uint8Array(length).map((_, index) => index);
    expect(body(bytes)).toEqual([`<data>${Buffer.from(bytes).toString('base64')}</data>`]);
  }
});

test('keys that are numbers come first, as JavaScript orders them, and nothing is lost', () => {
  const value = { b: 1, '2': 2, '1': 3 };
  expect(decodePlist(encodePlist(value)).value).toEqual(dictionary({ '1': 3, '2': 2, b: 1 }));
});

test('the same value gives the same text, whatever its tokens were', () => {
  const value = { reals: [real(1), 0.5], data: new Uint8Array(5), big: 2n ** 60n };
  expect(encodePlist(value)).toBe(encodePlist(value));
});

test('the depth of the limit is written and read', () => {
  const nest = (depth: number): unknown => (depth === 0 ? 'x' : [{ a: nest(depth - 1) }]);
  const text = encodePlist(nest(256) as PlistInput, { maxDepth: 512 });
  expect(encodeNormalized(decodePlist(text, { maxDepth: 512 }).value)).toBe(text);
});
