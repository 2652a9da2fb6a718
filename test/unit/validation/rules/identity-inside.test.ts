import { describe, expect, test } from 'vitest';
import { ProfileBuilder, type BuildOptions } from '../../../../src/builder/profile-builder.js';
import type { Issue } from '../../../../src/diagnostics/issue.js';
import { isProfilewrightError } from '../../../../src/diagnostics/profilewright-error.js';

import { pkcs12Identity, type Pkcs12Identity } from '../../../../src/profile/pkcs12-identity.js';
import { leaf, rootCA } from '../../../support/authorities.js';
import { identityFile, type IdentityFile } from '../../../support/identity-file.js';
import { modernPkcs12, pkcs12File, type Pkcs12FileOptions } from '../../../support/pkcs12-file.js';
import { testKey } from '../../../support/test-key.js';

const pkcs12 = 'com.apple.security.pkcs12';
const fileOf = (options: Pkcs12FileOptions = {}): IdentityFile => identityFile('Anna', 0, options);

function issuesOf(builder: ProfileBuilder, options: BuildOptions = {}): readonly Issue[] {
  try {
    return builder.build(options).issues;
  } catch (error) {
    if (isProfilewrightError(error, 'ERR_PROFILE_INVALID')) return error.details.issues;
    throw error;
  }
}

const brief = ({ severity, code }: Issue): string => `${severity} ${code}`;
const builderOf = (): ProfileBuilder => new ProfileBuilder({ identifier: 'com.example.lab' });
/** As it is written by hand, with its password or without. */
const written = ({ bytes, password }: { bytes: Uint8Array; password: string }, isOpen = false): ProfileBuilder =>
  builderOf().addPayload(pkcs12, { PayloadContent: bytes, ...(isOpen ? { Password: password } : {}) });
/** As it is read before. */
const read = ({ bytes, password }: { bytes: Uint8Array; password: string }): ProfileBuilder =>
  builderOf().addIdentity(pkcs12Identity(bytes, { password }));

describe('the file of a PKCS#12 payload', () => {
  test('is judged for the oldest of the systems, and with a warning when none is named', () => {
    const builder = written(fileOf(modernPkcs12));
    const at = (...versions: readonly (readonly ['iOS' | 'macOS', string])[]): string[] => {
      const platforms = Object.fromEntries(versions.map(([os, from]) => [os, { from }]));
      return issuesOf(builder, versions.length === 0 ? {} : { context: { platforms } })
        .filter(({ code }) => code === 'p12-pbes2-min-os')
        .map(brief);
    };
    expect(new Set(at())).toEqual(new Set(['warning p12-pbes2-min-os']));
    expect(at(['iOS', '18.0'], ['macOS', '15.0'])).toEqual(['info p12-pbes2-min-os']);
    expect(at(['iOS', '18.0'], ['macOS', '14.0'])).toEqual(['error p12-pbes2-min-os']);
    expect(at(['macOS', '14.0'], ['iOS', '18.0'])).toEqual(['error p12-pbes2-min-os']);
  });

  test('is looked into when the payload carries its password, or when the builder was given the identity', () => {
    const unpaired = fileOf({ localKeyID: 'none' });
    const error = 'error p12-localkeyid';
    expect(issuesOf(written(unpaired)).map(brief)).not.toContain(error);
    expect(issuesOf(written(unpaired, true)).map(brief)).toContain(error);
    expect(issuesOf(read(unpaired)).map(brief)).toContain(error);
    expect(issuesOf(read(unpaired)).find(({ code }) => code === 'p12-localkeyid')?.where).toEqual({
      pointer: '/PayloadContent/0/PayloadContent',
    });
  });

  test('is told once to hold too many keys', () => {
    const two = fileOf({ moreKeys: [testKey('p256', 3).privateKey] });
    for (const builder of [written(two), written(two, true)]) {
      const codes = issuesOf(builder).map(({ code }) => code);
      expect(codes.filter((code) => code === 'pkcs12-content-one-identity')).toHaveLength(1);
    }
    const message = (builder: ProfileBuilder): string | undefined =>
      issuesOf(builder).find(({ code }) => code === 'pkcs12-content-one-identity')?.message;
    expect(message(written(two))).toContain('holds 2 private keys, not one');
    expect(message(written(two, true))).toContain('holds 2 private keys and 3 certificates, not one');
  });

  test('without a MAC is told so, and not that its password is wrong', () => {
    const codes = issuesOf(written(fileOf({ mac: 'none' }), true)).map(({ code }) => code);
    expect(codes.filter((code) => /^(p12-mac|pkcs12-content)-/.test(code))).toEqual(['p12-mac-required']);
  });

  test('has a certificate that is judged, when it can be seen', () => {
    const expired = leaf(rootCA(), { notAfter: new Date('2001-01-01T00:00:00Z'), key: testKey('p256', 0) });
    const password = 'lab';
    const file = {
      bytes: pkcs12File({ key: testKey('p256', 0).privateKey, certificates: [expired], password }),
      password,
    };
    const found = (builder: ProfileBuilder): Issue | undefined =>
      issuesOf(builder).find(({ code }) => code === 'certificate-expired');
    expect(found(written(file))).toBeUndefined();
    for (const builder of [written(file, true), read(file)]) {
      expect(found(builder)).toMatchObject({
        severity: 'error',
        where: { pointer: '/PayloadContent/0/PayloadContent', certificate: { name: '"lab.example"' } },
      });
    }
  });

  test('that is none is left to the rule about its content', () => {
    const codes = issuesOf(written({ bytes: Uint8Array.of(1), password: '' })).map(({ code }) => code);
    expect(codes.filter((code) => /^(p12|pkcs12)-/.test(code))).toEqual(['pkcs12-content-one-identity']);
  });
});

test('an identity that was opened before needs neither its password nor more work', () => {
  // More than a validation derives.
  const slow = fileOf({ ...modernPkcs12, keyEncryption: { cipher: 'aes-256-cbc', iterations: 200_001 } });
  const school = { OrganizationUUID: 'x', OrganizationName: 'Lab', Groups: [], Users: [] };
  const usage = (builder: ProfileBuilder, PayloadCertificateUUID: Pkcs12Identity | string): string[] =>
    issuesOf(builder.addPayload('com.apple.education', { ...school, PayloadCertificateUUID }))
      .map(({ code }) => code)
      .filter((code) => code === 'education-client-identity-usage');
  for (const embedPassword of [true, false]) {
    const identity = pkcs12Identity(slow.bytes, { password: slow.password, embedPassword });
    expect(usage(builderOf(), identity)).toHaveLength(1);
  }
  const uuid = '11111111-2222-4333-8444-555555555555';
  const content = { PayloadContent: slow.bytes, Password: slow.password, PayloadUUID: uuid };
  expect(usage(builderOf().addPayload(pkcs12, content), uuid)).toEqual([]);
});
