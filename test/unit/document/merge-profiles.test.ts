import { describe, expect, test } from 'vitest';
import { mergeProfiles } from '../../../src/document/merge-profiles.js';
import { editProfile } from '../../../src/document/edit-profile.js';
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

  test('follows UUIDs in payloads of types that nobody documents', () => {
    const app = { PayloadType: 'com.example.app', Deep: [{ Uses: uuidOf(1) }], Other: uuidOf(7) };
    const one = profileFile([wifi()]);
    const { payloads } = mergeProfiles([one, profileFile([wifi({ SSID_STR: 'Lab' }), app])]);
    expect(payloads[2]?.content).toMatchObject({ Deep: [{ Uses: payloads[1]?.uuid }], Other: uuidOf(7) });
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

  test('refuses payloads that cannot be seen, and no profiles at all', () => {
    const encrypted = profileFile([], { PayloadContent: undefined, EncryptedPayloadContent: new Uint8Array(4) });
    const service = profileFile([], { PayloadContent: { URL: 'https://lab.example' } });
    for (const file of [encrypted, service]) {
      expect(() => mergeProfiles([file])).toThrow(expect.objectContaining({ code: 'ERR_PROFILE_MALFORMED' }));
    }
    expect(() => mergeProfiles([])).toThrow(new TypeError('profiles must be a list of profiles'));
    expect(() => mergeProfiles([1 as never])).toThrow(/^profiles\[0\] must be a Profile/);
  });
});
