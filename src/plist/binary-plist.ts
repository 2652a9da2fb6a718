import type { Bytes } from '../diagnostics/bytes.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { FindingList } from './finding-list.js';
import type { PlistLimits } from './limits.js';
import { joinPointer } from './pointer.js';
import { PlistReal, type PlistValue } from './value.js';
import { findIllegalCharacter } from './xml-text.js';

/** Whether the bytes begin like a binary property list that a device reads. */
export function isBinaryPlist(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 7)).equals(Buffer.from('bplist0'));
}

/**
 * Reads a binary property list as CoreFoundation does (CFBinaryPList.c), behind limits: each use of a value counts, so that
 * values that are shared cannot blow up. What has no form in XML (null, sets) is refused.
 *
 * @throws ProfilewrightError `ERR_PLIST_BINARY`, `ERR_PLIST_LIMIT`
 */
export function decodeBinaryPlist(bytes: Uint8Array, limits: Required<PlistLimits>, findings: FindingList): PlistValue {
  return new BinaryReader(bytes, limits, findings).read();
}

const HEADER = 8;
const TRAILER = 32;
/** 1 January 2001, in milliseconds. */
const EPOCH = Date.UTC(2001, 0, 1);

class BinaryReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #limits: Required<PlistLimits>;
  readonly #findings: FindingList;
  readonly #trailer: Trailer;
  /** Values that hold no others, by their offset: shared ones are decoded once. */
  readonly #leaves = new Map<number, PlistValue>();
  readonly #path: (string | number)[] = [];
  #nodes = 0;

  constructor(bytes: Uint8Array, limits: Required<PlistLimits>, findings: FindingList) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#limits = limits;
    this.#findings = findings;
    this.#trailer = readTrailer(this.#view);
  }

  read(): PlistValue {
    return this.#readObject(this.#trailer.topObject);
  }

  #readObject(reference: number): PlistValue {
    this.#countNode();
    const offset = this.#offsetOf(reference);
    const marker = this.#bytes[offset] ?? 0;
    switch (marker >> 4) {
      case 0xa:
        return this.#readArray(offset);
      case 0xd:
        return this.#readDictionary(offset);
      default: {
        const leaf = this.#leaves.get(offset) ?? this.#readLeaf(offset, marker);
        this.#leaves.set(offset, leaf);
        return leaf;
      }
    }
  }

  #readArray(offset: number): PlistValue {
    const { count, start } = this.#readCount(offset, this.#trailer.referenceSize);
    this.#checkDepth();
    const items: PlistValue[] = [];
    for (let index = 0; index < count; index += 1) {
      this.#path.push(index);
      items.push(this.#readObject(this.#readReference(start, index)));
      this.#path.pop();
    }
    return Object.freeze(items);
  }

  #readDictionary(offset: number): PlistValue {
    const { count, start } = this.#readCount(offset, this.#trailer.referenceSize * 2);
    this.#checkDepth();
    const dictionary = Object.create(null) as Record<string, PlistValue>;
    for (let index = 0; index < count; index += 1) {
      const key = this.#readKey(this.#readReference(start, index));
      this.#path.push(key);
      const value = this.#readObject(this.#readReference(start, count + index));
      if (Object.hasOwn(dictionary, key)) this.#note('plist-duplicate-key', { counts: 'first' });
      else dictionary[key] = value;
      this.#path.pop();
    }
    const uid = Object.keys(dictionary).length === 1 ? dictionary['CF$UID'] : undefined;
    if (typeof uid === 'number' || typeof uid === 'bigint' || uid instanceof PlistReal) this.#note('plist-uid', {});
    return Object.freeze(dictionary);
  }

  /** Only texts are read: a dictionary may well be a key of itself. */
  #readKey(reference: number): string {
    const offset = this.#offsetOf(reference);
    const type = (this.#bytes[offset] ?? 0) >> 4;
    const key = type === 0x5 || type === 0x6 ? this.#readObject(reference) : undefined;
    if (typeof key !== 'string') return this.#refuse(offset, 'a key that is no text');
    return key === '__proto__' ? this.#refuse(offset, 'the key "__proto__" is not allowed') : key;
  }

  #readLeaf(offset: number, marker: number): PlistValue {
    switch (marker >> 4) {
      case 0x0:
        if (marker === 8 || marker === 9) return marker === 9;
        return this.#refuse(offset, 'a null, or a value of no type');
      case 0x1:
        return this.#readInteger(offset, marker & 0xf);
      case 0x2:
        return this.#readReal(offset, marker & 0xf);
      case 0x3:
        return this.#readDate(offset, marker);
      case 0x4:
        return this.#readData(offset);
      case 0x5:
        return this.#readAscii(offset);
      case 0x6:
        return this.#readUtf16(offset);
      case 0x8:
        return this.#readUid(offset, (marker & 0xf) + 1);
      default:
        return this.#refuse(offset, 'a set, or a value of no type');
    }
  }

  /** 1, 2 and 4 octets have no sign; of 16, CoreFoundation takes the lower 8, without a sign. */
  #readInteger(offset: number, exponent: number): number | bigint {
    if (exponent > 4) return this.#refuse(offset, 'an integer of more than 16 octets');
    const start = this.#take(offset + 1, 2 ** exponent);
    switch (exponent) {
      case 0:
        return this.#view.getUint8(start);
      case 1:
        return this.#view.getUint16(start);
      case 2:
        return this.#view.getUint32(start);
      case 3:
        return asInteger(this.#view.getBigInt64(start));
      default:
        if (this.#view.getBigUint64(start) !== 0n) this.#note('plist-big-integer', {});
        return asInteger(this.#view.getBigUint64(start + 8));
    }
  }

  #readReal(offset: number, exponent: number): number | PlistReal {
    if (exponent !== 2 && exponent !== 3) return this.#refuse(offset, 'a real of neither 4 nor 8 octets');
    const start = this.#take(offset + 1, 2 ** exponent);
    const value = exponent === 2 ? this.#view.getFloat32(start) : this.#view.getFloat64(start);
    return Number.isInteger(value) || !Number.isFinite(value) ? new PlistReal(value) : value;
  }

  #readDate(offset: number, marker: number): Date {
    if (marker !== 0x33) return this.#refuse(offset, 'a date of other than 8 octets');
    const date = new Date(EPOCH + Math.round(this.#view.getFloat64(this.#take(offset + 1, 8)) * 1000));
    return Number.isNaN(date.getTime()) ? this.#refuse(offset, 'a date that cannot be held') : date;
  }

  #readData(offset: number): Bytes {
    const { count, start } = this.#readCount(offset, 1);
    return new Uint8Array(this.#bytes.subarray(start, start + count));
  }

  #readAscii(offset: number): string {
    const { count, start } = this.#readCount(offset, 1);
    this.#checkText(count);
    const text = Buffer.from(this.#bytes.buffer, this.#bytes.byteOffset + start, count).toString('latin1');
    if (/[^\0-\x7f]/.test(text)) this.#refuse(offset, 'a text that is not US-ASCII');
    return this.#judgeText(text);
  }

  #readUtf16(offset: number): string {
    const { count, start } = this.#readCount(offset, 2);
    this.#checkText(count);
    const bytes = Buffer.from(this.#bytes.subarray(start, start + count * 2));
    return this.#judgeText(bytes.swap16().toString('utf16le'));
  }

  /** As it is written in XML. */
  #readUid(offset: number, length: number): PlistValue {
    const uid = readUnsigned(this.#view, this.#take(offset + 1, length), length);
    if (uid > 0xffff_ffff) this.#refuse(offset, 'a reference of a keyed archive beyond 32 bits');
    this.#note('plist-uid', {});
    return Object.freeze(Object.assign(Object.create(null) as Record<string, number>, { CF$UID: uid }));
  }

  #judgeText(text: string): string {
    const illegal = findIllegalCharacter(text);
    if (illegal !== undefined) this.#note('plist-illegal-character', { character: illegal.name });
    return text;
  }

  /** The count in the marker, or in the integer behind it, checked against the room that its items take. */
  #readCount(offset: number, size: number): { readonly count: number; readonly start: number } {
    const low = (this.#bytes[offset] ?? 0) & 0xf;
    if (low !== 0xf) return { count: low, start: this.#take(offset + 1, low * size) };
    const marker = this.#bytes[this.#take(offset + 1, 1)] ?? 0;
    const length = 2 ** (marker & 0xf);
    if (marker >> 4 !== 1 || length > 8) return this.#refuse(offset, 'a count that is no integer');
    const count = readUnsigned(this.#view, this.#take(offset + 2, length), length);
    return { count, start: this.#take(offset + 2 + length, count * size) };
  }

  #readReference(start: number, index: number): number {
    const { referenceSize } = this.#trailer;
    return readUnsigned(this.#view, start + index * referenceSize, referenceSize);
  }

  #offsetOf(reference: number): number {
    const { objects, offsetSize, table } = this.#trailer;
    if (reference >= objects) this.#refuse(table, 'a reference to a value that is not there');
    const offset = readUnsigned(this.#view, table + reference * offsetSize, offsetSize);
    return offset < HEADER || offset >= table ? this.#refuse(table, 'a value outside of its place') : offset;
  }

  /** Checks that so many octets stand there, and returns where. */
  #take(start: number, length: number): number {
    return start + length > this.#trailer.table ? this.#refuse(start, 'a value goes beyond its place') : start;
  }

  #note(
    code: 'plist-big-integer' | 'plist-duplicate-key' | 'plist-illegal-character' | 'plist-uid',
    details: object,
  ): void {
    const path = [...this.#path];
    this.#findings.add(code, { pointer: () => path.reduce<string>(joinPointer, '') }, details);
  }

  #countNode(): void {
    this.#nodes += 1;
    if (this.#nodes > this.#limits.maxNodes) this.#exceed('nodes', this.#limits.maxNodes);
  }

  #checkDepth(): void {
    if (this.#path.length >= this.#limits.maxDepth) this.#exceed('depth', this.#limits.maxDepth);
  }

  #checkText(length: number): void {
    if (length > this.#limits.maxStringLength) this.#exceed('characters of a text', this.#limits.maxStringLength);
  }

  #exceed(limit: 'depth' | 'nodes' | 'characters of a text', maximum: number): never {
    throw new ProfilewrightError('ERR_PLIST_LIMIT', { limit, maximum });
  }

  #refuse(offset: number, reason: string): never {
    throw new ProfilewrightError('ERR_PLIST_BINARY', { offset, reason });
  }
}

