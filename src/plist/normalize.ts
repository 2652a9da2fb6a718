import { types } from 'node:util';
import type { Bytes } from '../diagnostics/bytes.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { completeLimits, type PlistLimits } from './limits.js';
import { joinPointer } from './pointer.js';
import { PlistReal, type PlistInput, type PlistValue } from './value.js';
import { findIllegalCharacter } from './xml-text.js';

const MIN_INTEGER = -(2n ** 63n);
const MAX_INTEGER = 2n ** 64n - 1n;

/**
 * Checks a value and copies it into frozen values as {@link decodePlist} gives them back: dictionaries without prototype,
 * bytes that own their memory, keys without a value left out. Everything that a property list cannot hold is refused, and
 * so is a value whose getter or proxy throws, with its pointer in place of the foreign error. Each value is read once.
 *
 * @param substitute gives the text that is written for an object that is no value of a property list
 * @throws ProfilewrightError `ERR_PLIST_VALUE` with the pointer, `ERR_PLIST_LIMIT`, and what `substitute` throws
 */
export function normalizePlist(value: PlistInput, limits: PlistLimits = {}, substitute?: Substitute): PlistValue {
  return new Normalizer(completeLimits(limits), substitute).normalize(value);
}

/** What stands for an object at a place; undefined for an object that stands for itself. */
export type Substitute = (value: object, place: readonly (string | number)[]) => string | undefined;

class Normalizer {
  readonly #limits: Required<PlistLimits>;
  readonly #substitute: Substitute;
  /** The arrays and objects around the present value: meeting one again means a cycle. */
  readonly #ancestors = new Set<object>();
  /** Where the present value stands; a pointer is only made of it when one is needed. */
  readonly #path: (string | number)[] = [];
  #nodes = 0;
  #bytes = 0;

  constructor(limits: Required<PlistLimits>, substitute: Substitute = () => undefined) {
    this.#limits = limits;
    this.#substitute = substitute;
  }

  normalize(value: unknown): PlistValue {
    this.#countNode();
    switch (typeof value) {
      case 'string':
        this.#checkText(value, 'holds');
        return value;
      case 'number':
        return this.#checkNumber(value);
      case 'bigint':
        if (value < MIN_INTEGER || value > MAX_INTEGER) this.#refuse('is an integer beyond 64 bits');
        return Number.isSafeInteger(Number(value)) ? Number(value) : value;
      case 'boolean':
        return value;
      case 'object':
        return value === null ? this.#refuse('is null') : this.#normalizeObject(value);
      default:
        return this.#refuse(`is ${value === undefined ? 'undefined' : `a ${typeof value}`}`);
    }
  }

