import fc from 'fast-check';
import { parse } from 'plist';
import { describe, expect, test, vi } from 'vitest';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { decodePlist } from '../../src/plist/decode.js';
import { encodeNormalized, encodePlist } from '../../src/plist/encode.js';
import { normalizePlist } from '../../src/plist/normalize.js';
import { joinPointer } from '../../src/plist/pointer.js';
import { PlistReal, type PlistDictionary, type PlistInput, type PlistValue } from '../../src/plist/value.js';
import { forbiddenTexts, textStrings } from '../support/text-strings.js';

const texts = textStrings({ withForbidden: false });
const keys = texts.filter((key) => key !== '__proto__');

const dates = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });

const { tree } = fc.letrec<{ tree: PlistInput; leaf: PlistInput }>((tie) => ({
  leaf: fc.oneof(
    texts,
    fc.boolean(),
    fc.maxSafeInteger(),
    finite.filter((number) => !Number.isInteger(number)),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
    fc.bigInt({ min: -(2n ** 63n), max: -(2n ** 53n) }),
    fc.oneof(fc.integer(), finite).map((number) => new PlistReal(number)),
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

/** Every pointer of a value, as messages have it. */
const pointersOf = (value: PlistValue, pointer = ''): string[] => {
  const isContainer = Array.isArray(value) || Object.getPrototypeOf(value) === null;
  const entries = isContainer ? Object.entries(value) : [];
  return [pointer, ...entries.flatMap(([key, item]) => pointersOf(item as PlistValue, joinPointer(pointer, key)))];
};

describe('encodePlist and decodePlist', () => {
  test('write a payload that was written before as if it were the first time', () => {
    const payloads = fc.array(fc.dictionary(keys, tree, { maxKeys: 4 }), { maxLength: 3 });
    fc.assert(
      fc.property(payloads, fc.nat(3), (contents, remembered) => {
        const value = normalizePlist({ A: 'text', PayloadContent: contents, Z: 1 }) as PlistDictionary;
        const chosen = (value['PayloadContent'] as readonly PlistValue[]).slice(0, remembered);
        const fragments = new Map(chosen.map((payload) => [payload, {}]));
        const whole = encodeNormalized(value);
        for (let time = 0; time < 2; time += 1) expect(encodeNormalized(value, fragments)).toBe(whole);
      }),
      { numRuns: 50 },
    );
  });

  test('give back the very value, type by type and key by key', () => {
    fc.assert(
      fc.property(tree, (value) => {
        expect(shape(decodePlist(encodePlist(value)).value)).toEqual(shape(value));
      }),
      { numRuns: 250 },
    );
  });

  test('what is read is what was made ready to be written, and is written the same again', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const text = encodePlist(value);
        const { value: found } = decodePlist(new TextEncoder().encode(text));
        expect(shape(found)).toEqual(shape(normalizePlist(value)));
        expect(encodeNormalized(found)).toBe(text);
        expect(encodePlist(value)).toBe(text);
      }),
    );
  });

  /** A second implementation, within what it can hold: it rounds large integers, and has one kind of number. */
  test('the plist library reads what is written, and finds the same', () => {
    const output = (['log', 'warn', 'error', 'info'] as const).map((method) => vi.spyOn(console, method));
    const plain = (value: unknown): unknown => {
      if (value instanceof PlistReal) return value.value;
      if (typeof value === 'bigint') return Number(value);
      if (value instanceof Uint8Array) return [...value];
      if (Array.isArray(value)) return value.map(plain);
      if (typeof value !== 'object' || value === null || value instanceof Date) return value;
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
    };
    fc.assert(
      fc.property(tree, (value) => {
        const text = encodePlist(value);
        // It warns about U+FFFD.
        fc.pre(!text.includes('\ufffd'));
        expect(plain(parse(text))).toEqual(plain(decodePlist(text).value));
      }),
      { numRuns: 300 },
    );
    for (const spy of output) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  test('every value has its place, and the element is there', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const text = encodePlist(value);
        const lines = text.split('\n');
        const { value: found, positions } = decodePlist(text);
        for (const pointer of pointersOf(found)) {
          const place = positions.at(pointer);
          // Two keys that differ beyond their 80th character only have no place in messages.
          if (place === undefined) expect(pointer).toContain('…');
          else
            expect(lines[place.line - 1]?.slice(place.column - 1)).toMatch(
              /^<(dict|array|string|integer|real|date|data|true|false)\b/,
            );
        }
      }),
    );
  });

  test('any text comes back exactly or is refused with its pointer, without its content', () => {
    fc.assert(
      fc.property(textStrings(), (text) => {
        // A high surrogate before a low one is a character.
        const hasForbidden = [...text].some((character) => forbiddenTexts.includes(character));
        try {
          const { value } = decodePlist(encodePlist({ 'a/b': [text] }));
          expect(value).toEqual(Object.assign(Object.create(null) as object, { 'a/b': [text] }));
          expect(hasForbidden).toBe(false);
        } catch (error) {
          if (!isProfilewrightError(error, 'ERR_PLIST_VALUE')) throw error;
          expect(hasForbidden).toBe(true);
          expect(error.details.pointer).toBe('/a~1b/0');
          if (text.length > 8) expect(error.message + error.hint).not.toContain(text);
        }
      }),
      { numRuns: 600 },
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
    ];
    const more = [
      '&#0;',
      '&#xD800;',
      '\u0000',
      '\uffff',
      '\ufffd',
      '<!DOCTYPE x [',
      '<?php ?>',
      ' x="1"',
      '__proto__',
      '12abc',
      '{',
      'bplist00',
    ];
    const damage = fc.tuple(fc.nat(), fc.nat(40), fc.constantFrom(...pieces, ...more));
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
      { numRuns: 1000 },
    );
    for (const spy of output) expect(spy).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });

  test('bytes that were changed end in a value or in an error of ours', () => {
    const bytes = tree.map((value) => new TextEncoder().encode(encodePlist(value)));
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(bytes, changes, (whole, damages) => {
        for (const [position, octet] of damages) whole[position % whole.length] = octet;
        try {
          decodePlist(whole);
        } catch (error) {
          if (!isProfilewrightError(error)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});