/** Where the values of the file are found. */
interface Trailer {
  readonly offsetSize: number;
  readonly referenceSize: number;
  readonly objects: number;
  readonly topObject: number;
  /** Where the offsets of the values stand, and the values end. */
  readonly table: number;
}

function readTrailer(view: DataView): Trailer {
  const start = view.byteLength - TRAILER;
  const refuse = (reason: string): never => {
    throw new ProfilewrightError('ERR_PLIST_BINARY', { offset: Math.max(0, start), reason });
  };
  if (start < HEADER + 1) return refuse('the file ends too early');
  const [offsetSize, referenceSize] = [view.getUint8(start + 6), view.getUint8(start + 7)];
  if (offsetSize < 1 || offsetSize > 8 || referenceSize < 1 || referenceSize > 8) return refuse('sizes out of range');
  const objects = readUnsigned(view, start + 8, 8);
  const topObject = readUnsigned(view, start + 16, 8);
  const table = readUnsigned(view, start + 24, 8);
  if (topObject >= objects) return refuse('no value at the top');
  if (table <= HEADER || table + objects * offsetSize !== start)
    return refuse('the offsets are not where they should be');
  if (256 ** referenceSize <= objects || 256 ** offsetSize <= table) return refuse('sizes that are too small');
  return { offsetSize, referenceSize, objects, topObject, table };
}

/** Exact up to 2^53; what is beyond is larger than any file. */
function readUnsigned(view: DataView, start: number, length: number): number {
  let value = 0;
  for (let index = 0; index < length; index += 1) value = value * 256 + view.getUint8(start + index);
  return value;
}

function asInteger(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}