  #normalizeObject(value: object): PlistValue {
    if (types.isUint8Array(value)) return this.#copyBytes(value);
    if (types.isDate(value)) return this.#copyDate(value);
    if (this.#read(() => value instanceof PlistReal)) return this.#copyReal(value as PlistReal);
    const text = this.#substitute(value, this.#path);
    if (text !== undefined) return this.normalize(text);
    if (this.#ancestors.size >= this.#limits.maxDepth) this.#exceed('depth', this.#limits.maxDepth);
    if (this.#ancestors.has(value)) this.#refuse('contains itself');
    this.#ancestors.add(value);
    const copy = this.#read(() => Array.isArray(value))
      ? this.#normalizeArray(value as readonly unknown[])
      : this.#normalizeDictionary(value as Readonly<Record<string, unknown>>);
    this.#ancestors.delete(value);
    return copy;
  }

  #normalizeArray(values: readonly unknown[]): PlistValue {
    const length: unknown = this.#read(() => values.length);
    // A proxy answers what it likes.
    if (typeof length !== 'number' || !Number.isSafeInteger(length)) this.#refuse('is an array without a length');
    if (length > this.#limits.maxNodes) this.#exceed('nodes', this.#limits.maxNodes);
    const surplus = this.#read(() => Reflect.ownKeys(values).length - length);
    // One more than the indexes is `length` itself.
    if (surplus > 1) this.#refuse('is an array with keys that are no indexes');
    const copy: PlistValue[] = [];
    // By index, not by for-of: holes are seen as undefined, and an iterator of somebody else has no say.
    for (let index = 0; index < length; index += 1) {
      this.#path.push(index);
      copy.push(this.normalize(this.#read(() => values[index])));
      this.#path.pop();
    }
    return Object.freeze(copy);
  }

  #normalizeDictionary(value: Readonly<Record<string, unknown>>): PlistValue {
    const kind = this.#read(() => (isPlainObject(value) ? undefined : nameKind(value)));
    if (kind !== undefined) this.#refuse(`is no plain object but ${kind}`);
    if (this.#read(() => Object.getOwnPropertySymbols(value).length) > 0) this.#refuse('has a symbol as a key');
    const copy = Object.create(null) as Record<string, PlistValue>;
    for (const key of this.#read(() => Object.keys(value))) {
      this.#path.push(key);
      if (key === '__proto__') this.#refuse('has the key "__proto__", which readers in JavaScript misread');
      const item = this.#read(() => value[key]);
      if (item !== undefined) {
        this.#countNode();
        this.#checkText(key, 'has a key with');
        copy[key] = this.normalize(item);
      }
      this.#path.pop();
    }
    return Object.freeze(copy);
  }

  /** What is not ours may be a getter or a proxy, which throws what it likes. */
  #read<T>(read: () => T): T {
    try {
      return read();
    } catch {
      return this.#refuse('cannot be read, because a getter or a proxy throws');
    }
  }

  #checkText(text: string, holds: string): void {
    if (text.length > this.#limits.maxStringLength) this.#exceed('characters of a text', this.#limits.maxStringLength);
    this.#countBytes(text.length);
    const illegal = findIllegalCharacter(text);
    if (illegal !== undefined) this.#refuse(`${holds} ${illegal.name}, which XML cannot carry`);
  }

  #checkNumber(value: number): number {
    if (!Number.isFinite(value)) return this.#refuse('is a number that is not finite');
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      return this.#refuse('is a whole number beyond 2^53: pass a bigint, or real() for a <real>');
    }
    // There is no integer -0.
    return value === 0 ? 0 : value;
  }

  /** As it is read back: only whole numbers need the mark. */
  #copyReal(value: PlistReal): number | PlistReal {
    const number: unknown = this.#read(() => value.value);
    if (typeof number !== 'number' || !Number.isFinite(number)) return this.#refuse('is a real that is not finite');
    return Number.isInteger(number) ? new PlistReal(number) : number;
  }

  #copyDate(value: Date): Date {
    // Not value.getTime(), which a subclass may have replaced; this one takes dates of other realms too.
    const time = Date.prototype.getTime.call(value);
    if (Number.isNaN(time)) return this.#refuse('is an invalid Date');
    if (time % 1000 !== 0) return this.#refuse('is a Date with milliseconds, which a property list cannot hold');
    const copy = new Date(time);
    const year = copy.getUTCFullYear();
    return year < 1 || year > 9999 ? this.#refuse('is a Date outside of the years 1 to 9999') : copy;
  }

  #copyBytes(value: Uint8Array): Bytes {
    this.#countBytes(Math.ceil(this.#read(() => value.length) / 3) * 4);
    try {
      return new Uint8Array(value);
    } catch {
      return this.#refuse('is a Uint8Array whose memory was transferred away');
    }
  }

  #countNode(): void {
    this.#nodes += 1;
    if (this.#nodes > this.#limits.maxNodes) this.#exceed('nodes', this.#limits.maxNodes);
  }

  #countBytes(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#limits.maxBytes) this.#exceed('bytes', this.#limits.maxBytes);
  }

  #pointer(): string {
    return this.#path.reduce<string>(joinPointer, '');
  }

  #exceed(limit: 'bytes' | 'depth' | 'nodes' | 'characters of a text', maximum: number): never {
    throw new ProfilewrightError('ERR_PLIST_LIMIT', { limit, maximum, pointer: this.#pointer() });
  }

  #refuse(reason: string): never {
    throw new ProfilewrightError('ERR_PLIST_VALUE', { pointer: this.#pointer(), reason });
  }
}

/** Object literals, of another realm too, and objects without prototype; nothing whose content stands elsewhere. */
export function isPlainObject(value: object): boolean {
  if (types.isBoxedPrimitive(value) || types.isArgumentsObject(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf');
}

/** The class, as far as it has a harmless name. */
function nameKind(value: object): string {
  if (types.isArgumentsObject(value)) return 'the arguments of a function';
  const prototype: unknown = Object.getPrototypeOf(value);
  const own = Object.getOwnPropertyDescriptor(prototype ?? value, 'constructor')?.value as unknown;
  const name: unknown = typeof own === 'function' ? own.name : '';
  if (typeof name !== 'string' || !/^[A-Za-z_$][\w$]{0,39}$/.test(name)) return 'an instance of a class';
  return `${/^[AEIO]/.test(name) ? 'an' : 'a'} ${name}`;
}
