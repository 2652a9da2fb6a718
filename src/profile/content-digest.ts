import { createHash, type Hash } from 'node:crypto';
import type { Bytes } from '../diagnostics/bytes.js';
import { PlistReal, type PlistDictionary, type PlistValue } from '../plist/value.js';

/**
 * The SHA-256 of a normalised plist value, with every type told apart and every length counted, so that two values have
 * the same digest only when they are written the same.
 */
export function digestContent(value: PlistValue): Bytes {
  const hash = createHash('sha256');
  update(hash, value);
  return new Uint8Array(hash.digest());
}

function update(hash: Hash, value: PlistValue): void {
  if (typeof value === 'string') {
    tagged(hash, 's', value);
  } else if (typeof value === 'boolean') {
    tagged(hash, 'b', String(value));
  } else if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) {
    // Both are written as <integer>.
    tagged(hash, 'i', String(value));
  } else if (typeof value === 'number' || value instanceof PlistReal) {
    const number = Number(value);
    tagged(hash, 'r', Object.is(number, -0) ? '-0' : String(number));
  } else if (value instanceof Date) {
    tagged(hash, 't', String(value.getTime()));
  } else if (value instanceof Uint8Array) {
    hash.update(`d${String(value.length)}:`).update(value);
  } else if (isArray(value)) {
    hash.update(`a${String(value.length)}:`);
    for (const item of value) update(hash, item);
  } else {
    updateDictionary(hash, value);
  }
}

function updateDictionary(hash: Hash, dictionary: PlistDictionary): void {
  const entries = Object.entries(dictionary);
  hash.update(`o${String(entries.length)}:`);
  for (const [key, item] of entries) {
    tagged(hash, 'k', key);
    update(hash, item);
  }
}

function tagged(hash: Hash, tag: string, text: string): void {
  hash.update(`${tag}${String(Buffer.byteLength(text))}:${text}`);
}

function isArray(value: PlistValue): value is readonly PlistValue[] {
  return Array.isArray(value);
}
