import { checkPrimeSync, createHash, generatePrimeSync, randomBytes } from 'node:crypto';
import {
  algorithmIdentifier,
  bitString,
  fromHex,
  integer,
  nullValue,
  octetString,
  sequence,
  type Bytes,
} from './der.js';
import { keyIdentifierOf } from './test-key.js';

/**
 * An RSA key that is made by arithmetic because no library makes it. `primes` are its factors when they are known: only then,
 * and when the exponent has an inverse, are its signatures valid. Otherwise they are zeros of the right length.
 */
export interface WeakKey {
  readonly kind: WeakKeyKind | 'custom';
  readonly modulus: bigint;
  readonly exponent: bigint;
  readonly primes: readonly bigint[];
  readonly spki: Bytes;
  readonly keyIdentifier: Bytes;
}

const makers = {
  /** Two primes next to each other: Fermat's method finds them at the first step (CVE-2022-26320). */
  'close-primes': () => closePrimes(1),
  /** Fermat's method needs a few dozen steps. */
  'rather-close-primes': () => closePrimes(40),
  /** The fingerprint of CVE-2017-15361, 2048 bits. */
  roca: () => [rocaPrime(), rocaPrime()],
  /** A factor below 2000. */
  'small-factor': () => [1009n, prime(1024), prime(1024)],
  /** The factor is 2. */
  'even-modulus': () => [2n, prime(1024), prime(1024)],
  'even-exponent': soundPrimes,
  'exponent-1': soundPrimes,
  'exponent-2-pow-64-plus-13': soundPrimes,
  /** 512 bits. */
  'tiny-modulus': () => [prime(256), prime(256)],
  /** 64 bits: too short for any signature. */
  'toy-modulus': () => [prime(32), prime(32)],
  /** 16384 bits, of 32 primes. */
  'modulus-16384': () => manyPrimes(32),
  /** 16896 bits: longer than OpenSSL computes with. */
  'modulus-16896': () => manyPrimes(33),
  /** Not weak: the plain counterpart, to show that arithmetic alone is no defect. */
  sound: soundPrimes,
} satisfies Record<string, () => readonly bigint[]>;

export type WeakKeyKind = keyof typeof makers;

export const weakKeyKinds: readonly WeakKeyKind[] = Object.keys(makers) as WeakKeyKind[];

const exponents: Partial<Record<WeakKeyKind, bigint>> = {
  'even-exponent': 65536n,
  'exponent-1': 1n,
  'exponent-2-pow-64-plus-13': (1n << 64n) + 13n,
};

const known = new Map<WeakKeyKind, WeakKey>();

/** The weak key of this kind, the same one through the test file. */
export function weakRsaKey(kind: WeakKeyKind): WeakKey {
  const key = known.get(kind) ?? { ...rsaKeyOf(makers[kind](), exponents[kind]), kind };
  known.set(kind, key);
  return key;
}

/** The RSA key of these primes; one number that is no prime will do as a modulus of unknown factors: `rsaKeyOf([n], 3n, false)`. */
export function rsaKeyOf(factors: readonly bigint[], exponent = 65537n, arePrimes = true): WeakKey {
  const modulus = factors.reduce((product, factor) => product * factor, 1n);
  const spki = rsaSpki(modulus, exponent);
  const primes = arePrimes ? factors : [];
  return { kind: 'custom', modulus, exponent, primes, spki, keyIdentifier: keyIdentifierOf(spki) };
}

/** SubjectPublicKeyInfo with `RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }`; any numbers will do. */
export function rsaSpki(modulus: bigint, exponent: bigint): Bytes {
  const algorithm = algorithmIdentifier('1.2.840.113549.1.1.1', nullValue());
  return sequence(algorithm, bitString(sequence(integer(modulus), integer(exponent))));
}

