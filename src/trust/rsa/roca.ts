import { smallPrimes } from './small-primes.js';

const GENERATOR = 65537;

/**
 * Whether the modulus has the fingerprint of CVE-2017-15361 (ROCA). The primes of that library are
 * k * M + (65537^a mod M), M being the product of the first primes (39 of them even for the shortest keys), so the modulus
 * too is a power of 65537 modulo M. That is so when it is a power modulo each odd prime up to 167, with exponents that
 * agree with each other (Nemec et al., ACM CCS 2017). By chance this happens once in about 2^154 moduli.
 */
export function isRocaModulus(modulus: bigint): boolean {
  let exponent = 0n;
  let period = 1n;
  for (const prime of smallPrimes(167).slice(1)) {
    const logarithm = discreteLogarithm(Number(modulus % BigInt(prime)), prime);
    if (logarithm === undefined) return false;
    const order = BigInt(orderOfGenerator(prime));
    const common = greatestCommonDivisor(period, order);
    if ((exponent - BigInt(logarithm)) % common !== 0n) return false;
    while (exponent % order !== BigInt(logarithm)) exponent += period;
    period = (period / common) * order;
  }
  return true;
}

function discreteLogarithm(residue: number, prime: number): number | undefined {
  let power = 1;
  for (let exponent = 0; exponent < prime; exponent += 1) {
    if (power === residue) return exponent;
    power = (power * (GENERATOR % prime)) % prime;
    if (power === 1) return undefined;
  }
  return undefined;
}

function orderOfGenerator(prime: number): number {
  let order = 1;
  for (let power = GENERATOR % prime; power !== 1; power = (power * (GENERATOR % prime)) % prime) order += 1;
  return order;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
