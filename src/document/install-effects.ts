import type { PlistDictionary } from '../plist/value.js';
import { decodePayload, payloadDictionaries, textOf } from '../profile/codec.js';
import type { Certificate } from '../pki/certificate.js';
import { numberOf } from '../schema/plist-type.js';
import { digestUnordered } from './comparable-profile.js';
import { isEncrypted } from './encrypted-payloads.js';
import { readPayloadCertificates } from './payload-certificates.js';

/** What a device does beyond single keys when a profile is installed where another one is. */
export type InstallEffectKind =
  | 'nothing-changes'
  | 'profile-replaced'
  | 'second-profile'
  | 'scope-changes'
  | 'installed-is-locked'
  | 'removal-changes'
  | 'management-changes'
  | 'root-added'
  | 'root-removed'
  | 'cannot-be-seen';

export interface InstallEffect {
  readonly kind: InstallEffectKind;
  readonly message: string;
  /** Who says so. */
  readonly source: string;
}

/** What is looked at: the dictionaries of both profiles. */
export interface TwoProfiles {
  readonly before: PlistDictionary;
  readonly after: PlistDictionary;
  /** Whether a server overwrites the PayloadIdentifier, so that the two that are written tell nothing. */
  readonly isRenamed: boolean;
}

const topLevel = 'Apple device-management schema, TopLevel';

/**
 * The effects on a device that has the profile `before`, the gravest last word first: is it replaced at all? Where it is not,
 * all that it does goes on, and the other one can only add to it.
 */
export function findEffects(profiles: TwoProfiles, hasChanges: boolean): InstallEffect[] {
  const isUpdate = isReplaced(profiles);
  return [
    replacement(profiles, hasChanges),
    ...(isUpdate ? scopeChange(profiles) : []),
    ...lock(profiles),
    ...removalChanges(isUpdate ? profiles : { ...profiles, before: nothing }),
    ...managementChange(profiles),
    ...rootChanges(profiles),
    ...unseen(profiles),
  ].map((effect) => Object.freeze(effect));
}

const nothing: PlistDictionary = { PayloadContent: [] };

/** Whether what `after` does not have is gone: where nothing is replaced, and in payloads that nobody sees, it may be there. */
function canLose(profiles: TwoProfiles): boolean {
  return isReplaced(profiles) && !isEncrypted(profiles.after);
}

/** Whether the device takes one profile for a new form of the other. */
export function isReplaced({ before, after, isRenamed }: TwoProfiles): boolean {
  if (isRenamed) return true;
  const identifier = textOf(after, 'PayloadIdentifier') ?? '';
  return identifier !== '' && identifier === textOf(before, 'PayloadIdentifier');
}

function replacement(profiles: TwoProfiles, hasChanges: boolean): InstallEffect {
  const source = `${topLevel}, PayloadIdentifier`;
  if (!isReplaced(profiles)) {
    const message =
      'the PayloadIdentifier is another one: the installed profile stays, and this one is installed beside it';
    return { kind: 'second-profile', message, source };
  }
  const isSame = textOf(profiles.after, 'PayloadIdentifier') === textOf(profiles.before, 'PayloadIdentifier');
  if (hasChanges) {
    const reason = isSame ? 'its PayloadIdentifier is the same' : 'the server gives it the same PayloadIdentifier';
    return { kind: 'profile-replaced', message: `the installed profile is replaced: ${reason}`, source };
  }
  return { kind: 'nothing-changes', message: 'the installed profile is replaced by one that means the same', source };
}

function* scopeChange({ before, after }: TwoProfiles): Generator<InstallEffect> {
  const [one, other] = [before, after].map((dictionary) => textOf(dictionary, 'PayloadScope') ?? 'not given');
  if (one === other) return;
  yield {
    kind: 'scope-changes',
    message: `PayloadScope was ${scopeName(one)} and is ${scopeName(other)}: a Mac keeps the profiles of the device and of its users apart, so that the installed one may stay`,
    source: `${topLevel}, PayloadScope; that nothing is replaced across scopes is inferred from it`,
  };
}

const scopeName = (scope = ''): string => (['System', 'User', 'not given'].includes(scope) ? scope : 'something else');

function* lock(profiles: TwoProfiles): Generator<InstallEffect> {
  if (removalValue(profiles.before, 'PayloadRemovalDisallowed') === undefined) return;
  const message = isReplaced(profiles)
    ? 'the installed profile is locked: without MDM, only a profile that the same authority has signed replaces it'
    : 'the installed profile is locked: nobody can remove it by hand, unless with its removal password';
  yield { kind: 'installed-is-locked', message, source: 'Apple, iPhone OS Enterprise Deployment Guide, appendix B' };
}

