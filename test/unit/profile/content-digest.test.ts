import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizePlist } from '../../../src/plist/normalize.js';
import { real, type PlistInput } from '../../../src/plist/value.js';
import { digestContent } from '../../../src/profile/content-digest.js';

const digestOf = (value: PlistInput): string => Buffer.from(digestContent(normalizePlist(value))).toString('hex');

/** Values of which each is written in another way than all others. */
const different: readonly PlistInput[] = [
  '',
  'a',
  'true',
  '1',
  'AQ==',
  true,
  false,
  0,
  1,
  -1,
  11,
  real(0),
  real(-0),
  real(1),
  0.5,
  2n ** 63n,
  new Date(0),
  new Date(1000),
  new Uint8Array(),
  Uint8Array.of(1),
  Uint8Array.of(0x62, 0x31),
  [],
  {},
  [1],
  [[1]],
  [[1], 2],
  [[1, 2]],
  ['a', 'bc'],
  ['ab', 'c'],
  ['s1:a'],
  [true, false],
  { a: 'b' },
  { ab: '' },
  { a: { b: '' } },
  { a: 1, b: 2 },
  { b: 2, a: 1 },
  ['a', 1, 'b', 2],
  [Uint8Array.of(1), Uint8Array.of(2)],
  [Uint8Array.of(1, 2)],
  '😀',
  '\ud7ff\ue000',
  'ä',
  'a\u0308',
];

describe('digestContent', () => {
  test('tells all values apart that are written in different ways', () => {
    expect(new Set(different.map(digestOf)).size).toBe(different.length);
  });

  test('is the same for values that are written in the same way', () => {
    expect(digestOf(7n)).toBe(digestOf(7));
    expect(digestOf(-0)).toBe(digestOf(0));
    expect(digestOf(real(0.5))).toBe(digestOf(0.5));
    expect(digestOf({ a: 1, b: undefined })).toBe(digestOf({ a: 1 }));
    expect(digestOf(Object.assign(Object.create(null) as object, { a: 1 }))).toBe(digestOf({ a: 1 }));
  });

  test('does not take one list of texts for another', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 's', '1', ':', 'ä', '😀') }), { maxLength: 4 });
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        expect(digestOf(a) === digestOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: 300 },
    );
  });

  test('has 32 octets that belong to nobody else', () => {
    const digest = digestContent('a');
    expect(digest).toHaveLength(32);
    expect(digest.byteLength).toBe(digest.buffer.byteLength);
  });
});
