import { describe, expect, test } from 'vitest';
import type { Bytes } from '../../../src/diagnostics/bytes.js';
import { decodePlist } from '../../../src/plist/decode.js';
import { encodeNormalized } from '../../../src/plist/encode.js';
import { PlistReal, real } from '../../../src/plist/value.js';
import { refusalOf } from '../error-code.js';
import { document, read } from './plist-document.js';

const fault = (body: string): string => {
  const { code, message } = refusalOf(() => read(body));
  expect(code).toBe('ERR_PLIST_MALFORMED');
  return message;
};

/** The codes and reasons of what others may read differently. */
const remarks = (body: string): string[] =>
  decodePlist(document(body)).issues.map(({ severity, code, message }) => `${severity} ${code}: ${message}`);

describe('<integer>', () => {
  test.each<[text: string, value: number | bigint]>([
    ['0', 0],
    ['-0', 0],
    ['+5', 5],
    ['0042', 42],
    ['0x1F', 31],
    ['0XffFF', 65535],
    ['-0x10', -16],
    ['9007199254740991', Number.MAX_SAFE_INTEGER],
    ['-9007199254740991', Number.MIN_SAFE_INTEGER],
    ['9007199254740992', 9007199254740992n],
    ['9007199254740993', 9007199254740993n],
    ['-9007199254740993', -9007199254740993n],
    ['9223372036854775807', 2n ** 63n - 1n],
    ['18446744073709551615', 2n ** 64n - 1n],
    ['-9223372036854775808', -(2n ** 63n)],
    ['0xFFFFFFFFFFFFFFFF', 2n ** 64n - 1n],
  ])('%s is exact', (text, value) => {
    expect(read(`<integer>${text}</integer>`)).toBe(value);
  });

  test.each([
    '',
    ' ',
    '1 ',
    '+',
    '- ',
    '\u00a01',
    '00x1',
    '1 2',
    '12abc',
    'abc',
    '1.9',
    '1.0',
    '1e3',
    '1,000',
    '١٢',
    '0x',
    '0xG',
    '0b1',
    '0o7',
    '--1',
    '+-1',
    'NaN',
    'Infinity',
    'true',
    '1n',
    '1_000',
    '18446744073709551616',
    '-9223372036854775809',
    '0x10000000000000000',
  ])('"%s" is refused', (text) => {
    expect(fault(`<integer>${text}</integer>`)).toMatch(/an <integer> that is no whole number of 64 bits$/);
  });
});

test('a number of 100,000 digits is refused and not computed, or infinite', () => {
  expect(fault(`<integer>${'9'.repeat(100_000)}</integer>`)).toMatch(/no whole number of 64 bits$/);
  expect(read(`<integer>${'0'.repeat(100_000)}7</integer>`)).toBe(7);
  expect(read(`<real>${'9'.repeat(100_000)}</real>`)).toEqual(new PlistReal(Infinity));
});

describe('<real>', () => {
  test.each<[text: string, value: number]>([
    ['0.5', 0.5],
    ['-1.25', -1.25],
    ['+.5', 0.5],
    ['1.5e3', 1500],
    ['1E-2', 0.01],
    ['5e-324', 5e-324],
    ['1.7976931348623157e308', Number.MAX_VALUE],
    ['0.1', 0.1],
  ])('%s is exact', (text, value) => {
    const found = read(`<real>${text}</real>`);
    expect(found instanceof PlistReal ? found.value : found).toBe(value);
  });

  test.each<[text: string, value: number, written: string]>([
    ['1', 1, '1'],
    ['1.', 1, '1'],
    ['1.0', 1, '1'],
    ['-0', -0, '-0'],
    ['1e21', 1e21, '1e+21'],
    ['1e400', Infinity, 'Infinity'],
    ['nan', NaN, 'NaN'],
    ['+infinity', Infinity, 'Infinity'],
    ['-inf', -Infinity, '-Infinity'],
  ])('%s stays a <real>, and is written as one that is read the same', (text, value, written) => {
    const found = read(`<real>${text}</real>`);
    expect(found).toEqual(new PlistReal(value));
    expect(encodeNormalized(found)).toContain(`<real>${written}</real>`);
    expect(decodePlist(encodeNormalized(found)).value).toEqual(new PlistReal(value));
  });

  test.each(['', ' ', '1 ', 'abc', '1,5', '1.2.3', '.', 'e5', '1e', '0x1', '1f', '--1', '- 1', '1 2', ' nan', 'infin'])(
    '"%s" is refused',
    (text) => {
      expect(fault(`<real>${text}</real>`)).toMatch(/a <real> that is no number$/);
    },
  );

  test('a reference is as good as the digit', () => {
    expect(read('<real>&#49;.5</real>')).toBe(1.5);
  });

  test('the mark of a whole real counts as the number it is', () => {
    expect([Number(real(2)), JSON.stringify({ a: real(2) })]).toEqual([2, '{"a":2}']);
  });
});

