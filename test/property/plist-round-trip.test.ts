import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { PlistReal, type PlistInput } from '../../src/plist/value.js';
import { decodePlist } from '../../src/plist/decode.js';
import { encodePlist } from '../../src/plist/encode.js';

// Plain random strings never hit what breaks readers: these do (line ends of XML 1.1, markup, white space, surrogates).
const traps = [
  '\u0085',
  '\u2028',
  '\u2029',
  '\r',
  '\r\n',
  '\n',
  '\t',
  ']]>',
  '&',
  '&amp;',
  '<',
  '>',
  '"',
  "'",
  '<!--',
  ' ',
  '\ufeff',
  '\ufffd',
  '\u0301',
  '😀',
  'é',
  '\u202e',
  'a',
  'Z',
];
const forbidden = ['\u0000', '\u0008', '\u000b', '\ufffe', '\uffff', '\ud800', '\udc00'];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...traps), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 8 })
  .map((parts) => parts.join(''));
const anyTexts = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...traps) }, fc.constantFrom(...forbidden)), { maxLength: 6 })
  .map((parts) => parts.join(''));
const keys = texts.filter((key) => key !== '__proto__');

const dates = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));

const { tree } = fc.letrec<{ tree: PlistInput; leaf: PlistInput }>((tie) => ({
  leaf: fc.oneof(
    texts,
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Number.isInteger(number)),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
    fc.bigInt({ min: -(2n ** 63n), max: -(2n ** 53n) }),
    fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((number) => new PlistReal(number)),
    dates,
    fc.uint8Array({ maxLength: 40 }),
  ),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
  ),
}));

/** A comparable form that keeps every type apart, and the order of keys. */
const shape = (value: unknown): unknown => {
  if (value instanceof PlistReal) return ['real', Object.is(value.value, -0) ? '-0' : value.value];
  if (value instanceof Date) return ['date', value.getTime()];
  if (value instanceof Uint8Array) return ['data', [...value]];
  if (typeof value === 'bigint') return ['integer', value.toString()];
  if (Array.isArray(value)) return ['array', value.map(shape)];
  if (typeof value === 'object' && value !== null)
    return ['dict', Object.entries(value).map(([key, item]) => [key, shape(item)])];
  return [typeof value === 'number' && !Number.isInteger(value) ? 'real' : typeof value, value];
};
/** A PlistReal that is not whole comes back as the number that it is. */
const expected = (value: PlistInput): unknown =>
  JSON.parse(
    JSON.stringify(shape(value), (_, item: unknown) =>
      Array.isArray(item) && item[0] === 'real' ? ['real', item[1]] : item,
    ),
  );

describe('encodePlist and decodePlist', () => {
  test('give back the very value, type by type and key by key', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(JSON.parse(JSON.stringify(shape(decodePlist(encodePlist(value)).value)))).toEqual(expected(value));
      }),
      { numRuns: 400 },
    );
  });

  test('any text comes back exactly or is refused with its pointer, without its content', () => {
    fc.assert(
      fc.property(anyTexts, (text) => {
        const hasForbidden = [...text].some((character) => forbidden.includes(character));
        try {
          const { value } = decodePlist(encodePlist({ 'a/b': [text] }));
          expect(value).toEqual(Object.assign(Object.create(null) as object, { 'a/b': [text] }));
          expect(hasForbidden).toBe(false);
        } catch (error) {
          if (!isProfilewrightError(error, 'ERR_PLIST_VALUE')) throw error;
          expect(hasForbidden).toBe(true);
          expect(error.details.pointer).toBe('/a~1b/0');
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('the same value gives the same text', () => {
    fc.assert(
      fc.property(tree, (value) => encodePlist(value) === encodePlist(value)),
      { numRuns: 50 },
    );
  });

  test('a damaged document ends in a value or in an error of ours, without a word on the console', () => {
    const output = (['log', 'warn', 'error', 'info'] as const).map((method) => vi.spyOn(console, method));
    const pieces = [
      '<',
      '>',
      '&',
      '</',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<key>',
      '</key>',
      '<dict>',
      '<null/>',
      '&x;',
      '&#0;',
      '&#xD800;',
      '\u0000',
      '\uffff',
      '<!DOCTYPE x [',
      '<?php ?>',
      ' x="1"',
      '__proto__',
      '12abc',
      '{',
      'bplist00',
    ];
    const damage = fc.tuple(fc.nat(), fc.nat(40), fc.constantFrom(...pieces));
    fc.assert(
      fc.property(tree, fc.array(damage, { minLength: 1, maxLength: 3 }), (value, damages) => {
        let text = encodePlist({ value, list: [1, true, new Date(0), new Uint8Array(3)] });
        for (const [position, length, piece] of damages) {
          const at = position % text.length;
          text = text.slice(0, at) + piece + text.slice(at + length);
        }
        try {
          decodePlist(text);
        } catch (error) {
          if (!isProfilewrightError(error)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
    for (const spy of output) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
});
