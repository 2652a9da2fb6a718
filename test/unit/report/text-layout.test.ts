import { expect, test } from 'vitest';
import { alignColumns } from '../../../src/report/text-layout.js';

test('columns are as wide as their longest cell, and nothing trails', () => {
  expect(
    alignColumns([
      ['', 'iOS', 'macOS'],
      ['since', '4.0', '10.7'],
      ['x', '', ''],
    ]),
  ).toEqual(['       iOS  macOS', 'since  4.0  10.7', 'x']);
});

test('the last column is wrapped at words, below where it began', () => {
  const words = Array.from({ length: 12 }, (_, index) => `word${String(index)}`);
  const lines = alignColumns([['key', words.join(' ')]], 45);
  expect(lines.every((line) => line.length <= 45)).toBe(true);
  expect(lines.map((line) => line.slice(0, 5))).toEqual(['key  ', ...lines.slice(1).map(() => '     ')]);
  expect(lines.map((line) => line.slice(5)).join(' ')).toBe(words.join(' '));
});

test('a word that does not fit stands alone, in full', () => {
  const long = 'x'.repeat(80);
  expect(alignColumns([['key', `form: ${long} end`]], 50)).toEqual(['key  form:', `     ${long}`, '     end']);
});
