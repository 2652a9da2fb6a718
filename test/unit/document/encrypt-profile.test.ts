import { describe, expect, test } from 'vitest';
import {
  createSigner,
  decryptProfile,
  encryptProfile,
  parseProfile,
  ProfileBuilder,
  signProfile,
  validateProfile,
  verifyProfile,
  type Issue,
} from 'profilewright';
import { rootCA, signerChain } from '../../support/authorities.js';
import { readChildren } from '../../support/der-reader.js';
import { deviceIdentity } from '../../support/device-identity.js';
import type { CertificateOptions } from '../../support/issue-certificate.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';
import { codeOf } from '../error-code.js';

const secret = 'SENTINEL-wifi';
const profile = new ProfileBuilder({ identifier: 'com.example.office', displayName: 'Office' })
  .addRootCA(rootCA().der)
  .addPayload('com.apple.wifi.managed', { SSID_STR: 'Office', EncryptionType: 'WPA2', Password: secret })
  .build();
const device = deviceIdentity('p256');
const encrypted = encryptProfile(profile, device.der);
const envelopeOf = (bytes: Uint8Array) => parseProfile(bytes).dictionary['EncryptedPayloadContent'] as Uint8Array;

describe('an encrypted profile', () => {
  test('has an envelope in the place of its payloads, and all else as it was', () => {
    const { PayloadContent: _, ...rest } = profile.dictionary;
    const parsed = parseProfile(encrypted);
    expect(parsed).toMatchObject({ isEncrypted: true, payloads: [] });
    const { EncryptedPayloadContent: envelope, ...found } = parsed.dictionary;
    expect({ ...found }).toEqual({ ...rest, IsEncrypted: true });
    // ContentInfo ::= SEQUENCE { contentType id-envelopedData, ... }, RFC 5652 section 6.1.
    const [type] = readChildren(envelope as Uint8Array);
    expect(Buffer.from(type!.content).toString('hex')).toBe('2a864886f70d010703');
    expect(Buffer.from(encrypted).includes(secret)).toBe(false);
  });

  test('is another one each time', () => {
    expect(encryptProfile(profile, device.der)).not.toEqual(encrypted);
  });

  test('is judged without a complaint', () => {
    expect(validateProfile(encrypted).map(({ code }) => code)).toEqual(['profile-encrypted']);
  });

  test('can be signed, verified and then decrypted', async () => {
    const { keyPem, certificate } = signerChain('p256');
    const signer = await createSigner({ key: keyPem, certificate: certificate.der });
    const signed = await signProfile(encrypted, signer);
    expect(verifyProfile(signed, { anchors: 'none' }).profile.isEncrypted).toBe(true);
    const opened = decryptProfile(signed, testKey('p256').privateKey);
    expect(opened.container).toBe('cms');
    expect(opened.payloads).toEqual(profile.payloads);
    expect(codeOf(() => encryptProfile(signed, device.der))).toBe('ERR_PROFILE_ALREADY_SIGNED');
  });

  test('comes from bytes too, which are judged as what travels encrypted', () => {
    const seen: Issue[] = [];
    const bytes = encryptProfile(profile.toBytes(), device.pem, { onIssue: (issue) => void seen.push(issue) });
    expect(decryptProfile(bytes, testKey('p256').privateKey).payloads).toEqual(profile.payloads);
    expect(seen).toEqual([]);
    const broken = profile.toXml().replace('<integer>1</integer>', '<integer>2</integer>');
    expect(codeOf(() => encryptProfile(Buffer.from(broken), device.der))).toBe('ERR_PROFILE_INVALID');
  });
});

describe('refuses', () => {
  test('to encrypt twice', () => {
    expect(codeOf(() => encryptProfile(encrypted, device.der))).toBe('ERR_PROFILE_ALREADY_ENCRYPTED');
  });

  test('what has no list of payloads', () => {
    const xml = profile.toXml().replace(/<key>PayloadContent[^]*<\/array>/, '<key>PayloadContent</key><dict/>');
    const rules = { 'schema-type': 'warning' } as const;
    expect(codeOf(() => encryptProfile(Buffer.from(xml), device.der, { rules }))).toBe('ERR_PROFILE_MALFORMED');
  });

  test.each(['rsa-1024', 'p521', 'ed25519', 'secp256k1', 'rsa-pss'] as const)('a recipient whose key is %s', (kind) => {
    const [weak, sound] = [deviceIdentity(kind).der, device.der];
    expect(codeOf(() => encryptProfile(profile, [sound, weak]))).toBe('ERR_ENCRYPTION_RECIPIENT');
  });

  test('a recipient without the identifier that it shall be named by', () => {
    const { der } = deviceIdentity('p256', { subjectKeyIdentifier: 'absent' });
    const recipientsBy = 'subjectKeyIdentifier';
    expect(codeOf(() => encryptProfile(profile, der, { recipientsBy }))).toBe('ERR_ENCRYPTION_RECIPIENT');
  });

  test('no recipient, a private key as one, and options that are unknown', () => {
    expect(codeOf(() => encryptProfile(profile, []))).toBe('ERR_INPUT_EMPTY');
    expect(codeOf(() => encryptProfile(profile, signerChain('p256').keyPem))).toBe('ERR_CERTIFICATE_IS_KEY');
    expect(() => encryptProfile(profile, device.der, { recipientBy: 'x' } as never)).toThrow(TypeError);
    expect(() => encryptProfile({ ...profile }, device.der)).toThrow(TypeError);
  });
});

describe('says of a recipient', () => {
  const codesFor = (kind: 'p256' | 'rsa-2048', options: CertificateOptions): string[] => {
    const codes: string[] = [];
    encryptProfile(profile, deviceIdentity(kind, options).der, { onIssue: ({ code }) => void codes.push(code) });
    return codes;
  };

  test('that it has expired', () => {
    const dates = { notBefore: daysFromToday(-20), notAfter: daysFromToday(-10) };
    expect(codesFor('p256', dates)).toEqual(['recipient-expired']);
    const rules = { 'recipient-expired': 'error' } as const;
    const expired = deviceIdentity('p256', dates).der;
    expect(codeOf(() => encryptProfile(profile, expired, { rules }))).toBe('ERR_PROFILE_INVALID');
    expect(() => encryptProfile(profile, expired, { rules, at: daysFromToday(-15) })).not.toThrow();
  });

  test('that its keyUsage is for something else, and nothing when there is none', () => {
    expect(codesFor('p256', { keyUsage: ['digitalSignature', 'keyEncipherment'] })).toEqual(['recipient-key-usage']);
    expect(codesFor('rsa-2048', { keyUsage: ['keyAgreement'] })).toEqual(['recipient-key-usage']);
    expect(codesFor('p256', { keyUsage: 'absent' })).toEqual([]);
    expect(codesFor('rsa-2048', {})).toEqual([]);
  });
});

test('names RSA recipients alone in version 0, and others in version 2', () => {
  const versionOf = (...parameters: Parameters<typeof encryptProfile>): number => {
    const [, wrapper] = readChildren(envelopeOf(encryptProfile(...parameters)));
    const [enveloped] = readChildren(wrapper!.raw);
    return readChildren(enveloped!.raw)[0]!.content[0]!;
  };
  const rsa = deviceIdentity('rsa-2048').der;
  expect(versionOf(profile, rsa)).toBe(0);
  expect(versionOf(profile, [rsa, device.der])).toBe(2);
  expect(versionOf(profile, rsa, { recipientsBy: 'subjectKeyIdentifier' })).toBe(2);
});
