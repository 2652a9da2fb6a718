import { smallPrimes } from './small-primes.js';

let divisors: readonly (readonly [number, bigint])[] | undefined;

/** The smallest prime below 2000 that divides the modulus; undefined when there is none. */
export function findSmallFactor(modulus: bigint): number | undefined {
  divisors ??= smallPrimes(2000).map((prime) => [prime, BigInt(prime)] as const);
  return divisors.find(([, divisor]) => modulus % divisor === 0n)?.[0];
}
