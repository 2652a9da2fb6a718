import type { PlistDictionary } from '../plist/value.js';
import { textOf } from '../profile/codec.js';
import { booleanOption, optionOf, readOptions, type OptionReaders } from '../profile/read-options.js';
import { loadSchema } from '../schema/catalogue.js';
import { isEncrypted } from './encrypted-payloads.js';
import { showChanges, type KeyChange, type ShownDictionary } from './changed-value.js';
import {
  comparableProfile,
  type ComparablePayload,
  type ComparableProfile,
  type IgnoredKeys,
} from './comparable-profile.js';
import { findDifferences } from './find-differences.js';
import { matchPayloads, type PayloadMatch } from './match-payloads.js';
import { readProfile, type ProfileInput } from './read-profile.js';
import { redactContent } from './redact-content.js';
import { redactPayload } from './redact-payload.js';
import { serverRewrites, type RewritingServer } from './server-rewrites.js';

/**
 * What happens to the profile itself (`profile`) or to one payload when a device replaces one profile by the other: it comes
 * (`added`), goes (`removed`), stays with other keys (`updated`), or goes and comes again (`replaced`).
 */
export type ProfileChangeKind = 'profile' | 'added' | 'removed' | 'updated' | 'replaced';

/** One change between two profiles, as plain JSON without secrets. */
export interface ProfileChange {
  readonly kind: ProfileChangeKind;
  /** JSON pointer in the profile after the change, or, for a payload that was removed, before it; "" is the profile itself. */
  readonly pointer: string;
  /** PayloadType, PayloadIdentifier and PayloadDisplayName after the change, or before a removal. */
  readonly type: string;
  readonly identifier: string;
  readonly displayName?: string;
  /** The keys that are not the same; none for a payload that was added or removed. */
  readonly keys: readonly KeyChange[];
  /** Who says that devices do this. */
  readonly source: string;
}

export interface DiffProfilesOptions {
  /** PayloadUUIDs do not count, and references are compared by what they lead to. */
  readonly ignoreUuids?: boolean;
  /** Products that the profile went through: what they overwrite does not count. */
  readonly ignoreRewrites?: readonly RewritingServer[];
}

const servers = serverRewrites.map(({ server }) => server);

export const diffOptions: OptionReaders<DiffProfilesOptions> = {
  ignoreUuids: booleanOption,
  ignoreRewrites: optionOf(
    `a list of ${servers.map((server) => `"${server}"`).join(' and ')}`,
    (value): value is readonly RewritingServer[] =>
      Array.isArray(value) && value.every((item) => servers.includes(item as RewritingServer)),
  ),
};

const topLevel = 'Apple device-management schema, TopLevel, PayloadIdentifier';
const commonKeys = 'Apple device-management schema, CommonPayloadKeys, PayloadIdentifier and PayloadUUID';
const sources: Readonly<Record<ProfileChangeKind, string>> = {
  profile: topLevel,
  added: commonKeys,
  removed: commonKeys,
  updated: commonKeys,
  replaced: `${commonKeys}; that all other payloads are removed and installed anew is inferred from it`,
};

/**
 * Compares two profiles by what they mean. The order of keys and payloads, white space, comments, encodings and signatures
 * do not count; the order inside of other arrays does. A payload is `updated` when its PayloadIdentifier and PayloadUUID
 * both stay, which is what devices go by. Secrets are never shown: a change of one is told, its values are not. Of
 * payloads that are encrypted afterwards it is told that they are, and not that they are gone.
 *
 * @returns the changes, the profile itself first; none when the profiles mean the same
 * @throws ProfilewrightError as `parseProfile` does, for files
 * @throws TypeError when an argument is of another type, or an option unknown
 * @example
 * const changes = diffProfiles(readFileSync('old.mobileconfig'), readFileSync('new.mobileconfig'), { ignoreUuids: true });
 * for (const { kind, type, keys } of changes) console.log(kind, type, keys.map(({ pointer }) => pointer));
 */
