import type { Bytes } from '../diagnostics/bytes.js';

/**
 * A whole number, a NaN or an infinity that is written as `<real>`. A plain `number` is written as `<integer>` when it
 * is whole and as `<real>` when it is not, so only these cases need the mark.
 */
export class PlistReal {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
    Object.freeze(this);
  }

  valueOf(): number {
    return this.value;
  }

  toJSON(): number {
    return this.value;
  }
}

/** Makes a {@link PlistReal}: `real(1)` is written as `<real>1</real>`. */
export function real(value: number): PlistReal {
  return new PlistReal(value);
}

/** A dictionary; those that this package returns have no prototype. The order of the keys is kept (integer-like keys come first). */
export interface PlistDictionary {
  readonly [key: string]: PlistValue;
}

/** A value to be written. Integers beyond 2^53 are `bigint`s; `undefined` in a dictionary is left out. */
export type PlistInput =
  | string
  | number
  | bigint
  | boolean
  | Date
  | Uint8Array
  | PlistReal
  | readonly PlistInput[]
  | { readonly [key: string]: PlistInput | undefined };

/** A value as read. */
export type PlistValue =
  string | number | bigint | boolean | Date | Bytes | PlistReal | readonly PlistValue[] | PlistDictionary;
