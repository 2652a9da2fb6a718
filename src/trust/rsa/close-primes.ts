/** Bit n is set when n is a square modulo 64: 12 of 64 residues, so that most candidates need no root. */
const squaresModulo64 = squareBits(64);
const squaresModulo63 = squareBits(63);

/** What {@link searchClosePrimes} did: `steps` counts the candidates that were tried. */
export interface ClosePrimesSearch {
  readonly found: boolean;
  readonly steps: number;
}

/**
 * Fermat's method: an odd modulus p * q is a^2 - b^2 with a = (p + q) / 2, so that primes that are close together appear
 * within a few steps from the square root. Good keys never do within 100 steps (CVE-2022-26320).
 */
export function searchClosePrimes(modulus: bigint, maxSteps = 100): ClosePrimesSearch {
  if (modulus < 9n || (modulus & 1n) === 0n) return { found: false, steps: 0 };
  const root = integerSquareRoot(modulus);
  let a = root * root === modulus ? root : root + 1n;
  let rest = a * a - modulus;
  for (let steps = 1; steps <= maxSteps; steps += 1) {
    const b = exactSquareRoot(rest);
    // The factors of a prime are 1 and itself: a - b is then 1, which says nothing.
    if (b !== undefined) return { found: a - b > 1n, steps };
    rest += 2n * a + 1n;
    a += 1n;
  }
  return { found: false, steps: maxSteps };
}

function exactSquareRoot(value: bigint): bigint | undefined {
  if (((squaresModulo64 >> (value & 63n)) & 1n) === 0n || ((squaresModulo63 >> (value % 63n)) & 1n) === 0n) {
    return undefined;
  }
  const root = integerSquareRoot(value);
  return root * root === value ? root : undefined;
}

/** The largest integer whose square is not above `value`, by Newton's method from above. */
export function integerSquareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  const bits = value.toString(16).length * 4;
  let root = 1n << BigInt((bits >> 1) + 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

function squareBits(modulus: number): bigint {
  let bits = 0n;
  for (let n = 0; n < modulus; n += 1) bits |= 1n << BigInt((n * n) % modulus);
  return bits;
}
