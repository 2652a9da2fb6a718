import { X509Certificate } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import type { Identity } from '../../../src/profile/identity.js';
import type { AnyContent } from '../../../src/profile/payload-input.js';
import { pkcs12Identity } from '../../../src/profile/pkcs12-identity.js';
import type { Payload, Profile } from '../../../src/profile/profile.js';
import { scepIdentity } from '../../../src/profile/scep-identity.js';
import { ruleGroups, ruleTypes } from '../../../src/validation/load-rules.js';
import { intermediateCA, leaf, rootCA } from '../../support/authorities.js';
import { identityFile } from '../../support/identity-file.js';
import { refusalOf } from '../error-code.js';
import {
  anna,
  builderOf,
  eap,
  embedded,
  identity,
  root,
  rootFile,
  wifi,
  type Anchors,
  type Wifi,
} from './wifi-references.js';

const intermediateFile = intermediateCA(rootFile);
const intermediate = readCertificate(intermediateFile.pem);
const server = readCertificate(leaf(intermediateFile).pem);
const other = pkcs12Identity(identityFile('Otto', 3).bytes, { password: anna.password });

const typesOf = ({ payloads }: Profile): string[] => payloads.map(({ type }) => type.replace(/^.*security\./, ''));
const lastOf = ({ payloads }: Profile): Payload | undefined => payloads.at(-1);
const anchorsOf = (payload: Payload | undefined): readonly string[] =>
  (payload?.content['EAPClientConfiguration'] as unknown as { PayloadCertificateAnchorUUID: string[] })
    .PayloadCertificateAnchorUUID;
const uuidsOf = ({ payloads }: Profile): string[] => payloads.map(({ uuid }) => uuid);

describe('a certificate that a payload refers to', () => {
  test('stands in front of it, as a root when it is a self-signed CA, and is named by its UUID', () => {
    const profile = builderOf()
      .addPayload(wifi, eap([server, root, intermediate]))
      .build();
    expect(typesOf(profile)).toEqual(['root', 'pkcs1', 'pkcs1', wifi]);
    const [first, second, third] = uuidsOf(profile);
    expect(anchorsOf(lastOf(profile))).toEqual([third, first, second]);
    const contents = profile.payloads.slice(0, 3).map(({ content }) => content['PayloadContent']);
    expect(contents).toEqual([root.raw, intermediate.raw, server.raw]);
    expect(profile.payloads[0]).toMatchObject({ displayName: 'Lab Root' });
  });

  test('is embedded once, however often and in whatever form it is given', () => {
    const forms = [root, { ...root }, readCertificate(rootFile.der), new X509Certificate(rootFile.pem) as never];
    const builder = builderOf()
      .addPayload(wifi, eap(forms))
      .addPayload(wifi, eap([root]));
    const profile = builder.build();
    expect(typesOf(profile)).toEqual(['root', wifi, wifi]);
    const [uuid] = uuidsOf(profile);
    expect(anchorsOf(profile.payloads[1])).toEqual([uuid, uuid, uuid, uuid]);
    expect(anchorsOf(profile.payloads[2])).toEqual([uuid]);
  });

  test.each<[how: string, add: (builder: ProfileBuilder) => ProfileBuilder, type: string]>([
    ['as a root', (builder) => builder.addRootCA(rootFile.pem), 'root'],
    ['as a certificate', (builder) => builder.addCertificate(rootFile.pem), 'pkcs1'],
    ['as PEM', (builder) => builder.addCertificate(rootFile.pem, { format: 'pem' }), 'pem'],
    ['by hand', (builder) => builder.addPayload('com.apple.security.pkcs1', { PayloadContent: rootFile.der }), 'pkcs1'],
  ])('is the one that was added %s, before or afterwards', (_, add, type) => {
    const before = add(builderOf())
      .addPayload(wifi, eap([root]))
      .build();
    expect(typesOf(before)).toEqual([type, wifi]);
    expect(anchorsOf(lastOf(before))).toEqual([before.payloads[0]?.uuid]);
    const after = add(builderOf().addPayload(wifi, eap([root]))).build();
    expect(anchorsOf(after.payloads[0])).toEqual(anchorsOf(lastOf(before)));
  });

  test('keeps the options that it was added with', () => {
    const uuid = '11111111-2222-4333-8444-555555555555';
    const profile = builderOf()
      .addPayload(wifi, eap([root]))
      .addRootCA(root, { uuid, displayName: 'CA' })
      .build();
    expect(anchorsOf(profile.payloads[0])).toEqual([uuid]);
    expect(profile.payloads[1]).toMatchObject({ uuid, displayName: 'CA' });
  });

  test('is of a type that all references to it allow', () => {
    const escrow = { EncryptCertPayloadUUID: root, Location: 'Lab' };
    const builder = builderOf().addPayload(wifi, eap([root]));
    const profile = builder.addPayload('com.apple.security.FDERecoveryKeyEscrow', escrow).build();
    expect(typesOf(profile)).toEqual(['pkcs1', wifi, 'FDERecoveryKeyEscrow']);
    expect(lastOf(profile)?.content['EncryptCertPayloadUUID']).toBe(profile.payloads[0]?.uuid);
    // A root payload is not among the types that are allowed there, so that this takes one of its own.
    expect(typesOf(builder.addRootCA(root).build())).toEqual(['pkcs1', wifi, 'FDERecoveryKeyEscrow', 'root']);
  });

  test('is judged like any other', () => {
    const expired = readCertificate(rootCA({ notAfter: new Date('2001-01-01T00:00:00Z') }).pem);
    const error = refusalOf(() =>
      builderOf()
        .addPayload(wifi, eap([expired]))
        .build(),
    );
    expect(error.message).toContain('[root-expired]');
  });

  test('gives the profile its identifier and name when there is nothing else', () => {
    const one = new ProfileBuilder().addPayload(wifi, eap([root])).build();
    expect(one).toMatchObject({
      identifier: new ProfileBuilder().addRootCA(root).build().identifier,
      displayName: 'Lab Root',
    });
  });
});

