import { describe, expect, test, vi } from 'vitest';
import { octetsOf, readBer } from '../../../src/asn1/ber.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replace(/\s/g, ''), 'hex'));
const read = (text: string, options = {}) => readBer(hex(text), { what: 'the test value', ...options });

describe('readBer', () => {
  test('reads nested definite lengths and gives views of the source', () => {
    const value = read('30 06 02 01 05 04 01 ff');
    expect(value.children.map(({ tagNumber }) => tagNumber)).toEqual([2, 4]);
    expect(value.children[1]?.offset).toBe(5);
    expect(Buffer.from(value.children[1]?.raw ?? []).toString('hex')).toBe('0401ff');
  });

  test('reads indefinite lengths, reports them, and includes the end-of-contents octets in raw', () => {
    const defects: string[] = [];
    const value = read('30 80 24 80 04 01 61 04 01 62 00 00 00 00', {
      onDefect: ({ reason }: { reason: string }) => defects.push(reason),
    });
    expect(value.raw).toHaveLength(14);
    const [octets] = value.children;
    expect(octets && Buffer.from(octetsOf(octets)).toString()).toBe('ab');
    expect(defects).toEqual(['length is indefinite', 'length is indefinite']);
  });

  test('joins the pieces of an octet string in one step, however deep they stand', () => {
    const nested = Array.from({ length: 40 }).reduce<string>((inner) => `2480${inner}0000`, `0410${'61'.repeat(16)}`);
    const value = read(nested);
    const copied = vi.spyOn(Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array, 'set');
    const octets = octetsOf(value);
    const lengths = copied.mock.calls.map(([source]) => source.length);
    copied.mockRestore();
    expect(Buffer.from(octets).toString()).toBe('a'.repeat(16));
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(16);
  });

  test.each([
    ['81 in front of a short length', '04 81 01 61', 1],
    ['a zero octet in front of the length', '04 82 00 01 61', 1],
    ['the shortest long form', `04 81 80 ${'00'.repeat(128)}`, 0],
  ])('tells a length that is not minimal: %s', (_, text, count) => {
    const defects: unknown[] = [];
    read(text, { onDefect: (defect: unknown) => defects.push(defect) });
    expect(defects).toHaveLength(count);
  });

  test.each([
    ['nothing at all', ''],
    ['an identifier alone', '30'],
    ['a length beyond the input', '04 05 61'],
    ['a length of 2^64 and more', '04 89 01 00 00 00 00 00 00 00 00 61'],
    ['a child that sticks out of its parent', '30 03 04 02 61 62'],
    ['an indefinite length without an end', '30 80 04 01 61'],
    ['a primitive with an indefinite length', '04 80 61 00 00'],
    ['bytes behind the value', '04 01 61 00'],
    ['a tag number that never ends', '1f ff ff ff ff ff 01 00'],
  ])('refuses %s', (_, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'ERR_ASN1_MALFORMED' }) as Error);
  });

  test('reads tag numbers beyond 30', () => {
    expect(read('9f 81 01 00').tagNumber).toBe(129);
  });

  test.each([
    ['a number below 31 in the long form', '9f 03 00', 3, 1],
    ['a zero digit in front of a number', '9f 80 1f 00', 31, 1],
    ['the smallest number of the long form', '9f 1f 00', 31, 0],
  ])('tells a tag that is not minimal: %s', (_, text, tagNumber, count) => {
    const defects: unknown[] = [];
    expect(read(text, { onDefect: (defect: unknown) => defects.push(defect) }).tagNumber).toBe(tagNumber);
    expect(defects).toHaveLength(count);
  });

  test.each([
    ['depth', '30 80'.repeat(100_000), { maxBytes: 1_000_000 }],
    ['nodes', `30 82 13 88 ${'0500'.repeat(2500)}`, { maxNodes: 100 }],
    ['bytes', '04 02 61 62', { maxBytes: 3 }],
  ])('stops at the limit of %s before the stack or the memory does', (limit, text, options) => {
    try {
      read(text, options);
      expect.unreachable();
    } catch (error) {
      expect(isProfilewrightError(error, 'ERR_ASN1_LIMIT') && error.details.limit).toBe(limit);
    }
  });
});
