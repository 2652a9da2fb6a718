import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import type { Bytes } from '../diagnostics/bytes.js';

/** The initial value of RFC 3394 section 2.2.3.1, by which unwrapping knows the right key. */
const INITIAL = Buffer.alloc(8, 0xa6);
const ROUNDS = 6;

/** Wraps a key under an AES key of 16, 24 or 32 octets (RFC 3394 section 2.2.1). */
export function wrapKey(wrappingKey: Uint8Array, key: Uint8Array): Bytes {
  const cipher = createCipheriv(ecbOf(wrappingKey), wrappingKey, null).setAutoPadding(false);
  const out = Buffer.concat([INITIAL, key]);
  const count = key.length / 8;
  for (let step = 1; step <= ROUNDS * count; step += 1) {
    const at = 8 * (1 + ((step - 1) % count));
    const block = cipher.update(Buffer.concat([out.subarray(0, 8), out.subarray(at, at + 8)]));
    out.set(block.subarray(0, 8));
    addStep(out, step);
    out.set(block.subarray(8), at);
  }
  return new Uint8Array(out);
}

/** The key that was wrapped by {@link wrapKey}; undefined when it was under another key, or is damaged. */
export function unwrapKey(wrappingKey: Uint8Array, wrapped: Uint8Array): Uint8Array | undefined {
  const count = wrapped.length / 8 - 1;
  if (!Number.isInteger(count) || count < 2 || count > 8) return undefined;
  const cipher = createDecipheriv(ecbOf(wrappingKey), wrappingKey, null).setAutoPadding(false);
  const out = Buffer.from(wrapped);
  for (let step = ROUNDS * count; step >= 1; step -= 1) {
    const at = 8 * (1 + ((step - 1) % count));
    addStep(out, step);
    const block = cipher.update(Buffer.concat([out.subarray(0, 8), out.subarray(at, at + 8)]));
    out.set(block.subarray(0, 8));
    out.set(block.subarray(8), at);
  }
  return timingSafeEqual(out.subarray(0, 8), INITIAL) ? out.subarray(8) : undefined;
}

/** The counter of the step, which never needs more than one octet, goes over the first eight octets. */
function addStep(out: Buffer, step: number): void {
  out[7] = (out[7] ?? 0) ^ step;
}

function ecbOf(key: Uint8Array): string {
  return `aes-${String(key.length * 8)}-ecb`;
}

const TRIPLE_DES_IV = Buffer.from('4adda22c79e82105', 'hex');

/** The Triple-DES key that is wrapped under another one (RFC 3217 section 3.2); undefined as in {@link unwrapKey}. */
export function unwrapTripleDesKey(wrappingKey: Uint8Array, wrapped: Uint8Array): Uint8Array | undefined {
  if (wrapped.length !== 40) return undefined;
  const inner = decryptTripleDes(wrappingKey, TRIPLE_DES_IV, wrapped).reverse();
  const key = decryptTripleDes(wrappingKey, inner.subarray(0, 8), inner.subarray(8));
  const checksum = createHash('sha1').update(key.subarray(0, 24)).digest().subarray(0, 8);
  return timingSafeEqual(checksum, key.subarray(24)) ? key.subarray(0, 24) : undefined;
}

function decryptTripleDes(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer {
  const cipher = createDecipheriv('des-ede3-cbc', key, iv).setAutoPadding(false);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}
