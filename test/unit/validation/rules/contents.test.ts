import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fontFormat, fontName } from '../../../../src/validation/content/font-name.js';
import { readPngHeader } from '../../../../src/profile/png-file.js';
import { font, png } from '../content-files.js';
import { placesIn } from '../rule-lab.js';

describe('file-format', () => {
  const check = { kind: 'file-format', path: '/Font', allowed: ['ttf', 'otf'] } as const;

  test('takes single fonts, by their first bytes', () => {
    expect(placesIn(check, [{ Font: font('Lab-Regular') }, { Font: font('Lab-Regular', 'otf') }])).toEqual([]);
  });

  test('refuses collections, other files and nothing', () => {
    const ttcf = new Uint8Array(Buffer.from('ttcf\0\0\0\0'));
    for (const Font of [ttcf, png(1, 1), new Uint8Array()]) expect(placesIn(check, [{ Font }])).toEqual(['0/Font']);
  });
});

describe('a font', () => {
  test('has its PostScript name for one and for two bytes a character', () => {
    expect(fontName(font('Lab-Regular'))).toBe('Lab-Regular');
    expect(fontName(font('Lab-Bold', 'otf', 'macintosh'))).toBe('Lab-Bold');
  });

  test('tells two payloads with the same name', () => {
    const check = { kind: 'unique-across-payloads', path: '/Font', by: 'font-postscript-name' } as const;
    const [a, b] = [font('Lab'), font('Other')];
    expect(placesIn(check, [{ Font: a }, { Font: b }])).toEqual([]);
    expect(placesIn(check, [{ Font: a }, { Font: font('Lab', 'otf', 'macintosh') }])).toEqual(['1/Font']);
  });

  test('that is damaged in whatever way has no name, and makes no trouble', () => {
    const sound = font('Lab-Regular');
    fc.assert(
      fc.property(fc.nat(sound.length - 1), fc.nat(255), fc.nat(sound.length), (at, byte, length) => {
        const damaged = Uint8Array.from(sound);
        damaged[at] = byte;
        expect(['string', 'undefined']).toContain(typeof fontName(damaged.subarray(0, length)));
      }),
    );
    expect(fontFormat(new Uint8Array())).toBeUndefined();
  });
});

describe('image', () => {
  const check = {
    kind: 'image',
    path: '/Icon',
    formats: ['png'],
    square: true,
    maxWidth: 400,
    maxHeight: 400,
    maxUncompressedBytes: 100_000,
  } as const;

  test('takes a small square PNG', () => {
    expect(placesIn(check, [{ Icon: png(100, 100) }, { Icon: png(400, 400, 2) }, { Icon: 'text' }])).toEqual([]);
  });

  test.each([
    ['wide', png(401, 401)],
    ['oblong', png(100, 99)],
    ['heavy', png(400, 400, 8)],
    ['no PNG', new Uint8Array(deflateSync('text'))],
    ['cut', png(100, 100).slice(0, 20)],
  ])('tells one that is %s', (_, Icon) => {
    expect(placesIn(check, [{ Icon }])).toEqual(['0/Icon']);
  });

  test('has a header that says how large its pixels are', () => {
    expect(readPngHeader(png(10, 3, 8, 6))).toEqual({ width: 10, height: 3, uncompressedBytes: 120 });
    expect(readPngHeader(png(10, 3, 1, 0))).toEqual({ width: 10, height: 3, uncompressedBytes: 6 });
  });
});
