/** The odd primes up to `limit`, and 2, in rising order. */
export function smallPrimes(limit: number): readonly number[] {
  const primes = limit >= 2 ? [2] : [];
  for (let candidate = 3; candidate <= limit; candidate += 2) {
    if (isPrimeBy(primes, candidate)) primes.push(candidate);
  }
  return primes;
}

function isPrimeBy(primes: readonly number[], candidate: number): boolean {
  for (const prime of primes) {
    if (prime * prime > candidate) return true;
    if (candidate % prime === 0) return false;
  }
  return true;
}
