import { checkPrimeSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { rootCA } from '../../support/authorities.js';
import { asX509 } from '../../support/issue-certificate.js';
import {
  closePrimes,
  rsaKeyOf,
  rsaSpki,
  weakKeyKinds,
  weakRsaKey,
  type WeakKeyKind,
} from '../../support/weak-rsa-key.js';

const bits = (value: bigint): number => value.toString(2).length;
const isSelfSigned = (kind: WeakKeyKind): boolean => {
  const x509 = asX509(rootCA({ key: weakRsaKey(kind) }));
  return x509.verify(x509.publicKey);
};

describe('weak RSA keys', () => {
  test.each([
    'sound',
    'close-primes',
    'rather-close-primes',
    'roca',
    'small-factor',
    'exponent-1',
    'tiny-modulus',
    'modulus-16384',
  ] as const)('%s signs so that OpenSSL verifies it', (kind) => {
    expect(isSelfSigned(kind)).toBe(true);
  });

  test('a signature is zeros where none can be made', () => {
    const { der } = rootCA({ key: weakRsaKey('even-exponent') });
    expect(Buffer.from(der).subarray(-256).equals(Buffer.alloc(256))).toBe(true);
    expect(Buffer.from(rootCA({ key: weakRsaKey('toy-modulus') }).der).subarray(-8)).toEqual(Buffer.alloc(8));
    const unknownFactors = rsaKeyOf([weakRsaKey('sound').modulus], 3n, false);
    expect(
      Buffer.from(rootCA({ key: unknownFactors }).der)
        .subarray(-256)
        .equals(Buffer.alloc(256)),
    ).toBe(true);
  });

  test('node:crypto reads their length and exponent', () => {
    const facts = (kind: WeakKeyKind) => asX509(rootCA({ key: weakRsaKey(kind) })).publicKey.asymmetricKeyDetails;
    expect(facts('exponent-1')).toEqual({ modulusLength: 2048, publicExponent: 1n });
    expect(facts('even-exponent')).toEqual({ modulusLength: 2048, publicExponent: 65536n });
    expect(facts('exponent-2-pow-64-plus-13')?.publicExponent).toBe(2n ** 64n + 13n);
    expect(facts('tiny-modulus')?.modulusLength).toBe(512);
    expect(facts('toy-modulus')?.modulusLength).toBe(64);
    expect(facts('modulus-16384')?.modulusLength).toBeGreaterThan(16300);
    expect(facts('modulus-16384')?.modulusLength).toBeLessThanOrEqual(16384);
    expect(facts('modulus-16896')?.modulusLength).toBeGreaterThan(16384);
    expect(facts('roca')?.modulusLength).toBe(2048);
  });

  test('the factors are primes whose product is the modulus', () => {
    for (const kind of ['close-primes', 'roca', 'small-factor', 'even-modulus', 'tiny-modulus'] as const) {
      const { primes, modulus } = weakRsaKey(kind);
      expect(primes.every((prime) => checkPrimeSync(prime))).toBe(true);
      expect(primes.reduce((product, prime) => product * prime, 1n)).toBe(modulus);
    }
  });

  test('close primes are as far apart as Fermat’s method needs for the steps', () => {
    const steps = ([p, q]: readonly bigint[]): bigint => (q! - p!) ** 2n / (8n * p!);
    expect(steps(weakRsaKey('close-primes').primes)).toBe(0n);
    expect(steps(weakRsaKey('rather-close-primes').primes)).toBeGreaterThan(20n);
    expect(steps(weakRsaKey('rather-close-primes').primes)).toBeLessThan(60n);
    expect(steps(closePrimes(5000))).toBeGreaterThan(2500n);
  });

  test('only a ROCA modulus is a power of 65537 modulo each small prime', () => {
    const isPower = (modulus: bigint, prime: bigint): boolean => {
      const powers = new Set<bigint>();
      for (let power = 1n; !powers.has(power); power = (power * 65537n) % prime) powers.add(power);
      return powers.has(modulus % prime);
    };
    const hasFingerprint = (kind: WeakKeyKind): boolean =>
      [11n, 13n, 17n, 19n, 37n, 53n, 61n, 71n, 73n, 79n, 97n, 103n, 107n, 109n, 127n, 151n, 157n, 701n].every((prime) =>
        isPower(weakRsaKey(kind).modulus, prime),
      );
    expect(hasFingerprint('roca')).toBe(true);
    expect(hasFingerprint('sound')).toBe(false);
    expect(bits(weakRsaKey('roca').primes[0]!)).toBe(1024);
  });

  test.each(weakKeyKinds)('%s stands in a certificate that OpenSSL reads', (kind) => {
    const x509 = asX509(rootCA({ key: weakRsaKey(kind) }));
    expect(x509.subject).toBe('CN=Lab Root');
    expect(x509.raw.includes(Buffer.from(weakRsaKey(kind).spki))).toBe(true);
  });

  test('any numbers can be written as a key', () => {
    expect(Buffer.from(rsaSpki(0n, -1n)).toString('hex')).toContain('30060201000201ff');
  });
});
