import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspectPkcs12 } from '../../../src/document/inspect-pkcs12.js';
import { signerChain } from '../../support/authorities.js';
import { modernPkcs12, oldPkcs12, pkcs12File, type Pkcs12FileOptions } from '../../support/pkcs12-file.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';

const password = 'SENTINEL-p12';
const { key, certificate, chain } = signerChain('rsa-2048');

const file = (options: Pkcs12FileOptions = {}): Uint8Array =>
  pkcs12File({ key, certificates: [certificate, ...chain], password, iterations: 3, friendlyName: 'Anna', ...options });

describe('inspectPkcs12', () => {
  test('says what can be seen from outside', () => {
    const bytes = file(modernPkcs12);
    expect(inspectPkcs12(bytes)).toMatchObject({
      file: { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex').toUpperCase() },
      isOpen: false,
      mac: { algorithm: 'HMAC-SHA-256', iterations: 3 },
      safes: [
        { encryption: { algorithm: 'AES-256-CBC with PBKDF2-HMAC-SHA-256', iterations: 3 } },
        {
          bags: [
            {
              kind: 'shrouded-key',
              encryption: { algorithm: 'AES-256-CBC with PBKDF2-HMAC-SHA-256', iterations: 3 },
              friendlyName: 'Anna',
              localKeyID: '010203',
            },
          ],
        },
      ],
      keys: 1,
      certificates: 0,
      imports: expect.arrayContaining([{ os: 'iOS', from: '18.0' }]) as object,
    });
    expect(inspectPkcs12(bytes)).not.toHaveProperty('identity');
    expect(inspectPkcs12(bytes).safes[0]).not.toHaveProperty('bags');
  });

  test('says everything when it has the password', () => {
    const report = inspectPkcs12(file(oldPkcs12), { password });
    expect(report).toMatchObject({
      isOpen: true,
      mac: { algorithm: 'HMAC-SHA-1', iterations: 3 },
      safes: [
        {
          encryption: { algorithm: 'PBE-SHA1-3DES' },
          bags: [
            { kind: 'certificate', friendlyName: 'Anna', certificate: { name: 'Lab Profile Signer', key: 'RSA 2048' } },
            { certificate: { name: 'Lab Signing CA' } },
            { certificate: { name: 'Lab Signing Root' } },
          ],
        },
        { bags: [{ kind: 'shrouded-key', encryption: { algorithm: 'PBE-SHA1-3DES', iterations: 3 } }] },
      ],
      keys: 1,
      certificates: 3,
      identity: {
        certificate: { name: 'Lab Profile Signer' },
        chain: [{ name: 'Lab Signing CA' }, { name: 'Lab Signing Root' }],
        friendlyName: 'Anna',
        localKeyID: '010203',
      },
      imports: expect.arrayContaining([{ os: 'iOS', from: '4.0' }]) as object,
      issues: [{ code: 'p12-safe-profile', severity: 'info' }],
    });
  });

  test.each<[title: string, options: Pkcs12FileOptions, refusal: RegExp]>([
    ['has no MAC', { mac: 'none' }, /has no MAC/],
    ['has a MAC that is not known', { mac: { hashOid: '1.2.840.113549.2.5' } }, /MAC 1\.2\.840\.113549\.2\.5/],
    ['is encrypted with scrypt', { keyEncryption: { kdfOid: '1.3.6.1.4.1.11591.4.11' } }, /with scrypt/],
    ['asks for too much', { mac: { saidIterations: 2 ** 40 } }, /1099511627776 iterations of PKCS#12 KDF/],
  ])('looks from outside at a file that %s, and says why', (_, options, refusal) => {
    const report = inspectPkcs12(file(options), { password });
    expect(report).toMatchObject({ isOpen: false, refusal: expect.stringMatching(refusal) as string, keys: 1 });
  });

  test('judges for the system and at the time that it is given', () => {
    const expired = signerChain('rsa-2048', { signer: { notAfter: daysFromToday(100) } });
    const bytes = file({ ...modernPkcs12, certificates: [expired.certificate] });
    const codes = (options: object) =>
      inspectPkcs12(bytes, { password, ...options }).issues.map(({ code, severity }) => `${severity} ${code}`);
    const platform = { os: 'iOS', version: '17.4' };
    expect(codes({ platform })).toEqual(['error p12-pbes2-min-os']);
    expect(codes({ platform, rules: { 'p12-pbes2-min-os': 'off' } })).toEqual([]);
    const at = new Date(Date.now() + 200 * 86_400_000);
    expect(codes({ platform: { os: 'iOS', version: '26.0' }, at })).toEqual([
      'info p12-pbes2-min-os',
      'warning certificate-expired',
    ]);
  });

  test('counts the keys that it can see, and tells the wrong number', () => {
    const report = inspectPkcs12(file({ moreKeys: [testKey('p256', 3).privateKey] }), { password });
    expect(report).toMatchObject({ isOpen: true, keys: 2, certificates: 3, imports: [] });
    expect(report.issues[0]).toMatchObject({ code: 'pkcs12-content-one-identity', severity: 'error' });
  });

  test.each([
    ['a wrong password', file(), 'ERR_PKCS12_UNREADABLE'],
    ['a file that is cut', file().subarray(0, 200), 'ERR_PKCS12_MALFORMED'],
    ['nothing', new Uint8Array(), 'ERR_INPUT_EMPTY'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => inspectPkcs12(bytes, { password: 'SENTINEL-wrong' })).toThrow(
      expect.objectContaining({ code, message: expect.not.stringContaining('SENTINEL') as string }) as Error,
    );
  });

  test('says what people take for a PKCS#12 file', () => {
    const base64 = Buffer.from(Buffer.from(file()).toString('base64'));
    const others: [Uint8Array, string][] = [
      [Buffer.from(certificate.pem), 'it is PEM text'],
      [base64, 'it is base64 text'],
      [Uint8Array.of(0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2), 'it is a Java keystore of the old kind (JKS)'],
      [certificate.der, 'it is a certificate'],
      [key.export({ type: 'pkcs8', format: 'der' }), 'it is a private key'],
      [Buffer.from('hello'), 'it does not begin with a SEQUENCE'],
    ];
    for (const [bytes, reason] of others) expect(() => inspectPkcs12(bytes)).toThrow(reason);
  });

  test('is plain JSON without the password', () => {
    const report = inspectPkcs12(file(oldPkcs12), { password });
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(JSON.stringify(report)).not.toContain('SENTINEL');
  });

  test('is a TypeError for arguments of another type', () => {
    expect(() => inspectPkcs12('x' as never)).toThrow('p12 must be a Uint8Array');
    expect(() => inspectPkcs12(file(), { platform: { os: 'BeOS', version: '5' } as never })).toThrow(TypeError);
    expect(() => inspectPkcs12(file(), { passphrase: 'x' } as never)).toThrow('options.passphrase is not known');
  });
});
