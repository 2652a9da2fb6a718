import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64 } from '../../../src/asn1/base64.js';

describe('base64 with white space anywhere', () => {
  test.each([
    ['', ''],
    ['QUJD', 'ABC'],
    ['QUI=', 'AB'],
    ['QQ==', 'A'],
    [' Q\tU\nJ\vD\f\r ', 'ABC'],
    ['QQ=\n=', 'A'],
  ])('reads %j', (text, expected) => {
    expect(Buffer.from(decodeBase64(text) as Uint8Array).toString()).toBe(expected);
  });

  test.each([
    ['a digit of base64url', 'QU-D', 2],
    ['a digit behind the padding', 'QQ==QQ==', 4],
    ['a white space of another script', 'QU\u00a0JD', 2],
    ['a byte order mark', '\ufeffQUJD', 0],
    ['a character outside of ASCII that ends like a digit', 'QU\u0141D', 2],
    ['NUL', 'QUJD\0', 4],
    ['a missing digit', 'QUJ', 3],
    ['three paddings', 'Q===', 4],
    ['four paddings', '====', 4],
    ['padding that is not needed', 'QUJD=', 5],
  ])('tells where %s stands', (_, text, index) => {
    expect(decodeBase64(text)).toBe(index);
  });

  test('reads what another implementation wrote, wherever it is broken', () => {
    const broken = fc.tuple(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(fc.tuple(fc.nat(300), fc.constantFrom(' ', '\t', '\n', '\r'))),
    );
    fc.assert(
      fc.property(broken, ([bytes, breaks]) => {
        const written = btoa(String.fromCharCode(...bytes));
        const text = breaks.reduce((line, [at, space]) => line.slice(0, at) + space + line.slice(at), written);
        expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
  });
});