describe('<date>', () => {
  test.each<[text: string, time: number]>([
    ['1970-01-01T00:00:00Z', 0],
    ['2024-02-29T23:59:59Z', Date.UTC(2024, 1, 29, 23, 59, 59)],
    ['0001-01-01T00:00:00Z', -62135596800000],
    ['9999-12-31T23:59:59Z', 253402300799000],
  ])('%s is that second', (text, time) => {
    expect(read(`<date>${text}</date>`)).toEqual(new Date(time));
  });

  test.each([
    '',
    'yesterday',
    '2024-01-01',
    '2024-01-01T00:00Z',
    '2024-01-01T00:00:00',
    '2024-01-01T00:00:00+01:00',
    '2024-01-01T00:00:00.5Z',
    '2024-01-01t00:00:00z',
    '2024-01-01 00:00:00Z',
    ' 2024-01-01T00:00:00Z',
    '2024-1-01T00:00:00Z',
    '--2024-01-01T00:00:00Z',
    '-01-01T00:00:00Z',
    '999999999-01-01T00:00:00Z',
    '275761-01-01T00:00:00Z',
    '٢٠٢٤-01-01T00:00:00Z',
  ])('"%s" is refused', (text) => {
    expect(fault(`<date>${text}</date>`)).toMatch(/a <date> (that is not YYYY-MM-DDTHH:MM:SSZ|of a year)/);
  });

  // What each becomes is counted by hand, along CFGregorianDateGetAbsoluteTime.
  test.each<[text: string, iso: string]>([
    ['2024-02-30T00:00:00Z', '2024-03-01T00:00:00.000Z'],
    ['2023-02-29T00:00:00Z', '2023-03-01T00:00:00.000Z'],
    ['2024-03-00T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2024-13-01T00:00:00Z', '2025-01-01T00:00:00.000Z'],
    ['2024-00-02T00:00:00Z', '2024-01-02T00:00:00.000Z'],
    ['2024-14-02T00:00:00Z', '2024-01-02T00:00:00.000Z'],
    ['2024-01-01T24:00:00Z', '2024-01-02T00:00:00.000Z'],
    ['2024-01-01T00:60:60Z', '2024-01-01T01:01:00.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['12024-01-01T00:00:00Z', '+012024-01-01T00:00:00.000Z'],
    ['-001-01-01T00:00:00Z', '-000001-01-01T00:00:00.000Z'],
    ['24-01-01T00:00:00Z', '0024-01-01T00:00:00.000Z'],
  ])('%s is what a device makes of it, and an error', (text, iso) => {
    const { value, issues } = decodePlist(document(`<date>${text}</date>`));
    expect((value as Date).toISOString()).toBe(iso);
    expect(issues).toMatchObject([{ code: 'plist-date', severity: 'error' }]);
  });
});

describe('<data>', () => {
  test.each<[text: string, bytes: readonly number[]]>([
    ['', []],
    [' \n ', []],
    ['AQID', [1, 2, 3]],
    ['\n\tAQ\r\n\tID\n', [1, 2, 3]],
    ['AQI=', [1, 2]],
    ['AQ==', [1]],
    ['AQ\n=\n=\n', [1]],
    ['+/+/', [0xfb, 0xff, 0xbf]],
  ])('%j is decoded', (text, bytes) => {
    const value = read(`<data>${text}</data>`) as Bytes;
    expect([...value]).toEqual(bytes);
    expect(value.constructor).toBe(Uint8Array);
    // It shares its memory with nothing.
    expect(value.buffer.byteLength).toBe(bytes.length);
  });

  test('white space before the padding may be of any length', () => {
    expect(read(`<data>AQ${' '.repeat(3000)}==</data>`)).toEqual(Uint8Array.of(1));
  });

  // Worked out by hand along parseDataTag: four digits are three octets, less one for each "=" just before the fourth.
  test.each<[trap: string, text: string, bytes: readonly number[], reason: string]>([
    ['a character of something else', 'AQ*ID', [1, 2, 3], '1 other characters are passed over'],
    ['the alphabet of URLs', '-_-_', [], '4 other characters are passed over'],
    ['one digit', 'A', [], 'the last 1 character is incomplete, and dropped'],
    ['no padding', 'AQIDAQI', [1, 2, 3], 'the last 3 characters are incomplete, and dropped'],
    ['too little padding', 'AQ=', [], 'the last 3 characters are incomplete, and dropped'],
    ['too much padding', 'AQID====', [1, 2, 3, 0], '4 "=" stand in its middle'],
    ['padding alone', '====', [0], '4 "=" stand in its middle'],
    ['padding in the middle', 'AQ==AQ==', [1, 1], '4 "=" stand in its middle'],
    ['padding in front', '=AQI', [0, 4, 8], '1 "=" stand in its middle'],
    ['padding that is cut by something else', 'AQ=*=', [1, 0], '1 other characters are passed over'],
    ['a no-break space', 'AQ\u00a0ID', [1, 2, 3], '1 other characters are passed over'],
    ['hexadecimal digits in brackets', '&lt;0102&gt;', [0x96, 0xdd, 0x35, 0xd3, 0x68, 0x2d], 'other characters'],
  ])('%s is what a device makes of it, and an error', (_, text, bytes, reason) => {
    const { value, issues } = decodePlist(document(`<data>${text}</data>`));
    expect([...(value as Bytes)]).toEqual(bytes);
    expect(issues).toMatchObject([{ code: 'plist-data', severity: 'error' }]);
    expect(issues[0]?.message).toContain(reason);
  });

  test('bits behind the end are passed over by everybody', () => {
    for (const text of ['AR==', 'AR =\n=']) expect(read(`<data>${text}</data>`)).toEqual(Uint8Array.of(1));
    expect(read('<data>AQJ=</data>')).toEqual(Uint8Array.of(1, 2));
    expect(remarks('<data>AR==</data>')).toEqual([]);
  });
});

test('a byte that is no character is white space in an integer, when it has the value of such a character', () => {
  const bytes = (octet: string): Uint8Array =>
    Uint8Array.from(Buffer.from(document(`<integer>${octet}5</integer>`), 'latin1'));
  expect(decodePlist(bytes('\x85')).value).toBe(5);
  expect(() => decodePlist(bytes('\xa1'))).toThrow(/no whole number/);
});

describe('numbers in another form', () => {
  test.each<[body: string, value: unknown, reason: string]>([
    ['<integer> 1</integer>', 1, 'with a "+" or white space'],
    ['<integer>\u2003\u0001-\u3000 5</integer>', -5, 'with a "+" or white space'],
    ['<integer>+7</integer>', 7, 'with a "+" or white space'],
    ['<integer>0x1F</integer>', 31, 'in hexadecimal'],
    ['<real>\n\u00a0\u0085 1.5</real>', 1.5, 'with white space'],
  ])('%j is read, with a warning', (body, value, reason) => {
    expect(read(body)).toBe(value);
    expect(remarks(body)).toEqual([`warning plist-number-form: the number is written ${reason}`]);
  });

  test.each(['<integer>-5</integer>', '<integer>007</integer>', '<real>+1.5</real>', '<real>1e3</real>'])(
    '%s is nothing to speak of',
    (body) => {
      expect(remarks(body)).toEqual([]);
    },
  );
});
