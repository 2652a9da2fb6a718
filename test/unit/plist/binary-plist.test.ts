import { describe, expect, test } from 'vitest';
import { decodePlist } from '../../../src/plist/decode.js';
import type { PlistLimits } from '../../../src/plist/limits.js';
import { real } from '../../../src/plist/value.js';
import { array, ascii, bigEndian, binaryDocument, dict, type TrailerOptions } from './binary-document.js';
import { refusalOf } from '../error-code.js';
import { dictionary } from './plist-document.js';

const double = (value: number): number[] => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return [...new Uint8Array(view.buffer)];
};
const single = (value: number): number[] => {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  return [...new Uint8Array(view.buffer)];
};
const utf16 = (text: string): number[] => [
  0x60 + text.length,
  ...Array.from({ length: text.length }, (_, index) => bigEndian(text.charCodeAt(index), 2)).flat(),
];
const codesOf = (bytes: Uint8Array): string[] =>
  decodePlist(bytes).issues.map(({ severity, code, where }) => `${severity} ${code} ${where.pointer ?? ''}`);

describe('a binary property list is read', () => {
  test.each<[what: string, object: number[], value: unknown]>([
    ['false', [0x08], false],
    ['true', [0x09], true],
    ['an integer of one octet, without a sign', [0x10, 0xff], 255],
    ['an integer of two octets, without a sign', [0x11, 0xff, 0xfe], 0xfffe],
    ['an integer of four octets, without a sign', [0x12, 0xff, 0xff, 0xff, 0xff], 0xffffffff],
    ['an integer of eight octets, with a sign', [0x13, ...bigEndian(-5, 8)], -5],
    ['a large integer', [0x13, ...bigEndian(2n ** 62n + 1n, 8)], 2n ** 62n + 1n],
    ['an integer of sixteen octets', [0x14, ...bigEndian(0, 8), ...bigEndian(2n ** 64n - 1n, 8)], 2n ** 64n - 1n],
    ['a real of four octets', [0x22, ...single(0.5)], 0.5],
    ['a real of eight octets', [0x23, ...double(0.1)], 0.1],
    ['a whole real', [0x23, ...double(-0)], real(-0)],
    ['an infinite real', [0x22, ...single(Infinity)], real(Infinity)],
    ['a date', [0x33, ...double(0)], new Date('2001-01-01T00:00:00Z')],
    ['a date before 2001, with milliseconds', [0x33, ...double(-0.75)], new Date('2000-12-31T23:59:59.250Z')],
    ['data', [0x43, 1, 2, 3], Uint8Array.of(1, 2, 3)],
    ['long data', [0x4f, 0x10, 20, ...Array.from({ length: 20 }, () => 7)], new Uint8Array(20).fill(7)],
    ['a text', ascii('lab'), 'lab'],
    ['a text of 16 bits', utf16('Prüf名😀'), 'Prüf名😀'],
    ['an empty text', [0x50], ''],
    ['an empty array', [0xa0], []],
    ['an empty dictionary', [0xd0], dictionary({})],
    ['a long count', [0x5f, 0x13, ...bigEndian(2, 8), 0x61, 0x62], 'ab'],
  ])('%s', (_, object, value) => {
    expect(decodePlist(binaryDocument([object]))).toMatchObject({ format: 'binary', value });
    expect(codesOf(binaryDocument([object]))).toEqual(['info plist-binary ']);
  });

  test('with values inside of values, in the order of the keys, and frozen', () => {
    const bytes = binaryDocument([
      dict([1, 2], [3, 4]),
      ascii('Zeta'),
      ascii('Alpha'),
      array(5, 5),
      dict([1], [5]),
      [0x10, 1],
    ]);
    const value = decodePlist(bytes).value as Record<string, object>;
    expect(value).toEqual({ Zeta: [1, 1], Alpha: { Zeta: 1 } });
    expect(Object.keys(value)).toEqual(['Zeta', 'Alpha']);
    for (const item of [value, value['Zeta'], value['Alpha']]) expect(Object.isFrozen(item)).toBe(true);
    expect(Object.getPrototypeOf(value['Alpha'])).toBeNull();
  });

  test.each(['bplist00', 'bplist01', 'bplist0?'])('with the header %s', (header) => {
    expect(decodePlist(binaryDocument([[0x09]], { header })).value).toBe(true);
  });

  test('with bytes of its own, and without lines', () => {
    const bytes = binaryDocument([array(1), [0x42, 1, 2]]);
    const { value, positions } = decodePlist(bytes);
    bytes.fill(0);
    expect(value).toEqual([Uint8Array.of(1, 2)]);
    expect(positions.at('/0')).toBeUndefined();
  });
});

