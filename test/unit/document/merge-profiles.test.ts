import { describe, expect, test } from 'vitest';
import { mergeProfiles } from '../../../src/document/merge-profiles.js';
import { editProfile } from '../../../src/document/edit-profile.js';
import { real } from '../../../src/plist/value.js';
import { rootCA } from '../../support/authorities.js';
import { testKey } from '../../support/test-key.js';
import { profileFile, uuidOf, wifi } from './profile-file.js';

const rootPayload = (subject: string, index: number) => ({
  PayloadType: 'com.apple.security.root',
  PayloadContent: rootCA({ subject, key: testKey('p256', index) }).der,
});
const eap = (SSID_STR: string, anchor: string) =>
  wifi({
    SSID_STR,
    EncryptionType: 'WPA2',
    Password: undefined,
    EAPClientConfiguration: { AcceptEAPTypes: [25], PayloadCertificateAnchorUUID: [anchor] },
  });
const anchorOf = (content: unknown): unknown =>
  (content as { EAPClientConfiguration: { PayloadCertificateAnchorUUID: unknown[] } }).EAPClientConfiguration
    .PayloadCertificateAnchorUUID[0];

describe('mergeProfiles', () => {
  test('makes UUIDs and identifiers unique, and lets references follow', () => {
    const one = profileFile([rootPayload('One', 0), eap('Office', uuidOf(1))]);
    const other = profileFile([rootPayload('Two', 3), eap('Lab', uuidOf(1))], {
      PayloadIdentifier: 'com.example.other',
    });
    const { payloads, identifier } = mergeProfiles([one, other]);
    expect(identifier).toBe('com.example.lab');
    expect(payloads.map((payload) => payload.identifier)).toEqual([
      'com.example.lab.1',
      'com.example.lab.2',
      'com.example.lab.1.2',
      'com.example.lab.2.2',
    ]);
    expect(new Set(payloads.map(({ uuid }) => uuid)).size).toBe(4);
    expect(payloads.slice(0, 2).map(({ uuid }) => uuid)).toEqual([uuidOf(1), uuidOf(2)]);
    expect(anchorOf(payloads[1]?.content)).toBe(payloads[0]?.uuid);
    expect(anchorOf(payloads[3]?.content)).toBe(payloads[2]?.uuid);
  });

  test('keeps once what stands in several, and refers to that', () => {
    const root = rootPayload('One', 0);
    const one = profileFile([root, eap('Office', uuidOf(1))]);
    const other = profileFile([
      { ...root, PayloadUUID: uuidOf(8), PayloadIdentifier: 'other.root' },
      { ...eap('Lab', uuidOf(8)), PayloadUUID: uuidOf(9), PayloadIdentifier: 'other.wifi' },
    ]);
    const { payloads } = mergeProfiles([one, other, one]);
    expect(payloads.map(({ uuid }) => uuid)).toEqual([uuidOf(1), uuidOf(2), uuidOf(9)]);
    expect(anchorOf(payloads[2]?.content)).toBe(uuidOf(1));
  });

  test('counts on where identifiers meet, over those that are taken', () => {
    const named = (PayloadIdentifier: string, index: number) => wifi({ PayloadIdentifier, SSID_STR: String(index) });
    const names = ['a', 'a', 'a.3', 'a', 'a.3', 'a.3.2', 'a'];
    const { payloads } = mergeProfiles([profileFile(names.map(named))]);
    expect(payloads.map(({ identifier }) => identifier)).toEqual(['a', 'a.2', 'a.3', 'a.4', 'a.3.2', 'a.3.2.2', 'a.5']);
  });

  test('gives no payload the names of the profile, which many generators give to both', () => {
    const own = wifi({ PayloadIdentifier: 'com.example.lab' });
    const { payloads } = mergeProfiles([profileFile([own]), profileFile([wifi({ SSID_STR: 'Two' })])], {
      settings: { PayloadUUID: uuidOf(1).toLowerCase() },
    });
    expect(payloads.map(({ identifier }) => identifier)).toEqual(['com.example.lab.2', 'com.example.lab.1']);
    expect(payloads.map(({ uuid }) => uuid)).not.toContain(uuidOf(1));
  });

  test('follows UUIDs in payloads of types that nobody documents', () => {
    const app = { PayloadType: 'com.example.app', Deep: [{ Uses: uuidOf(1) }], Other: uuidOf(7) };
    const one = profileFile([wifi()]);
    const { payloads } = mergeProfiles([one, profileFile([wifi({ SSID_STR: 'Lab' }), app])]);
    expect(payloads[2]?.content).toMatchObject({ Deep: [{ Uses: payloads[1]?.uuid }], Other: uuidOf(7) });
  });

  test('keeps payloads apart that say the same and refer to different things, by whatever way', () => {
    const uses = (number: number, PayloadType = 'com.example.app') => ({ PayloadType, Uses: uuidOf(number) });
    const file = (subject: string, index: number) =>
      profileFile([
        rootPayload(subject, index),
        eap('Office', uuidOf(1)),
        uses(1),
        uses(2),
        uses(4, 'com.example.far'),
      ]);
    const { payloads } = mergeProfiles([file('One', 0), file('Two', 3)]);
    const follow = (uuid: unknown): unknown[] => {
      const found = payloads.find((payload) => payload.uuid === uuid);
      const { type = '', content = {} } = found ?? {};
      if (type === 'com.apple.wifi.managed') return [type, ...follow(anchorOf(content))];
      return [type, ...('Uses' in content ? follow(content['Uses']) : [content['PayloadContent']])];
    };
    const ends = payloads.map(({ uuid }) => follow(uuid).at(-1));
    const [one, other] = [payloads[0], payloads[5]].map((payload) => payload?.content['PayloadContent']);
    expect(ends).toEqual(Array.from({ length: 10 }, (_, index) => (index < 5 ? one : other)));
  });

  test('keeps once what refers to each other alike in both', () => {
    const circle = [1, 2].map((number) => ({
      PayloadType: 'com.example.app',
      Number: number,
      Uses: uuidOf(3 - number),
    }));
    const renamed = circle.map((payload, index) => ({
      ...payload,
      PayloadUUID: uuidOf(8 + index),
      Uses: uuidOf(9 - index),
    }));
    const { payloads } = mergeProfiles([profileFile(circle), profileFile(renamed)]);
    expect(payloads.map(({ uuid, content }) => [uuid, content['Uses']])).toEqual([
      [uuidOf(1), uuidOf(2)],
      [uuidOf(2), uuidOf(1)],
    ]);
  });

  test('keeps circles apart that are wired in another way', () => {
    const app = (number: number, Label: number, ...uses: number[]) => ({
      PayloadType: 'com.example.app',
      PayloadUUID: uuidOf(number),
      Label,
      Uses: uses.map(uuidOf),
    });
    const one = profileFile([app(1, 0, 2), app(4, 1, 2), app(2, 0, 4, 1)]);
    const other = profileFile([app(3, 0, 1, 1), app(1, 1, 3)]);
    const { payloads } = mergeProfiles([one, other]);
    const labels = payloads.map(({ content }) => [
      content['Label'],
      (content['Uses'] as string[]).map((uuid) => payloads.find((payload) => payload.uuid === uuid)?.content['Label']),
    ]);
    expect(labels).toEqual([
      [0, [0]],
      [1, [0]],
      [0, [1, 0]],
      [0, [1, 1]],
      [1, [0]],
    ]);
  });

  test('tells payloads of one profile with one UUID apart by their types', () => {
    const { payloads } = mergeProfiles([
      profileFile([rootPayload('One', 0), { ...eap('Office', uuidOf(1)), PayloadUUID: uuidOf(1) }]),
    ]);
    expect(payloads[1]?.uuid).not.toBe(uuidOf(1));
    expect(anchorOf(payloads[1]?.content)).toBe(payloads[0]?.uuid);
  });

  test('derives the UUID of the profile, so that the same profiles give the same bytes', () => {
    const files = [profileFile([wifi()]), profileFile([wifi({ SSID_STR: 'Lab' })])];
    const merged = mergeProfiles(files);
    expect(mergeProfiles(files).toXml()).toBe(merged.toXml());
    expect(merged.uuid).not.toBe(uuidOf(0));
    expect(editProfile(merged, { set: { '/PayloadDisplayName': 'Other' } }).uuid).not.toBe(merged.uuid);
  });

  test('asks about keys in which the profiles disagree', () => {
    const [one, other] = [
      profileFile([wifi()]),
      profileFile([], { PayloadScope: 'User', PayloadRemovalDisallowed: true }),
    ];
    const keys = ['PayloadScope', 'PayloadRemovalDisallowed'];
    expect(() => mergeProfiles([one, other])).toThrow(
      expect.objectContaining({ code: 'ERR_PROFILE_MERGE', details: { keys } }),
    );
    const settings = { PayloadScope: 'System', PayloadRemovalDisallowed: false, PayloadIdentifier: 'com.example.both' };
    expect(mergeProfiles([one, other], { settings }).dictionary).toMatchObject(settings);
  });

  test('takes two ways to write a number for one, and a list without items for a value', () => {
    const one = profileFile([wifi()], { PayloadVersion: 1 });
    expect(mergeProfiles([one, profileFile([], { PayloadVersion: real(1) })]).dictionary['PayloadVersion']).toBe(1);
    expect(() => mergeProfiles([one, profileFile([], { Extra: [] })])).toThrow(
      expect.objectContaining({ details: { keys: ['Extra'] } }),
    );
  });

  test('refuses payloads that cannot be seen, and no profiles at all', () => {
    const encrypted = profileFile([], { PayloadContent: undefined, EncryptedPayloadContent: new Uint8Array(4) });
    const service = profileFile([], { PayloadContent: { URL: 'https://lab.example' } });
    const mixed = profileFile([], { PayloadContent: ['no payload'] });
    for (const [file, code] of [
      [encrypted, 'ERR_PROFILE_ENCRYPTED'],
      [service, 'ERR_PROFILE_MALFORMED'],
      [mixed, 'ERR_PROFILE_MALFORMED'],
    ] as const) {
      expect(() => mergeProfiles([file])).toThrow(expect.objectContaining({ code }));
    }
    expect(() => mergeProfiles([mixed], { settings: { PayloadContent: [] } })).toThrow(
      /^options\.settings must not have PayloadContent/,
    );
    expect(() => mergeProfiles([])).toThrow(new TypeError('profiles must be a list of profiles'));
    expect(() => mergeProfiles([1 as never])).toThrow(/^profiles\[0\] must be a Profile/);
  });
});
