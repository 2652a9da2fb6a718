import type { PlistRange, PlistType } from './plist-type.js';

interface FaultPlace {
  /** JSON pointer of the value at fault; of the dictionary, when a key is missing. */
  readonly pointer: string;
  /** The key at fault; empty for the dictionary itself and for items of an array. */
  readonly key: string;
}

/** One way in which a value departs from its schema, with what was expected; secrets are never in it. */
export type SchemaFault = FaultPlace &
  (
    | {
        readonly kind: 'type';
        readonly expected: readonly PlistType[];
        readonly found: string;
        readonly coercible: boolean;
      }
    | { readonly kind: 'required' }
    | { readonly kind: 'unknown-key'; readonly known: readonly string[] }
    | {
        readonly kind: 'enum';
        readonly allowed: readonly unknown[];
        readonly range?: PlistRange;
        readonly found?: string;
      }
    | { readonly kind: 'range'; readonly range: PlistRange; readonly found?: string }
    | { readonly kind: 'pattern'; readonly pattern: string; readonly found?: string }
    | {
        readonly kind: 'length';
        readonly limit: number;
        readonly bound: 'least' | 'most';
        readonly unit: string;
        readonly found?: string;
      }
    | { readonly kind: 'other'; readonly keyword: string }
    | { readonly kind: 'omitted'; readonly count: number }
  );
