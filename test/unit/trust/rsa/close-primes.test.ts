import { generatePrimeSync, checkPrimeSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { integerSquareRoot, searchClosePrimes } from '../../../../src/trust/rsa/close-primes.js';

function nextPrime(after: bigint): bigint {
  for (let candidate = after + 2n; ; candidate += 2n) if (checkPrimeSync(candidate)) return candidate;
}

test('factors a modulus of neighbouring primes, in the first steps', () => {
  const p = generatePrimeSync(1024, { bigint: true });
  const search = searchClosePrimes(p * nextPrime(p));
  expect(search.found).toBe(true);
  expect(search.steps).toBeLessThanOrEqual(2);
});

test('finds the square of a prime', () => {
  const p = generatePrimeSync(512, { bigint: true });
  expect(searchClosePrimes(p * p)).toEqual({ found: true, steps: 1 });
});

test('gives up after 100 steps on primes that are far apart', () => {
  const modulus = generatePrimeSync(1024, { bigint: true }) * generatePrimeSync(1024, { bigint: true });
  expect(searchClosePrimes(modulus)).toEqual({ found: false, steps: 100 });
});

test('counts its steps exactly: one step short finds nothing', () => {
  // 101 * 197 = 149^2 - 48^2, and the root rounded up is 142: the eighth candidate.
  expect(searchClosePrimes(101n * 197n, 8)).toEqual({ found: true, steps: 8 });
  expect(searchClosePrimes(101n * 197n, 7)).toEqual({ found: false, steps: 7 });
});

test('does not take a prime for a product, nor even and tiny numbers', () => {
  for (const number of [0n, 1n, 2n, 8n, 13n, 17n, 10007n, 2n ** 512n]) {
    expect(searchClosePrimes(number).found).toBe(false);
  }
});

test('the integer square root is exact', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 300n }), (value) => {
      const root = integerSquareRoot(value);
      expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true);
      expect(integerSquareRoot(value * value)).toBe(value);
    }),
  );
});