export function diffProfiles(
  before: ProfileInput,
  after: ProfileInput,
  options: DiffProfilesOptions = {},
): ProfileChange[] {
  const ignored = ignoredKeys(readOptions('options', options, diffOptions));
  const one = comparableProfile(readProfile(before, 'before').dictionary, ignored);
  const other = comparableProfile(readProfile(after, 'after').dictionary, ignored);
  const payloads = matchPayloads(one.payloads, other.payloads)
    .flatMap(payloadChange)
    // It may be among those that nobody sees.
    .filter(({ kind }) => kind !== 'removed' || !isEncrypted(other.dictionary));
  return [...profileChange(one, other), ...orderChanges(payloads)].map((change) => Object.freeze(change));
}

/** The keys that a comparison passes over. */
export function ignoredKeys({ ignoreUuids = false, ignoreRewrites = [] }: DiffProfilesOptions): IgnoredKeys {
  const uuids = ignoreUuids ? ['PayloadUUID'] : [];
  const rewrites = serverRewrites.filter(({ server }) => ignoreRewrites.includes(server));
  return {
    profile: new Set([...uuids, ...rewrites.flatMap(({ profileKeys }) => profileKeys)]),
    payload: new Set([...uuids, ...rewrites.flatMap(({ payloadKeys }) => payloadKeys)]),
  };
}

function profileChange(before: ComparableProfile, after: ComparableProfile): ProfileChange[] {
  const differences = findDifferences(before.compared, after.compared);
  if (differences.length === 0) return [];
  const keys = showChanges(differences, shownProfile(before.dictionary), shownProfile(after.dictionary));
  return [describeChange('profile', { pointer: '', dictionary: after.dictionary }, keys)];
}

function shownProfile(dictionary: PlistDictionary): ShownDictionary {
  return { pointer: '', dictionary, redacted: redactContent(dictionary, '', { schema: loadSchema('TopLevel') }) };
}

function payloadChange({ before, after }: PayloadMatch): ProfileChange[] {
  if (before === undefined) return after === undefined ? [] : [describeChange('added', after, [])];
  if (after === undefined) return [describeChange('removed', before, [])];
  if (before.digest === after.digest) return [];
  const differences = findDifferences(before.compared, after.compared);
  const keys = showChanges(differences, shownPayload(before), shownPayload(after));
  return [describeChange(isUpdate(before, after) ? 'updated' : 'replaced', after, keys)];
}

/** Whether a device takes the one for a new form of the other. */
function isUpdate(before: ComparablePayload, after: ComparablePayload): boolean {
  const { identifier, uuid } = after;
  return identifier !== '' && uuid !== '' && before.identifier === identifier && before.uuid === uuid;
}

function shownPayload({ type, dictionary, pointer }: ComparablePayload): ShownDictionary {
  return { pointer, dictionary, redacted: redactPayload(type, dictionary, pointer) };
}

function describeChange(
  kind: ProfileChangeKind,
  { dictionary, pointer }: { readonly dictionary: PlistDictionary; readonly pointer: string },
  keys: readonly KeyChange[],
): ProfileChange {
  const displayName = textOf(dictionary, 'PayloadDisplayName');
  return {
    kind,
    pointer,
    type: textOf(dictionary, 'PayloadType') ?? '',
    identifier: textOf(dictionary, 'PayloadIdentifier') ?? '',
    ...(displayName === undefined ? {} : { displayName }),
    keys,
    source: sources[kind],
  };
}

/** In the order of the profile after the change; what was removed comes last. */
function orderChanges(changes: readonly ProfileChange[]): ProfileChange[] {
  const rank = ({ kind, pointer }: ProfileChange): number =>
    Number(pointer.split('/')[2]) + (kind === 'removed' ? Number.MAX_SAFE_INTEGER / 2 : 0);
  return [...changes].sort((one, other) => rank(one) - rank(other));
}
