import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions, coverageOf, isVersion } from '../../../src/device/version-range.js';

test.each([
  ['17.0', '17', 0],
  ['17.4', '17.10', -1],
  ['10.15.7', '10.15', 1],
  ['9.3.2', '26.0', -1],
])('%s against %s is %d', (a, b, order) => {
  expect(Math.sign(compareVersions(a, b))).toBe(order);
  expect(Math.sign(compareVersions(b, a))).toBe(order === 0 ? 0 : -order);
});

test.each<
  [from: string, to: string | undefined, since: string | undefined, until: string | undefined, expected: string]
>([
  ['16', undefined, undefined, undefined, 'all'],
  ['16', undefined, '15.4', undefined, 'all'],
  ['16', undefined, '16.0', undefined, 'all'],
  ['16', undefined, '17.0', undefined, 'some'],
  ['16', '16', '16.4', undefined, 'some'],
  ['16', '16', '17.0', undefined, 'none'],
  ['16.0', '16.3', '16.4', undefined, 'none'],
  ['16.0', '16.4', '16.4.1', undefined, 'some'],
  ['15', '17', undefined, '18.0', 'all'],
  ['15', '17', undefined, '17.4', 'some'],
  ['15', '17', undefined, '17.0', 'some'],
  ['17', undefined, undefined, '17.0', 'none'],
  ['15', undefined, undefined, '17.0', 'some'],
  ['12', '18', '14.0', '16.0', 'some'],
])('from %s to %s, something since %s and until %s holds on %s', (from, to, since, until, expected) => {
  const range = { from, ...(to === undefined ? {} : { to }) };
  expect(coverageOf(range, { since, until })).toBe(expected);
});

test('every version of a range agrees with what is said of the range', () => {
  const version = fc.tuple(fc.nat(5), fc.nat(5)).map(([major, minor]) => `${major}.${minor}`);
  fc.assert(
    fc.property(version, version, version, (from, to, since) => {
      fc.pre(compareVersions(from, to) <= 0);
      const grid = Array.from({ length: 36 }, (_, index) => `${Math.floor(index / 6)}.${index % 6}`);
      const inside = grid.filter((one) => compareVersions(from, one) <= 0 && compareVersions(one, to) <= 0);
      const holding = inside.filter((one) => compareVersions(one, since) >= 0).length;
      const expected = holding === inside.length ? 'all' : holding === 0 ? 'none' : 'some';
      expect(coverageOf({ from, to }, { since })).toBe(expected);
    }),
  );
});

test('a version is numbers with points', () => {
  for (const text of ['17', '10.15.7', '1.0.0.1']) expect(isVersion(text)).toBe(true);
  for (const text of ['', '17.', 'v17', '17.x', '1.2.3.4.5', 17, '1'.repeat(9)]) expect(isVersion(text)).toBe(false);
});