describe('an identity that a payload refers to', () => {
  const client = (PayloadCertificateUUID: Identity): Wifi => ({ ...eap([root]), PayloadCertificateUUID });
  const identityOf = (profile: Profile): Payload | undefined =>
    profile.payloads.find(({ type }) => type === 'com.apple.security.pkcs12');

  test('stands behind the certificates, byte for byte, and is named by its UUID', () => {
    const profile = builderOf().addPayload(wifi, client(identity)).build();
    expect(typesOf(profile)).toEqual(['root', 'pkcs12', wifi]);
    expect({ ...identityOf(profile)?.content }).toEqual({ PayloadContent: anna.bytes });
    expect(identityOf(profile)).toMatchObject({ displayName: 'Anna' });
    expect(lastOf(profile)?.content['PayloadCertificateUUID']).toBe(identityOf(profile)?.uuid);
  });

  test('is embedded once, copies and other readings of it included', () => {
    const again = pkcs12Identity(anna.bytes, { password: anna.password });
    const builder = builderOf();
    for (const copy of [identity, { ...identity }, Object.assign({}, identity), again]) {
      builder.addPayload(wifi, client(copy));
    }
    const profile = builder.addIdentity(identity).build();
    expect(typesOf(profile)).toEqual(['root', wifi, wifi, wifi, wifi, 'pkcs12']);
    const named = profile.payloads.map(({ content }) => content['PayloadCertificateUUID']);
    expect(new Set(named.slice(1, 5))).toEqual(new Set([lastOf(profile)?.uuid]));
  });

  test('is the one of a payload that was written by hand', () => {
    const content = { PayloadContent: anna.bytes };
    const profile = builderOf().addPayload(wifi, client(identity)).addPayload('com.apple.security.pkcs12', content);
    expect(typesOf(profile.build())).toEqual(['root', wifi, 'pkcs12']);
  });

  test('carries its password when one of its copies does', () => {
    const passwords = [
      builderOf().addPayload(wifi, client(identity)).addPayload(wifi, client(embedded)),
      builderOf().addIdentity(identity).addPayload(wifi, client(embedded)),
      builderOf().addIdentity(embedded).addPayload(wifi, client(identity)),
      builderOf().addIdentity(embedded).addIdentity(identity),
      builderOf().addIdentity(identity).addIdentity(embedded),
    ].map((builder) => identityOf(builder.build())?.content['Password']);
    expect(passwords).toEqual(Array.from({ length: 5 }, () => anna.password));
  });

  test('has a payload of its own for each that there is, whatever the order', () => {
    const one = builderOf().addPayload(wifi, client(identity)).addPayload(wifi, client(other)).build();
    expect(typesOf(one)).toEqual(['root', 'pkcs12', 'pkcs12', wifi, wifi]);
    const two = builderOf().addPayload(wifi, client(other)).addPayload(wifi, client(identity)).build();
    expect(uuidsOf(two).slice(0, 3)).toEqual(uuidsOf(one).slice(0, 3));
  });

  test('takes options and the keys that only a Mac knows', () => {
    const mac = pkcs12Identity(anna.bytes, {
      password: anna.password,
      allowAllAppsAccess: false,
      keyIsExtractable: false,
    });
    const options = { displayName: 'Mail', fileName: 'mail.p12', description: 'For mail' };
    const profile = builderOf().addIdentity(mac).addIdentity(mac, options).build();
    expect(profile.payloads).toHaveLength(1);
    expect(profile.payloads[0]).toMatchObject({ displayName: 'Mail', description: 'For mail' });
    expect({ ...profile.payloads[0]?.content }).toEqual({
      PayloadCertificateFileName: 'mail.p12',
      PayloadContent: anna.bytes,
      AllowAllAppsAccess: false,
      KeyIsExtractable: false,
    });
  });
});

