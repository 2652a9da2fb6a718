import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { convertPkcs12, type ConvertPkcs12Options } from '../../../src/document/convert-pkcs12.js';
import { inspectPkcs12 } from '../../../src/document/inspect-pkcs12.js';
import { readPkcs12 } from '../../../src/pki/pkcs12.js';
import { signerChain } from '../../support/authorities.js';
import { modernPkcs12, oldPkcs12, pkcs12File, type Pkcs12FileOptions } from '../../support/pkcs12-file.js';

const password = 'SENTINEL-p12';
const iterations = 1000;
const labs = { 'rsa-2048': signerChain('rsa-2048'), p256: signerChain('p256') };
const lab = (kind: keyof typeof labs) => labs[kind];

function file(options: Pkcs12FileOptions = {}, kind: keyof typeof labs = 'p256'): Uint8Array {
  const { key, certificate, chain } = lab(kind);
  return pkcs12File({ key, certificates: [...chain, certificate], password, iterations: 2, ...options });
}

const convert = (bytes: Uint8Array, options: Partial<ConvertPkcs12Options> = {}): Uint8Array =>
  convertPkcs12(bytes, { for: 'any', password, iterations, ...options });

describe('convertPkcs12', () => {
  test.each([
    ['any', 'rsa-2048', 'PBE-SHA1-3DES', 'HMAC-SHA-1', '4.0'],
    ['any', 'p256', 'PBE-SHA1-3DES', 'HMAC-SHA-1', '4.0'],
    ['ios18', 'rsa-2048', 'AES-256-CBC with PBKDF2-HMAC-SHA-256', 'HMAC-SHA-256', '18.0'],
    ['ios18', 'p256', 'AES-256-CBC with PBKDF2-HMAC-SHA-256', 'HMAC-SHA-256', '18.0'],
  ] as const)('writes the form %s with a key of the kind %s', (form, kind, algorithm, mac, from) => {
    const { key, certificate, chain } = lab(kind);
    const converted = convert(file(form === 'any' ? modernPkcs12 : oldPkcs12, kind), { for: form });
    const localKeyID = createHash('sha1').update(certificate.der).digest('hex').toUpperCase();
    const report = inspectPkcs12(converted, { password });
    expect(report).toMatchObject({
      mac: { algorithm: mac, iterations },
      safes: [
        { encryption: { algorithm, iterations }, bags: [{ kind: 'certificate', localKeyID }, {}, {}] },
        { bags: [{ kind: 'shrouded-key', encryption: { algorithm, iterations }, localKeyID }] },
      ],
      identity: { certificate: { name: 'Lab Profile Signer' }, localKeyID },
    });
    expect(report.imports[0]).toEqual({ os: 'iOS', from });
    expect(report.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const content = readPkcs12(converted, { password });
    expect(content.key.equals(key)).toBe(true);
    expect(content.certificates.map(({ certificate: { raw } }) => raw)).toEqual([
      certificate.der,
      ...chain.map(({ der }) => der),
    ]);
  });

  test('mends what devices object to', () => {
    const broken = file({ ...oldPkcs12, localKeyID: 'none', keyEncryption: 'none', isNested: true });
    expect(inspectPkcs12(broken, { password }).imports).toEqual([]);
    expect(inspectPkcs12(convert(broken), { password }).issues.map(({ code }) => code)).toEqual(['p12-safe-profile']);
  });

  test('leaves out the chain, writes another name, and another password, when asked', () => {
    const options = { includeChain: false, friendlyName: 'Zoë 🔑', newPassword: 'SENTINEL-new' };
    const report = inspectPkcs12(convert(file(), options), { password: 'SENTINEL-new' });
    expect(report).toMatchObject({ certificates: 1, identity: { friendlyName: 'Zoë 🔑', chain: [] } });
  });

  test('keeps the name of the file, and writes each certificate once', () => {
    const { certificate, chain } = lab('p256');
    const bytes = file({ certificates: [certificate, ...chain, chain[0], certificate], friendlyName: 'Anna' });
    const report = inspectPkcs12(convert(bytes), { password });
    expect(report).toMatchObject({ certificates: 3, identity: { friendlyName: 'Anna' } });
  });

  test('takes a new salt each time', () => {
    expect(convert(file())).not.toEqual(convert(file()));
  });

  test.each<[title: string, code: string, options: Partial<ConvertPkcs12Options>]>([
    ['a wrong password', 'ERR_PKCS12_UNREADABLE', { password: 'SENTINEL-wrong' }],
    ['an empty new password', 'ERR_PKCS12_PASSWORD', { newPassword: '' }],
    ['a new password with a NUL', 'ERR_PKCS12_PASSWORD', { newPassword: 'SENTINEL\0' }],
  ])('refuses %s with %s', (_, code, options) => {
    expect(() => convert(file(), options)).toThrow(
      expect.objectContaining({ code, message: expect.not.stringContaining('SENTINEL') as string }) as Error,
    );
  });

  test('refuses a key that belongs to none of the certificates', () => {
    expect(() => convert(file({ certificates: lab('p256').chain }))).toThrow(
      expect.objectContaining({ code: 'ERR_KEY_MISMATCH' }) as Error,
    );
  });

  test.each<[title: string, options: object, message: string]>([
    ['a form that there is not', { for: 'ios17' }, 'options.for must be "any" or "ios18"'],
    ['no form', { for: undefined }, 'options.for is missing'],
    ['too few iterations', { iterations: 999 }, 'options.iterations must be a whole number from 1000 to 500000'],
    ['too many iterations', { iterations: 500_001 }, 'options.iterations must be a whole number from 1000 to 500000'],
    ['half an iteration', { iterations: 1000.5 }, 'options.iterations must be a whole number'],
  ])('is a TypeError for %s', (_, options, message) => {
    expect(() => convert(file(), options)).toThrow(TypeError);
    expect(() => convert(file(), options)).toThrow(message);
  });
});
