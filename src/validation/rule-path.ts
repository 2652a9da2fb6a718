import { splitPointer } from '../plist/pointer.js';
import type { PlistDictionary } from '../plist/value.js';
import { isDictionary } from '../schema/plist-type.js';
import type { Path } from './fragment/find-faults.js';

/** A value inside a dictionary, and the keys and indexes that lead to it. */
export interface PathValue {
  readonly path: Path;
  readonly value: unknown;
}

interface ParsedPath {
  readonly segments: readonly string[];
  /** Whether the keys of the dictionaries are meant. */
  readonly areKeys: boolean;
}

/** Only rules write paths, and they are few. */
const parsed = new Map<string, ParsedPath>();

function parsePath(path: string): ParsedPath {
  const known = parsed.get(path);
  if (known !== undefined) return known;
  const inner = /^keys\((.*)\)$/.exec(path)?.[1];
  const made = { segments: splitPointer(inner ?? path), areKeys: inner !== undefined };
  parsed.set(path, made);
  return made;
}

/** All values at the path of a rule, in which `*` is any index or key; `keys(/A)` are the keys of a dictionary. */
export function valuesAt(dictionary: PlistDictionary, path: string): readonly PathValue[] {
  const { segments, areKeys } = parsePath(path);
  let places: readonly PathValue[] = [{ path: [], value: dictionary }];
  for (const segment of segments) {
    const [first] = places;
    if (first === undefined) return places;
    places = places.length === 1 ? childrenOf(first, segment) : places.flatMap((place) => childrenOf(place, segment));
  }
  if (!areKeys) return places;
  return places.flatMap(({ path: place, value }) =>
    isDictionary(value) ? Object.keys(value).map((key) => ({ path: [...place, key], value: key })) : [],
  );
}

function childrenOf({ path, value }: PathValue, segment: string): readonly PathValue[] {
  if (Array.isArray(value)) {
    if (segment !== '*') return [];
    return (value as readonly unknown[]).map((item, index) => ({ path: [...path, index], value: item }));
  }
  if (!isDictionary(value)) return [];
  const keys = segment === '*' ? Object.keys(value) : [segment];
  return keys.flatMap((key) => {
    const inner = Object.hasOwn(value, key) ? value[key] : undefined;
    return inner === undefined ? [] : [{ path: [...path, key], value: inner }];
  });
}
