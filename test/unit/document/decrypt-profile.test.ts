import { describe, expect, test } from 'vitest';
import { decryptProfile, encryptProfile, parseProfile, validateProfile } from 'profilewright';
import { context, octetString, sequence, tlv } from '../../support/der.js';
import { deviceIdentity } from '../../support/device-identity.js';
import { pem } from '../../support/pem.js';
import { testKey } from '../../support/test-key.js';
import { toBer } from '../../support/to-ber.js';
import {
  profile,
  kinds,
  encrypted,
  envelope,
  keyOf,
  withEnvelope,
  places,
  errorOf,
  rebuild,
  envelopeAround,
  openOr,
  rsa,
  p256,
  enveloped,
  recipients,
  type,
  algorithm,
  content,
} from './encrypted-profile.js';

describe('the holder of a key', () => {
  test.each(kinds)('%s reads the payloads in their place', (kind) => {
    const opened = decryptProfile(encrypted, keyOf(kind));
    expect(opened.dictionary).toEqual(profile.dictionary);
    expect(Object.keys(opened.dictionary)).toEqual(Object.keys(profile.dictionary));
    expect(opened.payloads).toEqual(profile.payloads);
    expect(opened).toMatchObject({ isEncrypted: true, container: 'xml', issues: [] });
    expect(opened.positionOf('/PayloadDisplayName')).toEqual(parseProfile(encrypted).positionOf('/PayloadDisplayName'));
    expect(opened.positionOf('/PayloadContent/0')).toBeUndefined();
  });

  test('may have it as PEM, encrypted, and name its certificate', () => {
    const passphrase = 'open sesame';
    const key = keyOf('p256').export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString();
    expect(decryptProfile(encrypted, key, { passphrase, certificate: p256.pem }).payloads).toEqual(profile.payloads);
    expect(errorOf(() => decryptProfile(encrypted, key)).code).toBe('ERR_KEY_PASSPHRASE_MISSING');
    expect(errorOf(() => decryptProfile(encrypted, key, { passphrase: 'x' })).code).toBe('ERR_KEY_PASSPHRASE_WRONG');
    expect(errorOf(() => decryptProfile(encrypted, keyOf('p256'), { certificate: rsa.der })).code).toBe(
      'ERR_KEY_MISMATCH',
    );
  });

  test('is found among several of its kind, by the certificate at once', () => {
    const several = [1, 2, 3].map((index) => deviceIdentity('p256', { key: testKey('p256', index) }).der);
    for (const recipientsBy of ['issuerAndSerialNumber', 'subjectKeyIdentifier'] as const) {
      const bytes = encryptProfile(profile, several, { recipientsBy });
      for (const [at, certificate] of several.entries()) {
        expect(decryptProfile(bytes, keyOf('p256', at + 1)).payloads).toEqual(profile.payloads);
        expect(decryptProfile(bytes, keyOf('p256', at + 1), { certificate }).payloads).toEqual(profile.payloads);
      }
    }
  });

  test('is found behind one of an algorithm that nobody knows', () => {
    const several = [1, 2].map((index) => deviceIdentity('p256', { key: testKey('p256', index) }).der);
    const bytes = Buffer.from(
      parseProfile(encryptProfile(profile, several)).dictionary['EncryptedPayloadContent'] as Uint8Array,
    );
    // dhSinglePass-stdDH-sha256kdf-scheme, 1.3.132.1.11.1
    const oid = Buffer.from('06062b8104010b01', 'hex');
    // The order of the two in the SET is that of their encodings.
    const found = places(bytes, oid).map((at) => {
      const text = withEnvelope(bytes.map((octet, index) => (index === at + oid.length - 1 ? 0x63 : octet)));
      return [1, 2].map((index) => openOr(() => decryptProfile(text, keyOf('p256', index)).payloads.length));
    });
    expect(found.map((codes) => codes.toSorted())).toEqual([
      [2, 'ERR_DECRYPTION_ALGORITHM'],
      [2, 'ERR_DECRYPTION_ALGORITHM'],
    ]);
    expect(found[0]).not.toEqual(found[1]);
  });

  test('of no recipient gets the one error, whatever its kind', () => {
    for (const key of [keyOf('rsa-2048', 1), keyOf('p256', 7), keyOf('ed25519'), keyOf('x25519')]) {
      expect(errorOf(() => decryptProfile(encrypted, key))).toMatchObject({
        code: 'ERR_DECRYPTION_FAILED',
        details: {},
      });
    }
    const other = deviceIdentity('p256').der;
    expect(errorOf(() => decryptProfile(encrypted, keyOf('p256'), { certificate: other })).code).toBe(
      'ERR_DECRYPTION_FAILED',
    );
  });
});

