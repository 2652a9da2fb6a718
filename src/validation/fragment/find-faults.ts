import type { PlistDictionary } from '../../plist/value.js';
import {
  isDictionary,
  isInRange,
  isPlistType,
  numberOf,
  plistTypeOfJson,
  type JsonType,
} from '../../schema/plist-type.js';
import type { Fragment, FragmentObject } from './fragment.js';
import { isIPv4, isIPv6 } from './ip-address.js';
import { identityOf, isSameScalar } from './same-value.js';

/** Keys and indexes from the dictionary that was judged. */
export type Path = readonly (string | number)[];

/** One demand that a value does not meet. */
export interface FragmentFault {
  /** To the value at fault; to the dictionary, when a key is missing in it. */
  readonly path: Path;
  readonly value: unknown;
  /** The demand that is not met; `false` where there should be nothing. */
  readonly keyword: keyof FragmentObject | 'false';
  /** Where the demand stands: of a missing key, what is demanded of its value. */
  readonly fragment: FragmentObject;
  readonly missing?: string;
}

/** Whether a value meets all demands: what {@link findFaults} would find nothing in, told without naming places. */
export function fits(fragment: Fragment, value: unknown): boolean {
  if (typeof fragment === 'boolean') return fragment;
  if (fragment.type !== undefined && !hasType(value, fragment.type)) return false;
  for (const [keyword, isMet] of scalarChecks) {
    if (fragment[keyword] !== undefined && !isMet(fragment, value)) return false;
  }
  if (isDictionary(value) ? !fitsKeys(fragment, value) : Array.isArray(value) && !fitsItems(fragment, value))
    return false;
  const { allOf, anyOf, oneOf, not, if: condition, then = true } = fragment;
  if (allOf?.every((part) => fits(part, value)) === false) return false;
  if (anyOf?.some((choice) => fits(choice, value)) === false) return false;
  if (oneOf !== undefined && oneOf.filter((choice) => fits(choice, value)).length !== 1) return false;
  if (not !== undefined && fits(not, value)) return false;
  return condition === undefined || !fits(condition, value) || fits(then, value);
}

function fitsKeys(fragment: FragmentObject, dictionary: PlistDictionary): boolean {
  const { properties = {}, required, additionalProperties = true, propertyNames = true } = fragment;
  if (required?.every((key) => hasKey(dictionary, key)) === false) return false;
  for (const key of Object.keys(properties)) {
    if (hasKey(dictionary, key) && !fits(properties[key] ?? true, dictionary[key])) return false;
  }
  if (additionalProperties === true && propertyNames === true) return true;
  return Object.keys(dictionary)
    .filter((key) => hasKey(dictionary, key))
    .every(
      (key) =>
        fits(propertyNames, key) && (Object.hasOwn(properties, key) || fits(additionalProperties, dictionary[key])),
    );
}

/** Lists are seldom judged as such, and then told where they are at fault. */
function fitsItems(fragment: FragmentObject, items: readonly unknown[]): boolean {
  return arrayFaults(fragment, items, []).next().done === true;
}

/** All demands that a value does not meet, innermost places first told where the demand stands. Ends, as fragments do. */
export function* findFaults(fragment: Fragment, value: unknown, path: Path = []): Generator<FragmentFault> {
  if (fragment === true) return;
  if (fragment === false) {
    yield { path, value, keyword: 'false', fragment: {} };
    return;
  }
  const fault = (keyword: keyof FragmentObject): FragmentFault => ({ path, value, keyword, fragment });
  if (fragment.type !== undefined && !hasType(value, fragment.type)) {
    yield fault('type');
    return;
  }
  for (const [keyword, isMet] of scalarChecks) {
    if (fragment[keyword] !== undefined && !isMet(fragment, value)) yield fault(keyword);
  }
  if (isDictionary(value)) yield* dictionaryFaults(fragment, value, path);
  if (Array.isArray(value)) yield* arrayFaults(fragment, value, path);
  yield* combinedFaults(fragment, value, path);
}

function hasType(value: unknown, type: JsonType | readonly JsonType[]): boolean {
  const names = typeof type === 'string' ? [type] : type;
  return isPlistType(
    value,
    names.map((name) => plistTypeOfJson[name]),
  );
}

type Check = (fragment: FragmentObject, value: unknown) => boolean;

const formats = { ipv4: isIPv4, ipv6: isIPv6 };
const patterns = new Map<string, RegExp>();

