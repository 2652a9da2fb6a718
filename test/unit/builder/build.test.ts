import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { readCertificates } from '../../../src/pki/read-certificates.js';
import type { ProfileOptions } from '../../../src/profile/profile.js';
import { intermediateCA, rootCA } from '../../support/authorities.js';
import { daysFromToday } from '../../support/time-value.js';
import { build, errorsOf, refusalOf, root, second } from './root-profile.js';

const uuidForm = /^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/;

describe('the same calls', () => {
  test('give the same bytes, from one builder and from two, at any time', () => {
    const builder = new ProfileBuilder().addRootCA(root.pem);
    const first = builder.build().toXml();
    expect(builder.build().toXml()).toBe(first);
    expect(builder.build({ at: daysFromToday(1000) }).toXml()).toBe(first);
    expect(builder.build({ rules: { 'root-expired': 'off' }, at: daysFromToday(100_000) }).toXml()).toBe(first);
    expect(build().toXml()).toBe(first);
  });

  test('give UUIDs of version 5, all of them different', () => {
    const { uuid, payloads } = new ProfileBuilder().addRootCA([root.pem, second.pem]).build();
    const uuids = [uuid, ...payloads.map((payload) => payload.uuid)];
    for (const one of uuids) expect(one).toMatch(uuidForm);
    expect(new Set(uuids).size).toBe(3);
  });
});

describe('a certificate in many profiles', () => {
  test('is written as each of them says, whatever was written of it before', () => {
    const [certificate] = readCertificates(root.pem);
    const options = [
      {},
      { displayName: 'A' },
      {},
      { displayName: 'B' },
      { uuid: '6F5902AC-2371-4C5D-8C26-ABAC7B64C4E9' },
    ];
    for (const given of options) {
      const { dictionary, toXml } = new ProfileBuilder().addRootCA(certificate!, given).build();
      expect(parseProfile(toXml()).dictionary).toEqual(dictionary);
      expect(toXml()).toBe(new ProfileBuilder().addRootCA(root.pem, given).build().toXml());
    }
  });

  test('is not changed in one by what happens to another', () => {
    const [certificate] = readCertificates(root.pem);
    const first = new ProfileBuilder().addRootCA(certificate!).build();
    const before = first.toXml();
    (first.payloads[0]!.content['PayloadContent'] as Uint8Array).fill(0);
    const second = new ProfileBuilder().addRootCA(certificate!).build();
    expect(second.toXml()).toBe(before);
    expect(second.payloads[0]!.content['PayloadContent']).toEqual(certificate!.raw);
  });
});

test.each<[pointer: string, builder: ProfileBuilder]>([
  ['/PayloadIdentifier', new ProfileBuilder({ identifier: 'com.example\u0000' }).addRootCA(root.pem)],
  ['/PayloadDisplayName', new ProfileBuilder({ displayName: '\ud800' }).addRootCA(root.pem)],
  ['/ConsentText/default', new ProfileBuilder({ consentText: '\ufffe' }).addRootCA(root.pem)],
  ['/ConsentText/de', new ProfileBuilder({ consentText: { de: '\u0001' } }).addRootCA(root.pem)],
  ['/RemovalDate', new ProfileBuilder({ removalDate: new Date(1) }).addRootCA(root.pem)],
  ['/RemovalDate', new ProfileBuilder({ removalDate: new Date(Number.NaN) }).addRootCA(root.pem)],
  ['/PayloadExpirationDate', new ProfileBuilder({ expirationDate: new Date(1) }).addRootCA(root.pem)],
  ['/DurationUntilRemoval', new ProfileBuilder({ durationUntilRemovalSeconds: Infinity }).addRootCA(root.pem)],
  ['/PayloadContent/0/PayloadUUID', new ProfileBuilder().addRootCA(root.pem, { uuid: '\u0000' })],
  ['/PayloadContent/0/PayloadCertificateFileName', new ProfileBuilder().addRootCA(root.pem, { fileName: '\u001b[2J' })],
  ['/PayloadContent/0/PayloadType', new ProfileBuilder({ identifier: 'com.example' }).addPayload('com.\u0000', {})],
])('what cannot be written is refused with its pointer: %s', (pointer, builder) => {
  expect(refusalOf(builder)).toMatchObject({ code: 'ERR_PLIST_VALUE', details: { pointer } });
});