describe('what a device reads, and others see differently, is an error', () => {
  test.each<[what: string, objects: number[][], value: unknown, issue: string]>([
    [
      'a key twice: the first counts',
      [dict([1, 1], [2, 3]), ascii('a'), [0x09], [0x08]],
      { a: true },
      'plist-duplicate-key /a',
    ],
    [
      'an integer beyond 64 bits',
      [array(1), [0x14, ...bigEndian(1, 8), ...bigEndian(2, 8)]],
      [2],
      'plist-big-integer /0',
    ],
    ['a negative integer of sixteen octets', [[0x14, ...bigEndian(-1, 16)]], 2n ** 64n - 1n, 'plist-big-integer '],
    ['a reference of a keyed archive', [array(1), [0x80, 5]], [{ CF$UID: 5 }], 'plist-uid /0'],
    ['a dictionary that looks like one', [dict([1], [2]), ascii('CF$UID'), [0x10, 5]], { CF$UID: 5 }, 'plist-uid '],
    ['a NUL', [array(1), ascii('a\0')], ['a\0'], 'plist-illegal-character /0'],
    ['half of a surrogate pair', [array(1), utf16('\ud800')], ['\ud800'], 'plist-illegal-character /0'],
  ])('%s', (_, objects, value, issue) => {
    expect(decodePlist(binaryDocument(objects)).value).toEqual(value);
    expect(codesOf(binaryDocument(objects))).toEqual(['info plist-binary ', `error ${issue}`]);
  });
});

describe('what is damaged is refused', () => {
  test.each<[what: string, objects: number[][], reason: string]>([
    ['a null', [[0x00]], 'a null'],
    ['a fill octet', [[0x0f]], 'a value of no type'],
    ['a set', [[0xc0]], 'a set'],
    ['an unknown type', [[0x70]], 'a value of no type'],
    ['an integer of 32 octets', [[0x15, ...bigEndian(1, 32)]], 'more than 16 octets'],
    ['an integer that is cut', [[0x13, 1, 2]], 'goes beyond its place'],
    ['a real of two octets', [[0x21, 1, 2]], 'neither 4 nor 8 octets'],
    ['a date of four octets', [[0x32, 1, 2, 3, 4]], 'other than 8 octets'],
    ['a date that is no number', [[0x33, ...double(NaN)]], 'cannot be held'],
    ['a date beyond time', [[0x33, ...double(1e300)]], 'cannot be held'],
    ['data that is cut', [[0x44, 1, 2, 3]], 'goes beyond its place'],
    ['data of 2^60 octets', [[0x4f, 0x13, ...bigEndian(2n ** 60n, 8)]], 'goes beyond its place'],
    ['a count of 16 octets', [[0x4f, 0x14, ...bigEndian(1, 16), 1]], 'a count that is no integer'],
    ['a count that is a text', [[0x4f, 0x51, 0x61]], 'a count that is no integer'],
    ['a count that is missing', [[0x4f]], 'goes beyond its place'],
    ['a text that is not US-ASCII', [[0x51, 0xff]], 'not US-ASCII'],
    ['an array of 2^62 values', [[0xaf, 0x13, ...bigEndian(2n ** 62n, 8)]], 'goes beyond its place'],
    ['a reference to nothing', [array(9)], 'a value that is not there'],
    ['a key that is no text', [dict([1], [1]), [0x09]], 'a key that is no text'],
    ['a dictionary that is its own key', [dict([0], [0])], 'a key that is no text'],
    ['an array as a key', [dict([1], [1]), array()], 'a key that is no text'],
    ['the key __proto__', [dict([1], [1]), ascii('__proto__')], 'the key "__proto__" is not allowed'],
    ['a UID beyond 32 bits', [[0x84, 1, 0, 0, 0, 0]], 'beyond 32 bits'],
  ])('%s', (_, objects, reason) => {
    expect(refusalOf(() => decodePlist(binaryDocument(objects)))).toMatchObject({
      code: 'ERR_PLIST_BINARY',
      message: expect.stringContaining(reason) as string,
    });
  });

  test.each<[what: string, options: TrailerOptions, reason: string]>([
    ['no value at the top', { topObject: 2 }, 'no value at the top'],
    ['no values at all', { objects: 0 }, 'no value at the top'],
    ['more values than there are', { objects: 3 }, 'offsets are not where they should be'],
    ['2^63 values', { objects: 2 ** 63 }, 'offsets are not where they should be'],
    ['offsets in the header', { table: 8 }, 'offsets are not where they should be'],
    ['offsets behind the file', { table: 2 ** 53 }, 'offsets are not where they should be'],
    ['offsets of no octets', { offsetSize: 0 }, 'sizes out of range'],
    ['offsets of nine octets', { offsetSize: 9 }, 'sizes out of range'],
    ['references of no octets', { referenceSize: 0 }, 'sizes out of range'],
    ['a value in the header', { offsets: [3, 3] }, 'a value outside of its place'],
    ['a value among the offsets', { offsets: [11, 11] }, 'a value outside of its place'],
  ])('%s', (_, options, reason) => {
    expect(refusalOf(() => decodePlist(binaryDocument([array(1), [0x09]], options)))).toMatchObject({
      code: 'ERR_PLIST_BINARY',
      message: expect.stringContaining(reason) as string,
    });
  });

  test('sizes that cannot reach what there is', () => {
    const many = Array.from({ length: 256 }, () => [0x09]);
    for (const options of [{ referenceSize: 1 }, { offsetSize: 1 }]) {
      expect(refusalOf(() => decodePlist(binaryDocument(many, options))).message).toContain('sizes that are too small');
    }
  });

  test('a file that is cut anywhere', () => {
    const whole = binaryDocument([array(1, 2), [0x10, 1], ascii('lab')]);
    for (let length = 7; length < whole.length; length += 1) {
      expect(refusalOf(() => decodePlist(whole.subarray(0, length))).code).toBe('ERR_PLIST_BINARY');
    }
  });
});

