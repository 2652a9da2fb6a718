import { equalBytes } from '../asn1/der.js';
import { PlistReal, type PlistDictionary, type PlistValue } from '../plist/value.js';
import { isDictionary, plistTypeOf } from '../schema/plist-type.js';

type Path = readonly (string | number)[];

/** A value that is not the same before and after; the path that is missing is where there is none. */
export interface Difference {
  readonly before?: Path;
  readonly after?: Path;
}

interface Place {
  readonly before: Path;
  readonly after: Path;
}

/** Where two dictionaries differ, as deep as can be told. The order of keys does not count, that of arrays does. */
export function findDifferences(before: PlistDictionary, after: PlistDictionary): Difference[] {
  return [...dictionaryDifferences(before, after, { before: [], after: [] })];
}

function* differences(before: PlistValue, after: PlistValue, place: Place): Generator<Difference> {
  if (isArray(before) && isArray(after)) yield* arrayDifferences(before, after, place);
  else if (isDictionary(before) && isDictionary(after)) yield* dictionaryDifferences(before, after, place);
  else if (!isSameScalar(before, after)) yield place;
}

function* dictionaryDifferences(before: PlistDictionary, after: PlistDictionary, place: Place): Generator<Difference> {
  for (const [key, value] of Object.entries(before)) {
    const other = Object.hasOwn(after, key) ? after[key] : undefined;
    if (other === undefined) yield { before: [...place.before, key] };
    else yield* differences(value, other, enter(place, key, key));
  }
  for (const key of Object.keys(after)) if (!Object.hasOwn(before, key)) yield { after: [...place.after, key] };
}

/** What arrays have in common at both ends stays; between them, items are compared one by one, and the rest came or went. */
function* arrayDifferences(
  before: readonly PlistValue[],
  after: readonly PlistValue[],
  place: Place,
): Generator<Difference> {
  const shorter = Math.min(before.length, after.length);
  const isGrown = before.length !== after.length;
  let start = 0;
  while (isGrown && start < shorter && isSame(before[start], after[start])) start += 1;
  let end = 0;
  while (isGrown && end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const both = shorter - end;
  for (const [index, value] of before.entries()) {
    const other = index < start || index >= both ? undefined : after[index];
    if (other !== undefined) yield* differences(value, other, enter(place, index, index));
  }
  for (let index = both; index < before.length - end; index += 1) yield { before: [...place.before, index] };
  for (let index = both; index < after.length - end; index += 1) yield { after: [...place.after, index] };
}

const enter = ({ before, after }: Place, one: string | number, other: string | number): Place => ({
  before: [...before, one],
  after: [...after, other],
});

/** Not by looking for differences: that looks at what is inside of arrays twice, and so at each level twice as often. */
function isSame(before: PlistValue | undefined, after: PlistValue | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  if (isArray(before) && isArray(after)) {
    return before.length === after.length && before.every((item, index) => isSame(item, after[index]));
  }
  if (!isDictionary(before) || !isDictionary(after)) return isSameScalar(before, after);
  const keys = Object.keys(before);
  const isAlike = (key: string): boolean => Object.hasOwn(after, key) && isSame(before[key], after[key]);
  return keys.length === Object.keys(after).length && keys.every(isAlike);
}

/** Values of two types are two values: a device does not take `<integer>1</integer>` for `<true/>` everywhere. */
function isSameScalar(before: PlistValue, after: PlistValue): boolean {
  if (plistTypeOf(before) !== plistTypeOf(after)) return false;
  if (before instanceof Uint8Array && after instanceof Uint8Array) return equalBytes(before, after);
  if (before instanceof Date && after instanceof Date) return before.getTime() === after.getTime();
  const [one, other] = [before, after].map((value) => (value instanceof PlistReal ? value.value : value));
  return Object.is(one, other);
}

function isArray(value: PlistValue): value is readonly PlistValue[] {
  return Array.isArray(value);
}