describe('the profile that comes out', () => {
  test('always has a scope', () => {
    expect(build().toXml()).toContain('<key>PayloadScope</key>\n\t<string>System</string>');
    expect(build({ scope: 'User' }).toXml()).toContain('<key>PayloadScope</key>\n\t<string>User</string>');
  });

  test('has its keys in one order, whatever the order of the options', () => {
    const options: ProfileOptions = {
      consentText: 'Text',
      targetDeviceType: 1,
      expirationDate: new Date('2031-01-01T00:00:00Z'),
      durationUntilRemovalSeconds: 60,
      removalDate: new Date('2030-01-01T00:00:00Z'),
      removalDisallowed: true,
      scope: 'System',
      organization: 'Lab',
      description: 'Text',
      displayName: 'Lab',
      uuid: 'ABCDEF01-2345-4678-9ABC-DEF012345678',
      identifier: 'com.example.lab',
    };
    const reversed = Object.fromEntries(Object.entries(options).reverse()) as ProfileOptions;
    expect(build(reversed).toXml()).toBe(build(options).toXml());
    const { dictionary } = parseProfile(build(options).toBytes());
    expect(Object.keys(dictionary)).toHaveLength(Object.keys(options).length + 3);
    expect(build(options).issues).toEqual([]);
  });

  test('has the consent text by language, a plain text as the default', () => {
    const consentOf = (consentText: NonNullable<ProfileOptions['consentText']>) => ({
      ...(build({ consentText }).dictionary['ConsentText'] as object),
    });
    expect(consentOf('Text')).toEqual({ default: 'Text' });
    expect(consentOf({ default: 'Text', de: 'Deutsch' })).toEqual({ default: 'Text', de: 'Deutsch' });
    expect(build({ consentText: { de: 'Deutsch' } }).issues.map(({ code }) => code)).toEqual([
      'toplevel-consent-text-default',
    ]);
    expect(errorsOf(new ProfileBuilder({ consentText: { 'no language': 'x' } }).addRootCA(root.pem))).toEqual([
      'toplevel-consent-text-is-language-map /ConsentText/no language',
    ]);
  });

  test('counts whole seconds as a real, as Apple has it', () => {
    expect(build({ durationUntilRemovalSeconds: 3600 }).toXml()).toContain('<real>3600</real>');
    expect(build({ durationUntilRemovalSeconds: 0.5 }).toXml()).toContain('<real>0.5</real>');
  });

  test('is frozen through and through, and its bytes are a copy each time', () => {
    const profile = new ProfileBuilder({ consentText: 'Text' }).addRootCA(root.pem).build();
    const frozen: unknown[] = [profile, profile.payloads, profile.issues, profile.dictionary, ...profile.payloads];
    frozen.push(...profile.payloads.map(({ content }) => content), profile.dictionary['ConsentText']);
    frozen.push(profile.dictionary['PayloadContent'], ...(profile.dictionary['PayloadContent'] as unknown[]));
    for (const part of frozen) expect(Object.isFrozen(part)).toBe(true);
    const bytes = profile.toBytes();
    bytes.fill(0);
    (profile.payloads[0]?.content['PayloadContent'] as Uint8Array).fill(0);
    expect(new TextDecoder().decode(profile.toBytes())).toBe(build({ consentText: 'Text' }).toXml());
    expect(profile.toBytes().byteLength).toBe(profile.toBytes().buffer.byteLength);
  });

  test('does not change when the builder goes on', () => {
    const builder = new ProfileBuilder().addRootCA(root.pem);
    const profile = builder.build();
    const xml = profile.toXml();
    const next = builder.addRootCA(second.pem).addPayload('com.example', {}).build();
    expect(profile.toXml()).toBe(xml);
    expect(profile.payloads).toHaveLength(1);
    expect(next.payloads).toHaveLength(3);
  });

  test('keeps the payloads in the order of the calls, which counts for its UUID', () => {
    const [one, other] = [
      new ProfileBuilder().addRootCA(root.pem).addRootCA(second.pem).build(),
      new ProfileBuilder().addRootCA(second.pem).addRootCA(root.pem).build(),
    ];
    expect(other.payloads).toEqual([...one.payloads].reverse());
    expect(other.uuid).not.toBe(one.uuid);
  });
});

describe('issues', () => {
  const expired = rootCA({ subject: 'Expired', notBefore: daysFromToday(-20), notAfter: daysFromToday(-10) });

  test('are judged by the time that was given', () => {
    const builder = new ProfileBuilder().addRootCA(expired.pem);
    expect(errorsOf(builder)).toEqual(['root-expired /PayloadContent/0/PayloadContent']);
    expect(builder.build({ at: daysFromToday(-15) }).issues).toEqual([]);
    expect(builder.build({ at: daysFromToday(-25) }).issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      ['warning not-yet-valid'],
    );
  });

  test('have the level that was given', () => {
    const builder = new ProfileBuilder().addRootCA(expired.pem);
    expect(builder.build({ rules: { 'root-expired': 'off' } }).issues).toEqual([]);
    expect(builder.build({ rules: { 'root-expired': 'info' } }).issues.map(({ severity }) => severity)).toEqual([
      'info',
    ]);
    expect(() =>
      new ProfileBuilder({ uuid: 'lab' }).addRootCA(root.pem).build({ rules: { 'profile-uuid': 'error' } }),
    ).toThrow('the profile has 1 error:');
  });

  test('are thrown together, warnings among them, with the errors in the message', () => {
    const error = refusalOf(
      new ProfileBuilder({ uuid: 'lab' }).addRootCA(expired.pem).addRootCA(intermediateCA(root).pem),
    );
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    expect(error.details.issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['profile-uuid', 'root-expired', 'root-not-self-signed']),
    );
    expect(error.message).toMatch(
      /^the profile has 2 errors:\n {2}- .*\[root-expired\]\n {2}- .*\[root-not-self-signed\]$/,
    );
    expect(error.hint).not.toBe('');
  });
});
