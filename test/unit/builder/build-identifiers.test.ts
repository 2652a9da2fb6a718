import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import type { ProfileOptions } from '../../../src/profile/profile.js';
import { intermediateCA, rootCA } from '../../support/authorities.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';
import { build, errorsOf, refusalOf, root, second } from './root-profile.js';

/** The same CA some years later: subject and key are the same, all else is new. */
const renewed = rootCA({ notBefore: daysFromToday(-1), notAfter: daysFromToday(7000) });

describe('a changed content', () => {
  const base = build();

  test.each<[option: string, options: ProfileOptions]>([
    ['displayName', { displayName: 'Other' }],
    ['description', { description: 'Text' }],
    ['organization', { organization: 'Lab' }],
    ['scope', { scope: 'User' }],
    ['removalDisallowed', { removalDisallowed: false }],
    ['removalDate', { removalDate: new Date('2030-01-01T00:00:00Z') }],
    ['durationUntilRemovalSeconds', { durationUntilRemovalSeconds: 60 }],
    ['expirationDate', { expirationDate: new Date('2030-01-01T00:00:00Z') }],
    ['targetDeviceType', { targetDeviceType: 5 }],
    ['consentText', { consentText: 'Text' }],
  ])('%s changes the UUID of the profile, and neither its identifier nor its payloads', (_, options) => {
    const changed = build(options);
    expect(changed.uuid).not.toBe(base.uuid);
    expect(changed.identifier).toBe(base.identifier);
    expect(changed.payloads).toEqual(base.payloads);
  });

  test('of a payload changes the UUIDs of that payload and of the profile', () => {
    const builderOf = (displayName: string) =>
      new ProfileBuilder().addRootCA(second.pem).addRootCA(root.pem, { displayName });
    const [one, other] = [builderOf('One').build(), builderOf('Other').build()];
    expect(other.uuid).not.toBe(one.uuid);
    expect(other.payloads[0]).toEqual(one.payloads[0]);
    expect(other.payloads[1]?.uuid).not.toBe(one.payloads[1]?.uuid);
    expect(other.payloads[1]?.identifier).toBe(one.payloads[1]?.identifier);
  });

  test('tells a text, a number and a real apart', () => {
    const uuids = ['1', 1, true, [1], { a: 1 }].map(
      (Key) => new ProfileBuilder({ identifier: 'com.example' }).addPayload('com.example', { Key }).build().uuid,
    );
    expect(new Set(uuids).size).toBe(uuids.length);
  });
});

