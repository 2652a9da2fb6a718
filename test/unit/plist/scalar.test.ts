import { describe, expect, test } from 'vitest';
import type { Bytes } from '../../../src/diagnostics/bytes.js';
import { decodePlist } from '../../../src/plist/decode.js';
import { encodeNormalized } from '../../../src/plist/encode.js';
import { PlistReal, real } from '../../../src/plist/value.js';
import { read, refusalOf } from './plist-document.js';

const fault = (body: string): string => {
  const { code, message } = refusalOf(() => read(body));
  expect(code).toBe('ERR_PLIST_MALFORMED');
  return message;
};

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
    ' 1',
    '1 ',
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

test('a number of 100,000 digits is refused and not computed', () => {
  expect(fault(`<integer>${'9'.repeat(100_000)}</integer>`)).toMatch(/no whole number of 64 bits$/);
  expect(fault(`<real>${'9'.repeat(100_000)}</real>`)).toMatch(/beyond the range of 64 bits$/);
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
    ['nan', NaN, 'NaN'],
    ['+infinity', Infinity, 'Infinity'],
    ['-inf', -Infinity, '-Infinity'],
  ])('%s stays a <real>, and is written as one that is read the same', (text, value, written) => {
    const found = read(`<real>${text}</real>`);
    expect(found).toEqual(new PlistReal(value));
    expect(encodeNormalized(found)).toContain(`<real>${written}</real>`);
    expect(decodePlist(encodeNormalized(found)).value).toEqual(new PlistReal(value));
  });

  test.each(['', ' 1', 'abc', '1,5', '1.2.3', '.', 'e5', '1e', '0x1', '1e99999', '1e400', '1f', '--1', '1 2'])(
    '"%s" is refused',
    (text) => {
      expect(fault(`<real>${text}</real>`)).toMatch(/a <real> (that is no number|beyond the range of 64 bits)$/);
    },
  );

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
    '2024-02-30T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2024-13-01T00:00:00Z',
    '2024-00-01T00:00:00Z',
    '2024-01-01T24:00:00Z',
    '2024-01-01T00:60:00Z',
    '2024-01-01T00:00:60Z',
    '0000-01-01T00:00:00Z',
    '12024-01-01T00:00:00Z',
    '-001-01-01T00:00:00Z',
    '٢٠٢٤-01-01T00:00:00Z',
  ])('"%s" is refused', (text) => {
    expect(fault(`<date>${text}</date>`)).toMatch(/a <date> that is not YYYY-MM-DDTHH:MM:SSZ/);
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

  test.each<[trap: string, text: string]>([
    ['a character of something else', 'AQ*D'],
    ['the alphabet of URLs', '-_-_'],
    ['one digit', 'A'],
    ['no padding', 'AQI'],
    ['too little padding', 'AQ='],
    ['too much padding', 'AQID===='],
    ['padding alone', '===='],
    ['padding in the middle', 'AQ==AQ=='],
    ['a no-break space', 'AQ\u00a0ID'],
    ['hexadecimal digits in brackets', '&lt;0102&gt;'],
    ['bits behind one octet', 'AR=='],
    ['bits behind one octet and white space', 'AR =\n='],
    ['bits behind two octets', 'AQJ='],
  ])('%s is refused', (_, text) => {
    expect(fault(`<data>${text}</data>`)).toMatch(/a <data> (that is not base64|whose last digit)/);
  });
});
