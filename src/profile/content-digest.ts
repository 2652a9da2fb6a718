import { createHash } from 'node:crypto';
import type { Bytes } from '../diagnostics/bytes.js';
import { PlistReal, type PlistDictionary, type PlistValue } from '../plist/value.js';

/**
 * The SHA-256 of a normalised plist value, with every type told apart and every length counted, so that two values have
 * the same digest only when they are written the same.
 */
export function digestContent(value: PlistValue): Bytes {
  const digest = new ContentDigest();
  digest.add(value);
  return digest.take();
}

/** Texts are gathered and hashed in one go: a call for each of them would cost more than the hash itself. */
class ContentDigest {
  readonly #hash = createHash('sha256');
  #text = '';

  add(value: PlistValue): void {
    if (typeof value === 'string') {
      this.#addText('s', value);
    } else if (typeof value === 'boolean') {
      this.#text += value ? 'b1' : 'b0';
    } else if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) {
      // Both are written as <integer>.
      this.#addText('i', String(value));
    } else if (typeof value === 'number' || value instanceof PlistReal) {
      const number = Number(value);
      this.#addText('r', Object.is(number, -0) ? '-0' : String(number));
    } else if (value instanceof Date) {
      this.#addText('t', String(value.getTime()));
    } else if (value instanceof Uint8Array) {
      this.#addBytes(value);
    } else if (isArray(value)) {
      this.#text += `a${String(value.length)}:`;
      for (const item of value) this.add(item);
    } else {
      this.#addDictionary(value);
    }
  }

  take(): Bytes {
    return new Uint8Array(this.#hash.update(this.#text).digest());
  }

  #addText(tag: string, text: string): void {
    this.#text += `${tag}${String(text.length)}:${text}`;
  }

  #addBytes(bytes: Uint8Array): void {
    this.#hash.update(`${this.#text}d${String(bytes.length)}:`).update(bytes);
    this.#text = '';
  }

  #addDictionary(dictionary: PlistDictionary): void {
    const entries = Object.entries(dictionary);
    this.#text += `o${String(entries.length)}:`;
    for (const [key, item] of entries) {
      this.#addText('k', key);
      this.add(item);
    }
  }
}

function isArray(value: PlistValue): value is readonly PlistValue[] {
  return Array.isArray(value);
}
