import { checkPrimeSync, generatePrimeSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { findSmallFactor } from '../../../../src/trust/rsa/small-factor.js';
import { smallPrimes } from '../../../../src/trust/rsa/small-primes.js';

test('lists the primes and nothing else', () => {
  const expected = Array.from({ length: 2001 }, (_, n) => n).filter((n) => checkPrimeSync(BigInt(n)));
  expect(smallPrimes(2000)).toEqual(expected);
  expect(smallPrimes(1)).toEqual([]);
});

test('names the smallest factor, up to 1999', () => {
  const p = generatePrimeSync(512, { bigint: true });
  expect(findSmallFactor(p * 2n)).toBe(2);
  expect(findSmallFactor(p * 1999n * 1997n)).toBe(1997);
  expect(findSmallFactor(p * 1999n)).toBe(1999);
  expect(findSmallFactor(p * 2003n)).toBeUndefined();
});
