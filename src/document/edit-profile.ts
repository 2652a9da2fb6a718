import { escapeText } from '../diagnostics/escape-text.js';
import { isProfilewrightError, ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { normalizePlist } from '../plist/normalize.js';
import { extendPointer, splitPointer } from '../plist/pointer.js';
import type { PlistDictionary, PlistInput, PlistValue } from '../plist/value.js';
import type { Profile } from '../profile/profile.js';
import { assertPlainObject, choiceOption, optionOf, readOptions, type OptionReaders } from '../profile/read-options.js';
import { renewUuids, type UuidRule } from '../profile/renew-uuids.js';
import { isDictionary } from '../schema/plist-type.js';
import { finishProfile, judgedOptions, type JudgedOptions } from './finish-profile.js';
import { readProfile, type ProfileInput } from './read-profile.js';

/** What is to be another way, by JSON pointers into the profile as it is, for example `/PayloadContent/0/SSID_STR`. */
export interface ProfileEdit {
  /** Values to write; `-` behind an array appends. */
  readonly set?: Readonly<Record<string, PlistInput>>;
  /** What to take out. */
  readonly remove?: readonly string[];
}

export interface EditProfileOptions extends JudgedOptions {
  /**
   * Which UUIDs become others: `derived`, the default, renews those that this package derived from what has changed now, and
   * keeps those that somebody gave; `changed` renews those of all that changes; `keep` none. References follow.
   */
  readonly uuids?: UuidRule;
}

const editReaders: OptionReaders<ProfileEdit> = {
  set: (value, name) => assertPlainObject(value, name) as Readonly<Record<string, PlistInput>>,
  remove: optionOf('a list of JSON pointers', (value): value is readonly string[] => Array.isArray(value)),
};

const editOptions: OptionReaders<EditProfileOptions> = {
  ...judgedOptions,
  uuids: choiceOption('derived', 'changed', 'keep'),
};

/**
 * A new profile with some values written or taken out; the given one stays as it is. It is validated like one that is built.
 * A signature is lost: sign the new profile.
 *
 * @throws ProfilewrightError `ERR_PROFILE_EDIT` for a place that there is not, `ERR_PROFILE_INVALID`, `ERR_PLIST_VALUE`, and as
 * `parseProfile` does, for files
 * @throws TypeError when an argument is of another type, or an option unknown
 * @example
 * const renamed = editProfile(profile, { set: { '/PayloadDisplayName': 'Office', '/PayloadContent/0/SSID_STR': 'Office' } });
 */
export function editProfile(profile: ProfileInput, edit: ProfileEdit, options: EditProfileOptions = {}): Profile {
  const { set = {}, remove = [] } = readOptions('edit', edit, editReaders);
  const { uuids = 'derived', ...judged } = readOptions('options', options, editOptions);
  const before = readProfile(profile, 'profile').dictionary;
  let after: PlistValue = before;
  for (const [pointer, value] of Object.entries(set))
    after = setAt(after, readPointer(pointer), readValue(value, pointer), pointer);
  for (const pointer of remove) assertThere(after, readPointer(pointer), pointer);
  after = prune(after, '', new Set(remove));
  return finishProfile(renewUuids(before, after as PlistDictionary, uuids), judged);
}

function readPointer(pointer: unknown): readonly string[] {
  if (typeof pointer === 'string' && pointer.startsWith('/')) {
    // Read in another way, it would name one key when it is looked up, and another one when it is taken out.
    if (/~(?![01])/.test(pointer)) refuse(pointer, 'a "~" in a key is written "~0" in a pointer, and a "/" is "~1"');
    return splitPointer(pointer);
  }
  throw new TypeError('edit must hold JSON pointers that begin with "/", such as "/PayloadContent/0/SSID_STR"');
}

/** The value as it is written; what cannot be is told with its place in the profile. */
function readValue(value: PlistInput, pointer: string): PlistValue {
  try {
    return normalizePlist(value);
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PLIST_VALUE')) throw error;
    const { pointer: inner, reason } = error.details;
    throw new ProfilewrightError('ERR_PLIST_VALUE', { pointer: `${escapeText(pointer, 200)}${inner}`, reason });
  }
}

function refuse(pointer: string, reason: string): never {
  throw new ProfilewrightError('ERR_PROFILE_EDIT', { pointer: escapeText(pointer, 200), reason });
}

function setAt(
  around: PlistValue | undefined,
  path: readonly string[],
  value: PlistValue,
  pointer: string,
): PlistValue {
  const [segment = '', ...rest] = path;
  const inner = (item: PlistValue | undefined): PlistValue =>
    rest.length === 0 ? value : setAt(item, rest, value, pointer);
  if (around !== undefined && Array.isArray(around)) {
    const items = around as readonly PlistValue[];
    if (rest.length === 0 && segment === '-') return [...items, value];
    const index = indexIn(items, segment, pointer);
    return items.map((item, place) => (place === index ? inner(item) : item));
  }
  if (!isDictionary(around)) return refuse(pointer, 'what should be around it is no dictionary and no array');
  return { ...around, [segment]: inner(around[segment]) };
}

function indexIn(items: readonly PlistValue[], segment: string, pointer: string): number {
  if (/^(0|[1-9]\d{0,8})$/.test(segment) && Number(segment) < items.length) return Number(segment);
  return refuse(pointer, `an array of ${String(items.length)} has no such item`);
}

function assertThere(around: PlistValue | undefined, path: readonly string[], pointer: string): void {
  const [segment = '', ...rest] = path;
  const items = around !== undefined && Array.isArray(around) ? (around as readonly PlistValue[]) : undefined;
  const inner = items === undefined ? memberOf(around, segment) : items[indexIn(items, segment, pointer)];
  if (inner === undefined) refuse(pointer, 'there is nothing');
  if (rest.length > 0) assertThere(inner, rest, pointer);
}

function memberOf(around: PlistValue | undefined, key: string): PlistValue | undefined {
  return isDictionary(around) && Object.hasOwn(around, key) ? around[key] : undefined;
}

/** Indexes are those of the value as it was, however much is taken out. */
function prune(value: PlistValue, pointer: string, removed: ReadonlySet<string>): PlistValue {
  const keeps = ([segment]: readonly [string | number, unknown]): boolean =>
    !removed.has(extendPointer(pointer, segment));
  if (Array.isArray(value)) {
    const kept = [...(value as readonly PlistValue[]).entries()].filter(keeps);
    return kept.map(([index, item]) => prune(item, extendPointer(pointer, index), removed));
  }
  if (!isDictionary(value)) return value;
  const kept = Object.create(null) as Record<string, PlistValue>;
  for (const [key, item] of Object.entries(value).filter(keeps))
    kept[key] = prune(item, extendPointer(pointer, key), removed);
  return kept;
}
