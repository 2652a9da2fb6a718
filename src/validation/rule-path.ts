import { splitPointer } from '../plist/pointer.js';
import type { PlistDictionary } from '../plist/value.js';
import { isDictionary } from '../schema/plist-type.js';
import type { Path } from './fragment/find-faults.js';

/** A value inside a dictionary, and the keys and indexes that lead to it. */
export interface PathValue {
  readonly path: Path;
  readonly value: unknown;
}

/** All values at the path of a rule, in which `*` is any index or key; `keys(/A)` are the keys of a dictionary. */
export function* valuesAt(dictionary: PlistDictionary, path: string): Generator<PathValue> {
  const inner = /^keys\((.*)\)$/.exec(path)?.[1];
  if (inner === undefined) {
    yield* follow({ path: [], value: dictionary }, splitPointer(path));
    return;
  }
  for (const { path: place, value } of valuesAt(dictionary, inner)) {
    if (isDictionary(value)) for (const key of Object.keys(value)) yield { path: [...place, key], value: key };
  }
}

function* follow(place: PathValue, [segment, ...rest]: readonly string[]): Generator<PathValue> {
  if (segment === undefined) {
    yield place;
    return;
  }
  for (const inner of childrenOf(place, segment)) yield* follow(inner, rest);
}

function* childrenOf({ path, value }: PathValue, segment: string): Generator<PathValue> {
  if (Array.isArray(value)) {
    if (segment !== '*') return;
    for (const [index, item] of (value as readonly unknown[]).entries()) yield { path: [...path, index], value: item };
    return;
  }
  if (!isDictionary(value)) return;
  for (const key of segment === '*' ? Object.keys(value) : [segment]) {
    const inner = Object.hasOwn(value, key) ? value[key] : undefined;
    if (inner !== undefined) yield { path: [...path, key], value: inner };
  }
}
