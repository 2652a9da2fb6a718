import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBer } from '../../../src/asn1/ber.js';
import {
  compareBytes,
  derContext,
  derInteger,
  derOctetString,
  derOid,
  derSequence,
  derSetOf,
  derTime,
  derUtf8String,
} from '../../../src/asn1/der.js';
import { decodeOid, isPaddedOid } from '../../../src/asn1/oid.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('DER writer', () => {
  test.each([
    [0, '020100'],
    [127, '02017f'],
    [128, '02020080'],
    [-1, '0201ff'],
    [-128, '020180'],
    [-129, '0202ff7f'],
    [2n ** 64n, '0209010000000000000000'],
    [Uint8Array.of(0, 0, 0x80), '02020080'],
    [new Uint8Array(), '020100'],
  ])('writes INTEGER %s as X.690 section 8.3 has it', (value, expected) => {
    expect(hex(derInteger(value))).toBe(expected);
  });

  test.each([
    ['1949-12-31T23:59:59Z', '180f31393439313233313233353935395a'],
    ['1950-01-01T00:00:00Z', '170d3530303130313030303030305a'],
    ['2049-12-31T23:59:59Z', '170d3439313233313233353935395a'],
    ['2050-01-01T00:00:00Z', '180f32303530303130313030303030305a'],
  ])('writes %s in the form that RFC 5280 asks for', (text, expected) => {
    expect(hex(derTime(new Date(text)))).toBe(expected);
  });

  test('sorts SET OF by the encodings', () => {
    expect(hex(derSetOf(derInteger(300), derInteger(5), derUtf8String('a')))).toBe(
      '310a' + '020105' + '0202012c' + '0c0161',
    );
  });

  test('what it writes is read back without a defect', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 5 }), fc.bigInt(), (octets, number) => {
        const defects: unknown[] = [];
        const der = derSequence(derInteger(number), derContext(0, ...octets.map(derOctetString)));
        const value = readBer(der, { what: 'the value', onDefect: (defect) => defects.push(defect) });
        expect(defects).toEqual([]);
        expect(value.children[1]?.children.map(({ content }) => hex(content))).toEqual(octets.map(hex));
        const integer = value.children[0]?.content ?? new Uint8Array();
        expect(BigInt.asIntN(integer.length * 8, BigInt(`0x${hex(integer)}`))).toBe(number);
      }),
    );
  });
});

describe('object identifiers', () => {
  test('every dotted form comes back', () => {
    const arc = fc.bigInt({ min: 0n, max: 2n ** 70n });
    const roots = fc.oneof(
      fc.tuple(fc.constantFrom(0n, 1n), fc.bigInt({ min: 0n, max: 39n })),
      fc.tuple(fc.constant(2n), arc),
    );
    fc.assert(
      fc.property(roots, fc.array(arc, { maxLength: 4 }), (root, arcs) => {
        const oid = [...root, ...arcs].join('.');
        expect(decodeOid(derOid(oid).subarray(2))).toBe(oid);
      }),
    );
  });

  test.each([
    ['an arc that wraps to 19 at 32 bits', '551d9080808013'],
    ['a padded arc', '551d8013'],
    ['the old basicConstraints', '551d0a'],
  ])('keeps basicConstraints apart from %s', (_, content) => {
    const octets = Uint8Array.from(Buffer.from(content, 'hex'));
    expect(decodeOid(octets)).not.toBe('2.5.29.19');
  });

  test('octets that differ never have one dotted form', () => {
    const octets = fc.uint8Array({ minLength: 1, maxLength: 12 }).map((bytes) => bytes.map((octet) => octet & 0x83));
    fc.assert(
      fc.property(octets, octets, (a, b) => {
        const [first, second] = [decodeOid(a), decodeOid(b)];
        expect(first !== undefined && first === second).toBe(first !== undefined && hex(a) === hex(b));
        expect(first?.endsWith(' (padded)') ?? false).toBe(first !== undefined && isPaddedOid(a));
      }),
    );
  });

  test.each([[''], ['55ff'], ['ff'.repeat(65) + '01']])('gives no text for the broken octets %s', (content) => {
    expect(decodeOid(Uint8Array.from(Buffer.from(content, 'hex')))).toBeUndefined();
  });
});

test('byte strings are ordered like DER sorts them', () => {
  expect(compareBytes(Uint8Array.of(1), Uint8Array.of(1, 0))).toBeLessThan(0);
  expect(compareBytes(Uint8Array.of(2), Uint8Array.of(1, 255))).toBeGreaterThan(0);
  expect(compareBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(0);
});
