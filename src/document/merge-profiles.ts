import { escapeText } from '../diagnostics/escape-text.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { PlistDictionary, PlistInput, PlistValue } from '../plist/value.js';
import { normalizePlist } from '../plist/normalize.js';
import type { Profile } from '../profile/profile.js';
import { assertPlainObject, readOptions, type OptionReaders } from '../profile/read-options.js';
import { renewUuids } from '../profile/renew-uuids.js';
import { textOf } from '../profile/codec.js';
import { ReferenceTargets } from '../profile/reference-targets.js';
import { deriveUuid } from '../profile/uuid.js';
import { isDictionary, numberOf } from '../schema/plist-type.js';
import { comparableProfile, digestUnordered } from './comparable-profile.js';
import { isEncrypted } from './encrypted-payloads.js';
import { finishProfile, judgedOptions, type JudgedOptions } from './finish-profile.js';
import { readProfile, type ProfileInput } from './read-profile.js';

export interface MergeProfilesOptions extends JudgedOptions {
  /** Keys of the merged profile, as Apple spells them: its PayloadIdentifier, and what the profiles disagree in. */
  readonly settings?: Readonly<Record<string, PlistInput>>;
}

const mergeOptions: OptionReaders<MergeProfilesOptions> = {
  ...judgedOptions,
  settings: (value, name) => {
    const settings = assertPlainObject(value, name) as Readonly<Record<string, PlistInput>>;
    if (!Object.hasOwn(settings, 'PayloadContent')) return settings;
    throw new TypeError(`${name} must not have PayloadContent: the payloads are those of the profiles`);
  },
};

/** Of these the first profile has the say, because they only name it. */
const namingKeys = new Set([
  'PayloadIdentifier',
  'PayloadUUID',
  'PayloadDisplayName',
  'PayloadDescription',
  'PayloadOrganization',
]);

/**
 * One profile with the payloads of several, in their order. What stands in more than one of them is kept once; PayloadUUIDs
 * and PayloadIdentifiers that would occur twice are made unique, and references follow. The names are those of the first
 * profile; where other keys of the profiles themselves disagree, `settings` has to decide. The UUID is derived.
 *
 * @throws ProfilewrightError `ERR_PROFILE_MERGE` for what they disagree in, `ERR_PROFILE_ENCRYPTED`, `ERR_PROFILE_MALFORMED` for one
 * with something else than payloads, `ERR_PROFILE_INVALID`, and as `parseProfile` does, for files
 * @throws TypeError when an argument is of another type, or an option unknown
 * @example
 * const both = mergeProfiles([readFileSync('wifi.mobileconfig'), readFileSync('roots.mobileconfig')], {
 *   settings: { PayloadIdentifier: 'com.example.office' },
 * });
 */
export function mergeProfiles(profiles: readonly ProfileInput[], options: MergeProfilesOptions = {}): Profile {
  const { settings = {}, ...judged } = readOptions('options', options, mergeOptions);
  if (!Array.isArray(profiles) || profiles.length === 0) throw new TypeError('profiles must be a list of profiles');
  const dictionaries = (profiles as readonly ProfileInput[]).map((profile, index) => {
    const read = readProfile(profile, `profiles[${String(index)}]`);
    assertMergeable(read);
    return read.dictionary;
  });
  const keys = mergeKeys(dictionaries, normalizePlist(settings) as PlistDictionary);
  const payloads = new PayloadMerger(keys);
  for (const dictionary of dictionaries) payloads.add(dictionary);
  const merged = { ...keys, PayloadContent: payloads.merged };
  return finishProfile(renewUuids({}, merged, 'keep'), judged);
}

/**
 * Refuses a profile whose payloads cannot be put into another one.
 *
 * @throws ProfilewrightError `ERR_PROFILE_ENCRYPTED`, `ERR_PROFILE_MALFORMED`
 */
