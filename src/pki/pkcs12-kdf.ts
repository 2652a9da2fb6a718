import { createHash } from 'node:crypto';

/** The digest of each hash, and the block that it works on, in octets (FIPS 180-4). */
const sizes = { sha1: [20, 64], sha224: [28, 64], sha256: [32, 64], sha384: [48, 128], sha512: [64, 128] } as const;

export type Pkcs12Hash = keyof typeof sizes;

/** What is derived: RFC 7292 appendix B.3. */
const purposes = { key: 1, iv: 2, mac: 3 } as const;

export interface Pkcs12Derivation {
  readonly purpose: keyof typeof purposes;
  readonly hash: Pkcs12Hash;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly length: number;
}

export function digestLength(hash: Pkcs12Hash): number {
  return sizes[hash][0];
}

/**
 * The octets that the KDF takes: a BMPString with its NUL, in which what is beyond 16 bits stands as surrogates (RFC 7292
 * appendix B.1; OpenSSL, Java and Apple do so). `null` is the missing password, of which nothing is left.
 */
function bmpPassword(password: string | null): Uint8Array {
  return password === null ? new Uint8Array() : Buffer.from(`${password}\0`, 'utf16le').swap16();
}

/** The key derivation of PKCS#12 (RFC 7292 appendix B.2), by the names that it has there. The iterations must have been limited. */
export function derivePkcs12Key(password: string | null, derivation: Pkcs12Derivation): Uint8Array {
  const { purpose, hash, salt, iterations, length } = derivation;
  const [u, v] = sizes[hash];
  const D = new Uint8Array(v).fill(purposes[purpose]);
  const I = Buffer.concat([fillBlocks(salt, v), fillBlocks(bmpPassword(password), v)]);
  const out = new Uint8Array(Math.ceil(length / u) * u);
  for (let offset = 0; offset < length; offset += u) {
    let A = createHash(hash).update(D).update(I).digest();
    for (let round = 1; round < iterations; round += 1) A = createHash(hash).update(A).digest();
    out.set(A, offset);
    const B = fillBlocks(A, v);
    for (let block = 0; block < I.length; block += v) addPlusOne(I.subarray(block, block + v), B);
  }
  return out.subarray(0, length);
}

/** Repeated to whole blocks; nothing stays nothing. */
function fillBlocks(octets: Uint8Array, blockLength: number): Uint8Array {
  const blocks = Math.ceil(octets.length / blockLength);
  return Buffer.alloc(blocks * blockLength, octets.length === 0 ? 0 : octets);
}

/** `I_j = (I_j + B + 1) mod 2^v`, big-endian. */
function addPlusOne(target: Uint8Array, addend: Uint8Array): void {
  let carry = 1;
  for (let index = target.length - 1; index >= 0; index -= 1) {
    const sum = (target[index] ?? 0) + (addend[index] ?? 0) + carry;
    target[index] = sum & 0xff;
    carry = sum >> 8;
  }
}