describe('an envelope', () => {
  test('may be in BER, with indefinite lengths and the content in pieces', () => {
    const half = content!.content.length / 2;
    const pieces = context(
      0,
      octetString(content!.content.subarray(0, half)),
      octetString(content!.content.subarray(half)),
    );
    expect(decryptProfile(rebuild(recipients.raw, type!.raw, algorithm!.raw, pieces), keyOf('p256')).payloads).toEqual(
      profile.payloads,
    );
    const ber = withEnvelope(toBer(envelope, { where: 'everywhere' }));
    for (const kind of kinds) expect(decryptProfile(ber, keyOf(kind)).payloads).toEqual(profile.payloads);
  });

  test('around a list of payloads alone is no profile', () => {
    expect(errorOf(() => decryptProfile(envelope, keyOf('rsa-2048'))).code).toBe('ERR_DECRYPTION_FAILED');
    expect(errorOf(() => decryptProfile(pem('CMS', envelope), keyOf('p256'))).code).toBe('ERR_DECRYPTION_FAILED');
  });

  test('around a whole profile, in a text, is opened with the error that a device does not do so', () => {
    const whole = envelopeAround(profile.toBytes());
    const key = keyOf('rsa-2048');
    expect(decryptProfile(whole, key)).toMatchObject({ isEncrypted: true, issues: [] });
    const opened = decryptProfile(pem('CMS', whole), key);
    expect(opened.dictionary).toEqual(profile.dictionary);
    expect(opened.issues).toMatchObject([{ code: 'cms-text-form', severity: 'error' }]);
    expect(errorOf(() => decryptProfile(pem('CMS', whole), key, { strict: true })).code).toBe('ERR_PROFILE_INVALID');
  });

  test('leaves the lines of keys whose names begin like that of the payloads', () => {
    const text = Buffer.from(encrypted).toString().replace('<dict>', '<dict><key>PayloadContents</key><true/>');
    const opened = decryptProfile(text, keyOf('p256'));
    expect(opened.positionOf('/PayloadContents')).toEqual(parseProfile(text).positionOf('/PayloadContents'));
    expect(opened.positionOf('/PayloadContents')).toBeDefined();
    expect(opened.positionOf('/PayloadContent')).toBeUndefined();
  });

  test('is known to validateProfile: passwords inside of it were not in the clear', () => {
    const codes = (input: Parameters<typeof validateProfile>[0]): string[] =>
      validateProfile(input).map(({ code }) => code);
    expect(codes(profile)).toContain('mail-passwords-only-in-encrypted-profiles');
    expect(codes(decryptProfile(encrypted, keyOf('p256')))).not.toContain('mail-passwords-only-in-encrypted-profiles');
  });

  test('with an algorithm that is broken is refused by its name', () => {
    const des = sequence(tlv(6, Uint8Array.from([0x2b, 0x0e, 0x03, 0x02, 0x07])), octetString(new Uint8Array(8)));
    const error = errorOf(() => decryptProfile(rebuild(recipients.raw, type!.raw, des, content!.raw), keyOf('p256')));
    expect(error).toMatchObject({
      code: 'ERR_DECRYPTION_ALGORITHM',
      details: { part: 'content', found: '1.3.14.3.2.7' },
    });
  });

  test('and authenticated is refused by the name of that, which no device is known to read', () => {
    // id-ct-authEnvelopedData, 1.2.840.113549.1.9.16.1.23 (RFC 5083), with the fields that it shares.
    const type = Buffer.from('060b2a864886f70d0109100117', 'hex');
    const authenticated = sequence(type, context(0, enveloped!.raw));
    for (const input of [withEnvelope(authenticated), authenticated]) {
      expect(errorOf(() => decryptProfile(input, keyOf('p256')))).toMatchObject({
        code: 'ERR_DECRYPTION_ALGORITHM',
        details: { part: 'content', found: '1.2.840.113549.1.9.16.1.23' },
      });
    }
    expect(errorOf(() => parseProfile(authenticated)).code).toBe('ERR_CMS_ENCRYPTED');
  });
});

test('a profile that is not encrypted is told apart', () => {
  expect(errorOf(() => decryptProfile(profile.toBytes(), keyOf('p256'))).code).toBe('ERR_PROFILE_NOT_ENCRYPTED');
  expect(errorOf(() => decryptProfile('<plist/>', keyOf('p256'))).code).toMatch(/^ERR_P/);
  expect(() => decryptProfile(7 as never, keyOf('p256'))).toThrow(TypeError);
  expect(() => decryptProfile(encrypted, keyOf('p256'), { certificates: [] } as never)).toThrow(TypeError);
  expect(errorOf(() => decryptProfile(encrypted, testKey('p256').publicKey)).code).toBe('ERR_KEY_IS_OTHER');
});