/** Primes p and q so that Fermat's method finds p * q about at the given step: q - p is near sqrt(8 * steps * sqrt(n)). */
export function closePrimes(steps: number): [bigint, bigint] {
  const p = prime(1024);
  const distance = steps <= 1 ? 2n : squareRoot(8n * BigInt(steps) * p);
  return [p, nextPrime(p + distance)];
}

/** A prime of the form k * M + (65537^a mod M), M being the product of the first 126 primes: what the library made for 2048 bits. */
function rocaPrime(): bigint {
  const product = firstPrimes(126).reduce((all, one) => all * BigInt(one), 1n);
  const smallest = (3n << 1022n) / product + 1n;
  const span = (1n << 1024n) / product - smallest;
  for (;;) {
    const k = smallest + (randomNumber(16) % span);
    const candidate = k * product + power(65537n, randomNumber(16), product);
    if (candidate % 65537n !== 1n && checkPrimeSync(candidate)) return candidate;
  }
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((divisor) => candidate % divisor !== 0)) primes.push(candidate);
  }
  return primes;
}

/** A prime that goes with the exponent 65537. */
function prime(bits: number): bigint {
  const candidate = generatePrimeSync(bits, { bigint: true });
  return candidate % 65537n === 1n ? prime(bits) : candidate;
}

function soundPrimes(): readonly bigint[] {
  return [prime(1024), prime(1024)];
}

const manyPrimes = (count: number): bigint[] => Array.from({ length: count }, () => prime(512));

function nextPrime(from: bigint): bigint {
  let candidate = from | 1n;
  while (candidate % 65537n === 1n || !checkPrimeSync(candidate)) candidate += 2n;
  return candidate;
}

const randomNumber = (octets: number): bigint => BigInt(`0x${randomBytes(octets).toString('hex')}`);

function squareRoot(value: bigint): bigint {
  let root = 1n << BigInt((value.toString(2).length >> 1) + 1);
  for (let next = (root + value / root) >> 1n; next < root; next = (root + value / root) >> 1n) root = next;
  return root;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** The inverse by Euclid's extended algorithm; undefined when there is none. */
function inverse(value: bigint, modulus: bigint): bigint | undefined {
  let [r0, r1, t0, t1] = [modulus, value % modulus, 0n, 1n];
  while (r1 > 0n) [r0, r1, t0, t1] = [r1, r0 % r1, t1, t0 - (r0 / r1) * t1];
  return r0 === 1n ? ((t0 % modulus) + modulus) % modulus : undefined;
}

const digestInfoOids: Readonly<Record<string, string>> = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};

/** PKCS#1 v1.5 (RFC 8017 section 8.2) by arithmetic, prime by prime; zeros when it cannot be done. */
export function signWithWeakKey(key: WeakKey, bytes: Uint8Array, hash: string): Uint8Array {
  const length = Math.ceil(key.modulus.toString(2).length / 8);
  const digest = createHash(hash).update(bytes).digest();
  const info = sequence(algorithmIdentifier(digestInfoOids[hash]!, nullValue()), octetString(digest));
  const padding = length - info.length - 3;
  if (padding < 8) return new Uint8Array(length);
  const message = BigInt(`0x0001${'ff'.repeat(padding)}00${Buffer.from(info).toString('hex')}`);
  const signature = invertPower(message, key);
  return fromHex((signature ?? 0n).toString(16).padStart(length * 2, '0'));
}

/** message^(1/e) mod n: the root modulo each prime, joined by the Chinese remainder theorem (Garner). */
function invertPower(message: bigint, { primes, exponent }: WeakKey): bigint | undefined {
  if (primes.length === 0) return undefined;
  let [result, product] = [0n, 1n];
  for (const factor of primes) {
    const root = factor === 2n ? 1n : inverse(exponent, factor - 1n);
    const step = inverse(product, factor);
    if (root === undefined || step === undefined) return undefined;
    const residue = power(message, root, factor);
    const delta = ((((residue - result) % factor) + factor) * step) % factor;
    result += delta * product;
    product *= factor;
  }
  return result;
}