describe('work is counted', () => {
  const exceed = (bytes: Uint8Array, limits: PlistLimits = {}): unknown =>
    refusalOf(() => decodePlist(bytes, limits)).details;

  test('a value that contains itself ends at the depth', () => {
    expect(exceed(binaryDocument([array(0)]))).toMatchObject({ limit: 'depth', maximum: 64 });
    expect(exceed(binaryDocument([dict([1], [0]), ascii('a')]))).toMatchObject({ limit: 'depth' });
  });

  test('values that are shared count wherever they stand', () => {
    // 2^40 values, in 41 arrays.
    const bomb = Array.from({ length: 40 }, (_, index) => array(index + 1, index + 1));
    expect(exceed(binaryDocument([...bomb, [0x09]]))).toMatchObject({ limit: 'nodes', maximum: 500_000 });
  });

  test('data that is shared is held once', () => {
    const size = 1_000_000;
    const data = [0x4f, 0x12, ...bigEndian(size, 4)];
    const list = [0xaf, 0x11, ...bigEndian(10_000, 2), ...Array.from({ length: 10_000 }, () => 1)];
    const whole = binaryDocument([list, data], { offsetSize: 4 });
    const place = Buffer.from(whole).indexOf(Uint8Array.from(data)) + data.length;
    // The data itself is put in afterwards: 10,000 copies of it would be ten gigabytes.
    const bytes = Buffer.concat([whole.subarray(0, place), new Uint8Array(size), whole.subarray(place)]);
    bytes.writeBigUInt64BE(BigInt(place + size), bytes.length - 8);
    const value = decodePlist(bytes).value as Uint8Array[];
    expect(value).toHaveLength(10_000);
    expect(value[9_999]).toBe(value[0]);
  });

  test.each<[limit: string, limits: PlistLimits]>([
    ['nodes', { maxNodes: 1 }],
    ['depth', { maxDepth: 0 }],
    ['characters of a text', { maxStringLength: 2 }],
    ['bytes', { maxBytes: 40 }],
  ])('the limit of %s holds', (limit, limits) => {
    expect(exceed(binaryDocument([array(1), ascii('lab')]), limits)).toMatchObject({ limit });
  });
});
