import { expect, test } from 'vitest';
import { isAtLeast } from '../../../src/device/is-at-least.js';

test.each([
  ['12.2', '12.2', true],
  ['12.10', '12.2', true],
  ['12.1.4', '12.2', false],
  ['12', '12.0.0', true],
  ['11.4.1', '12', false],
  ['10.15.7', '11', false],
  ['26.0', '9', true],
  ['10.15.7', '10.15.8', false],
])('%s is at least %s: %s', (version, bound, expected) => {
  expect(isAtLeast(version, bound)).toBe(expected);
});