function matches(pattern: string, text: string): boolean {
  const known = patterns.get(pattern) ?? new RegExp(pattern, 'u');
  patterns.set(pattern, known);
  return known.test(text);
}

/** Characters, as JSON Schema counts them. */
function lengthOf(text: string): number {
  return [...text].length;
}

/** Demands on scalars; those on values of another type are met. */
const scalarChecks: readonly (readonly [keyof FragmentObject, Check])[] = [
  ['const', (fragment, value) => fragment.const === undefined || isSameScalar(value, fragment.const)],
  ['enum', ({ enum: listed }, value) => listed?.some((entry) => isSameScalar(value, entry)) ?? true],
  ['pattern', ({ pattern }, value) => pattern === undefined || typeof value !== 'string' || matches(pattern, value)],
  ['format', ({ format }, value) => format === undefined || typeof value !== 'string' || formats[format](value)],
  ['minLength', ({ minLength = 0 }, value) => typeof value !== 'string' || lengthOf(value) >= minLength],
  ['maxLength', ({ maxLength = Infinity }, value) => typeof value !== 'string' || lengthOf(value) <= maxLength],
  ['minimum', ({ minimum }, value) => minimum === undefined || isInRange(value, { minimum })],
  ['maximum', ({ maximum }, value) => maximum === undefined || isInRange(value, { maximum })],
  ['multipleOf', ({ multipleOf }, value) => multipleOf === undefined || (numberOf(value) ?? 0) % multipleOf === 0],
];

function* dictionaryFaults(
  fragment: FragmentObject,
  dictionary: PlistDictionary,
  path: Path,
): Generator<FragmentFault> {
  const { properties = {}, required = [], additionalProperties = true, propertyNames = true } = fragment;
  for (const key of required) {
    if (hasKey(dictionary, key)) continue;
    const demand = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const demanded = typeof demand === 'object' ? demand : {};
    yield { path, value: dictionary, keyword: 'required', fragment: demanded, missing: key };
  }
  for (const [key, demand] of Object.entries(properties)) {
    if (hasKey(dictionary, key)) yield* findFaults(demand, dictionary[key], [...path, key]);
  }
  if (additionalProperties === true && propertyNames === true) return;
  for (const key of Object.keys(dictionary)) {
    if (!hasKey(dictionary, key)) continue;
    if (!fits(propertyNames, key)) {
      const names = typeof propertyNames === 'object' ? propertyNames : {};
      yield { path: [...path, key], value: key, keyword: 'propertyNames', fragment: names };
    }
    if (!Object.hasOwn(properties, key)) yield* findFaults(additionalProperties, dictionary[key], [...path, key]);
  }
}

/** A key whose value is undefined is left out when the profile is written. */
export function hasKey(dictionary: PlistDictionary, key: string): boolean {
  return Object.hasOwn(dictionary, key) && dictionary[key] !== undefined;
}

function* arrayFaults(fragment: FragmentObject, items: readonly unknown[], path: Path): Generator<FragmentFault> {
  const fault = (keyword: keyof FragmentObject): FragmentFault => ({ path, value: items, keyword, fragment });
  if (items.length < (fragment.minItems ?? 0)) yield fault('minItems');
  if (items.length > (fragment.maxItems ?? Infinity)) yield fault('maxItems');
  if (fragment.uniqueItems === true && new Set(items.map((item) => identityOf(item))).size < items.length) {
    yield fault('uniqueItems');
  }
  const { contains, maxContains = Infinity, prefixItems = [], items: rest = true } = fragment;
  if (contains !== undefined) {
    const count = items.filter((item) => fits(contains, item)).length;
    if (count === 0) yield fault('contains');
    if (count > maxContains) yield fault('maxContains');
  }
  for (const [index, item] of items.entries()) yield* findFaults(prefixItems[index] ?? rest, item, [...path, index]);
}

function* combinedFaults(fragment: FragmentObject, value: unknown, path: Path): Generator<FragmentFault> {
  const fault = (keyword: keyof FragmentObject): FragmentFault => ({ path, value, keyword, fragment });
  const { allOf = [], anyOf, oneOf, not, if: condition, then = true } = fragment;
  for (const part of allOf) yield* findFaults(part, value, path);
  if (anyOf?.some((choice) => fits(choice, value)) === false) yield fault('anyOf');
  if (oneOf !== undefined && oneOf.filter((choice) => fits(choice, value)).length !== 1) yield fault('oneOf');
  if (not !== undefined && fits(not, value)) yield fault('not');
  if (condition !== undefined && fits(condition, value)) yield* findFaults(then, value, path);
}