describe('the identifier', () => {
  const identifierOf = (...pems: string[]): string => {
    const builder = new ProfileBuilder();
    for (const pem of pems) builder.addRootCA(pem);
    return builder.build().identifier;
  };

  test('is readable, reverse-DNS in form, and carried by the payloads', () => {
    const { identifier, payloads } = build();
    expect(identifier).toMatch(/^profilewright\.lab-root\.[0-9a-f]{16}$/);
    expect(payloads[0]?.identifier).toMatch(new RegExp(`^${identifier.replaceAll('.', '\\.')}\\.root\\.[0-9a-f]{16}$`));
  });

  test('stays when the root is renewed, and the UUIDs change', () => {
    const [before, after] = [build(), new ProfileBuilder().addRootCA(renewed.pem).build()];
    expect(after.identifier).toBe(before.identifier);
    expect(after.payloads[0]?.identifier).toBe(before.payloads[0]?.identifier);
    expect(after.uuid).not.toBe(before.uuid);
    expect(after.payloads[0]?.uuid).not.toBe(before.payloads[0]?.uuid);
  });

  test('stays when the old root is kept beside the renewed one, which takes over its payload', () => {
    const expected = build();
    for (const order of [
      [root.pem, renewed.pem],
      [renewed.pem, root.pem],
    ]) {
      const { identifier, payloads } = new ProfileBuilder().addRootCA(order).build();
      expect(identifier).toBe(expected.identifier);
      const identifierOfContent = (der: Uint8Array): string | undefined =>
        payloads.find(({ content }) => Buffer.compare(content['PayloadContent'] as Buffer, der) === 0)?.identifier;
      const newest = identifierOfContent(renewed.der) ?? '';
      expect(newest).toBe(expected.payloads[0]?.identifier);
      expect(identifierOfContent(root.der)).toMatch(new RegExp(`^${newest.replaceAll('.', '\\.')}\\.[0-9a-f]{8}$`));
    }
  });

  test('stays when the subject is encoded anew in another type of string', () => {
    const printable = rootCA({ subject: [['CN', 'Lab Root', 'PrintableString']] });
    const utf8 = rootCA({ subject: [['CN', 'Lab Root', 'UTF8String']] });
    expect(identifierOf(printable.pem)).toBe(identifierOf(utf8.pem));
  });

  test('stays when a certificate without a name is renewed', () => {
    const nameless = (): string => rootCA({ subject: [] }).pem;
    const identifiers = [nameless(), nameless()].map(
      (pem) => new ProfileBuilder().addCertificate(pem).build().identifier,
    );
    expect(identifiers[0]).toMatch(/^profilewright\.certificates\./);
    expect(identifiers[1]).toBe(identifiers[0]);
  });

  test('does not depend on the order of the roots, nor on intermediates', () => {
    const both = identifierOf(root.pem, second.pem);
    expect(identifierOf(second.pem, root.pem)).toBe(both);
    expect(new ProfileBuilder().addRootCA([intermediateCA(root).pem, second.pem, root.pem]).build().identifier).toBe(
      both,
    );
  });

  test('changes with the subject and with the key', () => {
    const identifiers = [
      root.pem,
      second.pem,
      rootCA({ key: testKey('p256', 5) }).pem,
      rootCA({ subject: 'Lab root' }).pem,
    ].map((pem) => identifierOf(pem));
    expect(new Set(identifiers).size).toBe(4);
  });

  test('is the one that was given, and payloads derive theirs from it', () => {
    const { identifier, payloads } = build({ identifier: 'com.example.lab' });
    expect(identifier).toBe('com.example.lab');
    expect(payloads[0]?.identifier).toMatch(/^com\.example\.lab\.root\.[0-9a-f]{16}$/);
  });

  test('of other payloads does not depend on one that was given', () => {
    const own = { identifier: 'com.example.own' };
    const { payloads } = new ProfileBuilder().addRootCA(renewed.pem, own).addRootCA(root.pem).build();
    expect(payloads.map(({ identifier }) => identifier)).toEqual([own.identifier, build().payloads[0]?.identifier]);
  });

  test('is missed when there is nothing to derive it from', () => {
    expect(errorsOf(new ProfileBuilder().addPayload('com.example', {}))).toContain('schema-required ');
    expect(refusalOf(new ProfileBuilder()).message).toContain('"PayloadIdentifier" is missing');
    expect(refusalOf(new ProfileBuilder()).hint).toContain("new ProfileBuilder({ identifier: 'com.example.wifi' })");
    expect(new ProfileBuilder({ identifier: 'com.example.empty' }).build().payloads).toEqual([]);
  });
});

describe('UUIDs that were given', () => {
  const uuid = 'abcdef01-2345-4678-9abc-def012345678';

  test('are written as they are, in lower case too', () => {
    const profile = new ProfileBuilder({ uuid }).addRootCA(root.pem, { uuid: uuid.replace('a', 'b') }).build();
    expect(profile.uuid).toBe(uuid);
    expect(profile.payloads[0]?.uuid).toBe(uuid.replace('a', 'b'));
    expect(profile.issues).toEqual([]);
  });

  test('are refused when two payloads share one, whatever the case', () => {
    const builder = new ProfileBuilder()
      .addRootCA(root.pem, { uuid })
      .addRootCA(second.pem, { uuid: uuid.toUpperCase() });
    expect(errorsOf(builder)).toEqual(['common-payload-uuid-unique /PayloadContent/1/PayloadUUID']);
    expect(errorsOf(new ProfileBuilder({ uuid }).addRootCA(root.pem, { uuid }))).toEqual([
      'common-payload-uuid-unique /PayloadContent/0/PayloadUUID',
    ]);
  });

  test('in another form are a warning', () => {
    const { issues } = build({ uuid: 'lab' });
    expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning profile-uuid']);
  });
});

test('identifiers that two payloads share are refused', () => {
  const identifier = 'com.example.same';
  const builder = new ProfileBuilder({ identifier: 'com.example' })
    .addRootCA(root.pem, { identifier })
    .addRootCA(second.pem, { identifier });
  expect(errorsOf(builder)).toEqual(['common-payload-identifier-unique /PayloadContent/1/PayloadIdentifier']);
});
