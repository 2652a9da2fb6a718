import { describe, expect, test } from 'vitest';
import type { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { acmeIdentity, type AcmeIdentityOptions } from '../../../src/profile/acme-identity.js';
import { adCertificateIdentity } from '../../../src/profile/ad-certificate-identity.js';
import { scepIdentity } from '../../../src/profile/scep-identity.js';
import { validateProfileDictionary } from '../../../src/validation/validate-profile-dictionary.js';
import { leaf } from '../../support/authorities.js';
import { builderOf, fullIdentities, issuesOf, rootFile, subject } from './full-identities.js';

describe('a key that no device makes', () => {
  const acme = (changes: Partial<Record<keyof AcmeIdentityOptions, unknown>>): string[] => {
    const options = {
      directoryUrl: 'https://ca.example.com',
      clientIdentifier: 'a',
      hardwareBound: false,
      keyType: 'EC',
      keySize: 256,
      subject,
      trust: rootFile.pem,
      ...changes,
    };
    return issuesOf(builderOf().addIdentity(acmeIdentity(options as AcmeIdentityOptions))).map(({ code }) => code);
  };

  test.each([
    ['an RSA key in hardware', { keyType: 'RSA', keySize: 2048, hardwareBound: true }, 'acme-rsa-not-hardware-bound'],
    ['an RSA key that is small', { keyType: 'RSA', keySize: 512 }, 'acme-rsa-key-size'],
    ['an EC key of 512 bits', { keySize: 512 }, 'acme-ec-key-size'],
    ['P-521 in hardware', { keySize: 521, hardwareBound: true }, 'acme-hardware-bound-key-size'],
    ['an attestation without hardware', { attest: true }, 'acme-attest-needs-hardware-bound'],
    ['a server without TLS', { directoryUrl: 'http://ca.example.com' }, 'acme-directory-url-https'],
    ['a purpose that is no OID', { extendedKeyUsage: ['clientAuth'] }, 'acme-eku-oid-format'],
    ['an attribute that is not known', { subject: [['DC', 'lab']] }, 'acme-subject-attribute-names'],
  ])('is an issue: %s', (_, changes, code) => {
    expect(acme(changes)).toContain(code);
  });

  test.each([
    [{ keyType: 'RSA', keySize: 3072 }],
    [{ keySize: 521 }],
    [{ hardwareBound: true }],
    [{ hardwareBound: true, keySize: 384, attest: true }],
    [{ subject: [] }],
    [{ subject: [['1.2.840.113549.1.9.1', 'a@example.com']] }],
  ])('unlike %o', (changes) => {
    expect(acme(changes)).toEqual([]);
  });
});

describe('the TLS root of the CA', () => {
  const url = 'https://user:SENTINEL@ca.example.com/scep?challenge=SENTINEL';
  const scep = scepIdentity({ url });
  const codesOf = (builder: ProfileBuilder): string[] =>
    issuesOf(builder).map(({ severity, code }) => `${severity} ${code}`);

  test('is missed when the profile has none, without showing the rest of the URL', () => {
    const [issue, ...others] = issuesOf(builderOf().addIdentity(scep));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      code: 'acme-scep-needs-root',
      severity: 'warning',
      where: { pointer: '/PayloadContent/0/PayloadContent/URL' },
    });
    expect(issue?.message).toMatch(/^the SCEP server "ca\.example\.com" is asked over TLS/);
    const { hardwareBound, keyType, keySize, subject: name } = fullIdentities.acme.identity;
    const acme = acmeIdentity({
      directoryUrl: 'HTTPS://ca',
      clientIdentifier: 'a',
      hardwareBound,
      keyType,
      keySize,
      subject: name,
    } as never);
    expect(codesOf(builderOf().addIdentity(acme))).toEqual(['warning acme-scep-needs-root']);
  });

  test('is not missed over HTTP, beside a root of any payload, or when it is to be trusted with the identity', () => {
    expect(codesOf(builderOf().addIdentity(scepIdentity({ url: 'http://ca.example.com' })))).toEqual([]);
    expect(codesOf(builderOf().addIdentity(scep).addRootCA(rootFile.pem))).toEqual([]);
    expect(codesOf(builderOf().addIdentity(scep).addCertificate(rootFile.pem, { format: 'pem' }))).toEqual([]);
    expect(codesOf(builderOf().addIdentity(scepIdentity({ url, trust: rootFile.pem })))).toEqual([]);
    const other = leaf(rootFile);
    expect(codesOf(builderOf().addIdentity(scep).addCertificate(other.pem))).toContain('warning acme-scep-needs-root');
    expect(codesOf(builderOf().addIdentity(adCertificateIdentity({ certServer: 'a', certTemplate: 'b' })))).toEqual([]);
  });

  test('weighs nothing to a reader, who does not know what is trusted already', () => {
    const { dictionary } = builderOf().addIdentity(scep).build();
    const found = validateProfileDictionary(dictionary, { as: 'device' });
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['info acme-scep-needs-root']);
  });

  test('is embedded in front of the identity, once, whoever brings it', () => {
    const { payloads } = builderOf()
      .addIdentity(fullIdentities.acme.identity)
      .addIdentity(fullIdentities.scep.identity)
      .addPayload('com.apple.MCX.FileVault2', {
        Enable: 'On',
        PayloadCertificateUUID: fullIdentities.scep.identity.trust![0]!,
      })
      .build({ rules: { 'fv-recovery-certificate-ref': 'off' } });
    expect(payloads.map(({ type }) => type)).toEqual([
      'com.apple.security.root',
      'com.apple.security.acme',
      'com.apple.security.scep',
      'com.apple.MCX.FileVault2',
    ]);
    expect(builderOf().addRootCA(rootFile.pem).addIdentity(fullIdentities.scep.identity).build().payloads).toHaveLength(
      2,
    );
  });
});
