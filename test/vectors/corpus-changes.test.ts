import { expect, test } from 'vitest';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { diffProfiles } from '../../src/document/diff-profiles.js';
import { parseProfile } from '../../src/document/parse-profile.js';
import { planUpdate } from '../../src/document/plan-update.js';
import { encodeNormalized as write } from '../../src/plist/encode.js';
import type { PlistDictionary, PlistValue } from '../../src/plist/value.js';
import { payloadDictionaries } from '../../src/profile/codec.js';
import { isDictionary } from '../../src/schema/plist-type.js';
import { needCorpus, readCorpus } from '../support/corpus.js';

/** The files that are a profile, each with its name for messages. */
const profiles = readCorpus().flatMap(({ bytes, sha256 }) => {
  try {
    return [{ bytes, name: sha256.slice(0, 12), dictionary: parseProfile(bytes).dictionary }];
  } catch (error) {
    if (isProfilewrightError(error)) return [];
    throw error;
  }
});

/** The keys of all dictionaries the other way round, and the payloads, too. */
function turn(value: PlistValue, key = ''): PlistValue {
  if (Array.isArray(value)) {
    const items = (value as readonly PlistValue[]).map((item) => turn(item));
    return key === 'PayloadContent' ? items.reverse() : items;
  }
  if (!isDictionary(value)) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, turn(item, name)] as const);
  return Object.fromEntries(entries.reverse());
}

/** All PayloadUUIDs are others, and so is every text that names one, but for identifiers. */
function renew(profile: PlistDictionary): PlistDictionary {
  const own = [profile, ...payloadDictionaries(profile).map(({ dictionary }) => dictionary)];
  const uuids = new Set<PlistValue | undefined>(own.map(({ PayloadUUID: uuid }) => uuid));
  const replace = (value: PlistValue, key = ''): PlistValue => {
    if (typeof value === 'string') return uuids.has(value) && key !== 'PayloadIdentifier' ? `${value}-renewed` : value;
    if (Array.isArray(value)) return (value as readonly PlistValue[]).map((item) => replace(item));
    if (!isDictionary(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, replace(item, name)]));
  };
  return replace(profile) as PlistDictionary;
}

test('written anew in another order, a file has no change, and a device nothing to do', (context) => {
  needCorpus(context);
  for (const { bytes, name, dictionary } of profiles) {
    const turned = write(turn(dictionary)).replaceAll('\t', '');
    const { changes, effects } = planUpdate(bytes, turned);
    expect(changes, name).toEqual([]);
    expect(
      effects.filter(({ kind }) => !['nothing-changes', 'second-profile', 'installed-is-locked'].includes(kind)),
      name,
    ).toEqual([]);
  }
});

test('with renewed UUIDs a file is replaced as a whole, and on request unchanged', (context) => {
  needCorpus(context);
  for (const { bytes, name, dictionary } of profiles) {
    const renewed = write(renew(dictionary));
    expect(diffProfiles(bytes, renewed, { ignoreUuids: true }), name).toEqual([]);
    const found = diffProfiles(bytes, renewed).map(({ kind, pointer }) => `${kind} ${pointer}`);
    const named = payloadDictionaries(dictionary).filter(({ dictionary: payload }) => 'PayloadUUID' in payload);
    const expected = named.map(({ pointer }) => `replaced ${pointer}`);
    expect(found, name).toEqual('PayloadUUID' in dictionary ? ['profile ', ...expected] : expected);
  }
});

test('a value that is changed in one payload is the one change, where it stands', (context) => {
  needCorpus(context);
  for (const { bytes, name, dictionary } of profiles) {
    const payloads = payloadDictionaries(dictionary);
    const place = payloads.at(-1);
    if (place === undefined) continue;
    const index = Number(place.pointer.split('/').at(-1));
    const content = dictionary['PayloadContent'] as readonly PlistValue[];
    const changed = content.with(index, { ...place.dictionary, PayloadEnabled: 'changed' });
    const changes = diffProfiles(bytes, write({ ...dictionary, PayloadContent: changed }));
    expect(
      changes.map(({ pointer, keys }) => [pointer, keys.map((key) => key.pointer)]),
      name,
    ).toEqual([[place.pointer, [`${place.pointer}/PayloadEnabled`]]]);
    const { PayloadIdentifier: identifier = '', PayloadUUID: uuid = '' } = place.dictionary;
    expect(changes[0]?.kind, name).toBe(identifier === '' || uuid === '' ? 'replaced' : 'updated');
  }
});
