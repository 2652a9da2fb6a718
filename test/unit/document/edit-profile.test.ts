import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { editProfile, type ProfileEdit } from '../../../src/document/edit-profile.js';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import { rootCA } from '../../support/authorities.js';
import { profileFile, uuidOf, wifi } from './profile-file.js';

const root = readCertificate(rootCA().der);
const build = (ssid: string, description = 'The root of the lab') =>
  new ProfileBuilder({ identifier: 'com.example.lab', displayName: 'Lab' })
    .addRootCA(root, { description })
    .addPayload('com.apple.wifi.managed', {
      SSID_STR: ssid,
      EncryptionType: 'WPA2',
      EAPClientConfiguration: { AcceptEAPTypes: [25], PayloadCertificateAnchorUUID: [root] },
    })
    .build();
const profile = build('Office');
const file = profileFile([wifi()]);

describe('editProfile', () => {
  test('writes and takes out values, and leaves the given profile alone', () => {
    const edit: ProfileEdit = {
      set: {
        '/PayloadContent/0/EncryptionType': 'None',
        '/PayloadContent/0/New~1Key': 1,
        '/PayloadOrganization': 'Lab',
      },
      remove: ['/PayloadContent/0/Password'],
    };
    const before = parseProfile(file);
    const edited = editProfile(before, edit);
    const [payload] = parseProfile(edited.toBytes()).payloads;
    expect({ ...payload?.content }).toEqual({ SSID_STR: 'Office', EncryptionType: 'None', 'New/Key': 1 });
    expect(edited.dictionary).toMatchObject({ PayloadOrganization: 'Lab', PayloadIdentifier: 'com.example.lab' });
    expect(before.payloads[0]?.content).toMatchObject({ SSID_STR: 'Office', Password: 'SENTINEL-old' });
  });

  test('renews derived UUIDs as if the profile had been built so, references included', () => {
    const anchored = editProfile(profile.toBytes(), { set: { '/PayloadContent/0/PayloadDescription': 'Another' } });
    expect(anchored.toXml()).toBe(build('Office', 'Another').toXml());
    const renamed = editProfile(profile, { set: { '/PayloadContent/1/SSID_STR': 'Lab' } });
    expect(renamed.toXml()).toBe(build('Lab').toXml());
    expect(editProfile(profile, {}).toXml()).toBe(profile.toXml());
  });

  test('keeps UUIDs that somebody gave, unless all that changes is to be renewed', () => {
    const edit = { set: { '/PayloadContent/0/SSID_STR': 'Lab' } };
    const uuids = (rule?: 'derived' | 'changed' | 'keep') => {
      const { uuid, payloads } = editProfile(file, edit, rule && { uuids: rule });
      return [uuid, payloads[0]?.uuid];
    };
    expect(uuids()).toEqual([uuidOf(0), uuidOf(1)]);
    const renewed = uuids('changed');
    expect(renewed).not.toContain(uuidOf(0));
    expect(renewed).not.toContain(uuidOf(1));
    expect(editProfile(profile, { set: { '/PayloadContent/1/SSID_STR': 'Lab' } }, { uuids: 'keep' })).toMatchObject({
      uuid: profile.uuid,
      payloads: profile.payloads.map(({ uuid }) => ({ uuid })),
    });
    const own = editProfile(profile, { set: { '/PayloadUUID': uuidOf(9), '/PayloadContent/1/SSID_STR': 'Lab' } });
    expect(own.uuid).toBe(uuidOf(9));
  });

  test('appends payloads, gives them UUIDs, and takes items out by their old indexes', () => {
    const payload = { PayloadType: 'com.example.app', PayloadVersion: 1, PayloadIdentifier: 'com.example.app' };
    const many = profileFile([wifi(), wifi({ SSID_STR: 'Two' }), wifi({ SSID_STR: 'Three' })]);
    const edited = editProfile(many, {
      set: { '/PayloadContent/-': payload },
      remove: ['/PayloadContent/0', '/PayloadContent/1'],
    });
    expect(edited.payloads.map(({ type, content }) => content['SSID_STR'] ?? type)).toEqual([
      'Three',
      'com.example.app',
    ]);
    expect(edited.payloads[1]?.uuid).toMatch(/^[0-9A-F]{8}-[0-9A-F]{4}-5/);
  });

  test('finds keys with slashes and tildes, and keeps what it empties', () => {
    const app = { PayloadType: 'com.example.app', 'a/b': { 'c~1': 1, '': 2 }, List: [1, 2] };
    const { payloads } = editProfile(profileFile([app]), {
      set: { '/PayloadContent/0/d~1~0': 3 },
      remove: ['a~1b/c~01', 'a~1b/', 'List/0', 'List/1'].map((pointer) => `/PayloadContent/0/${pointer}`),
    });
    expect({ ...payloads[0]?.content }).toEqual({ 'a/b': {}, List: [], 'd/~': 3 });
  });

  test('validates like build', () => {
    expect(() => editProfile(file, { remove: ['/PayloadIdentifier'] })).toThrow(
      expect.objectContaining({ code: 'ERR_PROFILE_INVALID' }),
    );
  });

  test.each<[pointer: string, edit: 'set' | 'remove']>([
    ['/PayloadContent/7/SSID_STR', 'set'],
    ['/PayloadContent/01', 'set'],
    ['/PayloadScope/Inner', 'set'],
    ['/Missing/Inner', 'set'],
    ['/Missing', 'remove'],
    ['/PayloadContent/0/toString', 'remove'],
    ['/PayloadContent/-', 'remove'],
    ['/PayloadContent/0/a~b', 'remove'],
    ['/PayloadContent/0/a~', 'set'],
  ])('refuses %s as a place to %s', (pointer, kind) => {
    const edit = kind === 'set' ? { set: { [pointer]: 'x' } } : { remove: [pointer] };
    expect(() => editProfile(profileFile([wifi({ 'a~b': 1 })]), edit)).toThrow(
      expect.objectContaining({ code: 'ERR_PROFILE_EDIT', details: expect.objectContaining({ pointer }) as object }),
    );
  });

  test('takes pointers and nothing else', () => {
    expect(() => editProfile(file, { set: { SSID_STR: 'x' } })).toThrow(/^edit must hold JSON pointers/);
    expect(() => editProfile(file, { sett: {} } as never)).toThrow(/^edit\.sett is not known/);
    expect(() => editProfile(file, { set: { '/X': { Y: [null as never] } } })).toThrow(
      expect.objectContaining({ code: 'ERR_PLIST_VALUE', details: { pointer: '/X/Y/0', reason: 'is null' } }),
    );
  });
});