export function assertMergeable({ dictionary }: { readonly dictionary: PlistDictionary }): void {
  if (isEncrypted(dictionary)) throw new ProfilewrightError('ERR_PROFILE_ENCRYPTED', {});
  const content = dictionary['PayloadContent'] ?? [];
  if (Array.isArray(content) && (content as readonly PlistValue[]).every(isDictionary)) return;
  throw new ProfilewrightError('ERR_PROFILE_MALFORMED', {
    pointer: '/PayloadContent',
    reason: 'is no list of payloads',
  });
}

/** The keys of the merged profile itself, without a UUID unless `settings` has one. */
function mergeKeys(profiles: readonly PlistDictionary[], settings: PlistDictionary): PlistDictionary {
  const names = new Set(profiles.flatMap((profile) => Object.keys(profile)));
  const open = [...names].filter(
    (key) => key !== 'PayloadContent' && !namingKeys.has(key) && !Object.hasOwn(settings, key),
  );
  const valueOf = (profile: PlistDictionary, key: string): string | number => {
    const value = profile[key];
    // Two ways to write one number are no disagreement.
    return value === undefined ? 'none' : (numberOf(value) ?? digestUnordered(value));
  };
  const keys = open.filter((key) => new Set(profiles.map((profile) => valueOf(profile, key))).size > 1);
  if (keys.length > 0)
    throw new ProfilewrightError('ERR_PROFILE_MERGE', { keys: keys.map((key) => escapeText(key, 60)) });
  const { PayloadContent: _, PayloadUUID: __, ...first } = profiles[0] ?? {};
  return { ...first, ...settings };
}

/** Gathers payloads whose UUIDs and identifiers do not meet. */
class PayloadMerger {
  readonly merged: PlistDictionary[] = [];
  /** The UUIDs of the payloads that are there, by what they mean. */
  readonly #kept = new Map<string, string>();
  readonly #uuids = new Set<string>();
  /** With the number that was last put behind each. */
  readonly #identifiers = new Map<string, number>();

  /** What the merged profile is called itself is taken, too. */
  constructor(profile: PlistDictionary) {
    this.#identifiers.set(textOf(profile, 'PayloadIdentifier') ?? '', 1);
    this.#uuids.add((textOf(profile, 'PayloadUUID') ?? '').toUpperCase());
  }

  add(profile: PlistDictionary): void {
    const nameless = new Set(['PayloadUUID', 'PayloadIdentifier']);
    const { payloads } = comparableProfile(profile, { profile: new Set(), payload: nameless });
    const targets = new ReferenceTargets(payloads.map(({ dictionary }) => dictionary));
    const owns = new Map<PlistDictionary, string>();
    const added: PlistDictionary[] = [];
    for (const { uuid, identifier, digest, dictionary } of payloads) {
      const known = this.#kept.get(digest);
      const own = known ?? this.#takeUuid(uuid, digest);
      owns.set(dictionary, own);
      if (known !== undefined) continue;
      this.#kept.set(digest, own);
      added.push({ ...dictionary, PayloadUUID: own, ...this.#takeIdentifier(identifier) });
    }
    this.merged.push(...added.map((payload) => targets.rewrite(payload, (target) => owns.get(target))));
  }

  #takeUuid(uuid: string, digest: string): string {
    let own = uuid;
    for (let count = 1; own === '' || this.#uuids.has(own.toUpperCase()); count += 1) {
      own = deriveUuid('merged', digest, String(count));
    }
    this.#uuids.add(own.toUpperCase());
    return own;
  }

  #takeIdentifier(identifier: string): { readonly PayloadIdentifier?: PlistValue } {
    const last = this.#identifiers.get(identifier);
    if (identifier === '' || last === undefined) {
      this.#identifiers.set(identifier, 1);
      return {};
    }
    let count = last + 1;
    while (this.#identifiers.has(`${identifier}.${String(count)}`)) count += 1;
    const own = `${identifier}.${String(count)}`;
    this.#identifiers.set(own, 1).set(identifier, count);
    return { PayloadIdentifier: own };
  }
}
