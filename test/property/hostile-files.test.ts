import { afterEach, beforeEach, expect, test, vi, type MockInstance } from 'vitest';
import { hostileFile } from '../fuzz/hostile-files.js';
import { randomPlist } from '../fuzz/random-plist.js';
import { outcomeOf, readers } from '../fuzz/read-anything.js';
import { seedFiles } from '../fuzz/seed-files.js';
import { SeededRandom } from '../fuzz/seeded-random.js';

let output: MockInstance[] = [];
beforeEach(() => {
  output = (['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((method) => vi.spyOn(console, method));
});
afterEach(() => {
  for (const spy of output) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

const seeds = seedFiles();

test('sound files are read, or refused for what they are', () => {
  const outcomes = seeds.map((bytes) => outcomeOf(readers.parse, bytes));
  expect(outcomes.filter((outcome) => outcome === 'read')).toHaveLength(15);
  expect(outcomeOf(readers.certificates, seeds.at(-1)!)).toBe('read');
});

test.each(Object.entries(readers))('%s: whatever is spoilt ends in a value or in an error of ours', (name, read) => {
  const random = new SeededRandom(name.length);
  for (let run = 0; run < 150; run += 1) expect(outcomeOf(read, hostileFile(random, seeds))).toMatch(/^(read|ERR_)/);
});

test('so does every property list', () => {
  const random = new SeededRandom(5);
  const outcomes = Array.from({ length: 500 }, () => outcomeOf(readers.parse, randomPlist(random)));
  expect(new Set(outcomes).size).toBeGreaterThan(2);
});