test('what refers to a payload has another UUID when that payload has, and only then', () => {
  const wifiUuid = (trust: Anchors): string | undefined =>
    lastOf(builderOf().addPayload(wifi, eap(trust)).build())?.uuid;
  expect(wifiUuid([root])).toBe(wifiUuid([{ ...root }]));
  expect(wifiUuid([root])).not.toBe(wifiUuid([intermediate]));
  expect(wifiUuid([root, intermediate])).not.toBe(wifiUuid([intermediate, root]));
});

test('a UUID may stand where a certificate or an identity may', () => {
  const uuid = '11111111-2222-4333-8444-555555555555';
  const profile = builderOf()
    .addRootCA(root, { uuid })
    .addPayload(wifi, eap([uuid], 25))
    .build();
  expect(anchorsOf(lastOf(profile))).toEqual([uuid]);
  expect(profile.issues).toEqual([]);
});

test('PEM text is no UUID, and the hint says what stands for a certificate', () => {
  const error = refusalOf(() =>
    builderOf()
      .addPayload(wifi, eap([rootFile.pem], 25))
      .build(),
  );
  expect(error.hint).toBe('pass what readCertificate() makes of this text, or the UUID of its payload');
});

test('no error and no issue shows a password, a challenge or a key', () => {
  const asked = scepIdentity({ url: 'https://SENTINEL@ca.example.com/?SENTINEL', challenge: 'SENTINEL-challenge' });
  const builder = builderOf().addIdentity(embedded).addIdentity(asked);
  const shown = (issues: readonly object[]): string => inspect(issues, { depth: 9 }) + JSON.stringify(issues);
  const { issues } = builder.build();
  expect(issues.map(({ code }) => code)).toContain('pkcs12-password-in-profile');
  const error = refusalOf(() => builder.addPayload(wifi, { PayloadCertificateUUID: embedded }).build());
  expect(error.code).toBe('ERR_PROFILE_INVALID');
  for (const text of [shown(issues), shown([error]), String(error.stack)]) expect(text).not.toContain('SENTINEL');
});

describe('every reference of the rules', () => {
  const cases = ruleTypes().flatMap((type) =>
    ruleGroups(type)
      .flatMap(({ rules }) => rules.flatMap(({ references = [] }) => references))
      .filter(({ target, sameProfile }) => target === undefined && sameProfile !== false)
      .map(({ path, payloadTypes }) => [type, path, payloadTypes] as const),
  );

  test.each(cases)('%s %s takes the thing itself', (type, path, payloadTypes) => {
    const to = payloadTypes.includes('com.apple.security.pkcs1') ? root : identity;
    const keys = path.split('/').slice(1);
    const content = keys.reduceRight<unknown>((value, key) => (key === '*' ? [value] : { [key]: value }), to);
    const builder = builderOf().addPayload(type, content as AnyContent);
    const issues = (): readonly { code: string; where: { pointer?: string } }[] => {
      try {
        return builder.build().issues;
      } catch (error) {
        if (isProfilewrightError(error, 'ERR_PROFILE_INVALID')) return error.details.issues;
        throw error;
      }
    };
    const pointer = `/PayloadContent/1${path.replaceAll('*', '0')}`;
    const atReference = issues().filter(({ where }) => where.pointer?.startsWith(pointer));
    // A certificate may be unfit for what it is used for there; that the reference leads to it nobody doubts.
    const leading = ruleGroups(type).flatMap(({ rules }) => rules.flatMap((rule) => (rule.references ? rule.id : [])));
    expect(
      atReference.filter(({ code }) => (leading as string[]).includes(code) || code.startsWith('schema-')),
    ).toEqual([]);
    const wrong = to === root ? identity : root;
    const misuse = keys.reduceRight<unknown>((value, key) => (key === '*' ? [value] : { [key]: value }), wrong);
    if (payloadTypes.length < 7) {
      expect(refusalOf(() => builderOf().addPayload(type, misuse as AnyContent)).code).toBe('ERR_REFERENCE_KIND');
    }
  });

  test('there are as many as the rules name', () => {
    expect(cases.length).toBeGreaterThan(40);
  });
});
