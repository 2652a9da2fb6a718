import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { isRocaModulus } from '../../../../src/trust/rsa/roca.js';
import { smallPrimes } from '../../../../src/trust/rsa/small-primes.js';

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let rest = exponent, square = base % modulus; rest > 0n; rest >>= 1n, square = (square * square) % modulus) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
  }
  return result;
}

/** The product of the first 126 primes, which the library used for 2048-bit keys. */
const M = smallPrimes(701)
  .map(BigInt)
  .reduce((product, prime) => product * prime, 1n);

/** A number of the form k * M + (65537^a mod M); primality plays no part in the fingerprint. */
const rocaFactor = (k: bigint, a: bigint): bigint => k * M + power(65537n, a, M);

function modulusOf(bits: number): bigint {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const jwk = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })).export({ format: 'jwk' });
  return BigInt(`0x${Buffer.from(jwk.n ?? '', 'base64url').toString('hex')}`);
}

test('the library used the product of 126 primes for 2048 bits', () => {
  expect(smallPrimes(701)).toHaveLength(126);
});

test('recognises a modulus whose factors have the form of CVE-2017-15361', () => {
  for (const [a, b] of [
    [1n, 2n],
    [123456789n, 987654321n],
    [2n ** 61n - 1n, 2n ** 89n - 1n],
  ] as const) {
    expect(isRocaModulus(rocaFactor(1234567n, a) * rocaFactor(7654321n, b))).toBe(true);
  }
});

test('asks that the exponents agree: a power modulo each prime is not enough', () => {
  // An even power modulo all primes but 3, where 65537 has the order 2 and the residue 2 is an odd power.
  const others = M / 3n;
  const even = power(65537n, 2n, others);
  const modulus = [even, even + others, even + 2n * others].find((number) => number % 3n === 2n) ?? 0n;
  expect(modulus % 3n).toBe(2n);
  expect(isRocaModulus(modulus)).toBe(false);
  expect(isRocaModulus(power(65537n, 2n, M))).toBe(true);
});

test('leaves the moduli of OpenSSL alone', () => {
  for (const bits of [1024, 1024, 2048, 2048]) expect(isRocaModulus(modulusOf(bits))).toBe(false);
});

test('takes any number without an error', () => {
  for (const number of [0n, 1n, 2n, 3n, 65537n, 2n ** 4096n]) expect(typeof isRocaModulus(number)).toBe('boolean');
});