const removalKeys = ['PayloadRemovalDisallowed', 'RemovalDate', 'DurationUntilRemoval'] as const;
const removalMessages: Readonly<Record<(typeof removalKeys)[number], readonly [present: string, absent: string]>> = {
  PayloadRemovalDisallowed: ['it can no longer be removed by hand', 'it can be removed by hand'],
  RemovalDate: [
    'the device removes it at another time, its RemovalDate',
    'the device no longer removes it at a RemovalDate',
  ],
  DurationUntilRemoval: [
    'the device removes it after another time, its DurationUntilRemoval',
    'the device no longer removes it after a DurationUntilRemoval',
  ],
};

function* removalChanges({ before, after }: TwoProfiles): Generator<InstallEffect> {
  for (const key of removalKeys) {
    const [one, other] = [before, after].map((dictionary) => removalValue(dictionary, key));
    if (one === other) continue;
    const message = removalMessages[key][other === undefined ? 1 : 0];
    yield { kind: 'removal-changes', message, source: `${topLevel}, ${key}` };
  }
  const [one, other] = [before, after].map((dictionary) => hasPayload(dictionary, 'com.apple.profileRemovalPassword'));
  if (one === other || (one === true && isEncrypted(after))) return;
  const message = other
    ? 'to remove it by hand, a password is needed'
    : 'to remove it by hand, no password is needed any more';
  yield {
    kind: 'removal-changes',
    message,
    source: 'Apple device-management schema, com.apple.profileRemovalPassword',
  };
}

/** A switch that is off is as good as none, and the type of a number does not matter. */
function removalValue(dictionary: PlistDictionary, key: (typeof removalKeys)[number]): string | undefined {
  const value = dictionary[key];
  const number = numberOf(value);
  if (value === undefined || value === false || (number === 0 && key === 'PayloadRemovalDisallowed')) return undefined;
  return number === undefined ? digestUnordered(value) : String(number);
}

function hasPayload(dictionary: PlistDictionary, type: string): boolean {
  return payloadDictionaries(dictionary).some(({ dictionary: payload }) => textOf(payload, 'PayloadType') === type);
}

function* managementChange(profiles: TwoProfiles): Generator<InstallEffect> {
  const { before, after } = profiles;
  const [one, other] = [before, after].map((dictionary) => hasPayload(dictionary, 'com.apple.mdm'));
  if (one === other || (one === true && !canLose(profiles))) return;
  const message = other
    ? 'the device is enrolled in MDM: a server may then change and erase it'
    : 'the profile that enrols the device no longer does: its management ends';
  yield { kind: 'management-changes', message, source: 'Apple device-management schema, com.apple.mdm' };
}

function* rootChanges(profiles: TwoProfiles): Generator<InstallEffect> {
  const [one, other] = [rootsOf(profiles.before), rootsOf(profiles.after)];
  const source = 'Apple support article 102390; docs/trust-rules.md, trust-manual-toggle';
  const [known, kept] = [one, other].map((roots) => new Set(roots.map(({ fingerprints }) => fingerprints.sha256)));
  for (const { name, fingerprints } of other) {
    if (known?.has(fingerprints.sha256) === true) continue;
    const message = `the root ${name} is new: installed by hand, it is trusted for TLS once its switch is turned on`;
    yield { kind: 'root-added', message, source };
  }
  if (!canLose(profiles)) return;
  for (const { name, fingerprints } of one) {
    if (kept?.has(fingerprints.sha256) === true) continue;
    yield {
      kind: 'root-removed',
      message: `the root ${name} is in it no longer: what it has issued is refused`,
      source,
    };
  }
}

function rootsOf(dictionary: PlistDictionary): Certificate[] {
  const payloads = payloadDictionaries(dictionary).map(({ dictionary: payload }) => decodePayload(payload));
  return readPayloadCertificates(payloads)
    .filter(({ certificate, type }) => type === 'com.apple.security.root' || certificate.role === 'root')
    .map(({ certificate }) => certificate);
}

function* unseen({ before, after }: TwoProfiles): Generator<InstallEffect> {
  if (!isEncrypted(before) && !isEncrypted(after)) return;
  const message = 'payloads are encrypted: what happens to them cannot be seen here';
  yield { kind: 'cannot-be-seen', message, source: `${topLevel}, EncryptedPayloadContent` };
}
