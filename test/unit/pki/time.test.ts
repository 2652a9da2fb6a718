import { expect, test } from 'vitest';
import { readBer } from '../../../src/asn1/ber.js';
import { derValue } from '../../../src/asn1/der.js';
import { readTime } from '../../../src/pki/time.js';

const read = (tag: number, text: string) => {
  const defects: string[] = [];
  const value = readBer(derValue(tag, Buffer.from(text, 'latin1')), { what: 'the time' });
  return { time: readTime(value, ({ reason }) => defects.push(reason))?.toISOString(), defects };
};

test.each([
  [0x17, '491231235959Z', '2049-12-31T23:59:59.000Z'],
  [0x17, '500101000000Z', '1950-01-01T00:00:00.000Z'],
  [0x18, '20500101000000Z', '2050-01-01T00:00:00.000Z'],
  [0x18, '99991231235959Z', '9999-12-31T23:59:59.000Z'],
  [0x17, '240229000000Z', '2024-02-29T00:00:00.000Z'],
])('reads the time %i %s', (tag, text, expected) => {
  expect(read(tag, text)).toEqual({ time: expected, defects: [] });
});

test.each([
  [0x17, '2401010000Z', '2024-01-01T00:00:00.000Z'],
  [0x17, '240101000000+0130', '2023-12-31T22:30:00.000Z'],
  [0x18, '20240101000000-0100', '2024-01-01T01:00:00.000Z'],
])('reads %i %s and reports that it is not DER', (tag, text, expected) => {
  const { time, defects } = read(tag, text);
  expect(time).toBe(expected);
  expect(defects).toHaveLength(1);
});

test.each([
  [0x17, '250229000000Z'],
  [0x17, '241301000000Z'],
  [0x17, '240101240000Z'],
  [0x18, '20240101000000.5Z'],
  [0x18, '20240101000000'],
  [0x17, ''],
  [0x0c, '240101000000Z'],
  [0x17, '24010100000٠Z'],
])('%i %s is no time', (tag, text) => {
  expect(read(tag, text).time).toBeUndefined();
});
