import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { isIdentity } from '../../../src/profile/identity.js';
import { pkcs12Identity, type Pkcs12IdentityOptions } from '../../../src/profile/pkcs12-identity.js';
import { signerChain } from '../../support/authorities.js';
import { modernPkcs12, oldPkcs12, pkcs12File, type Pkcs12FileOptions } from '../../support/pkcs12-file.js';
import { testKey } from '../../support/test-key.js';

const password = 'SENTINEL-p12';
const { key, certificate, chain } = signerChain('p256');
const [intermediate, root] = chain;

const file = (options: Pkcs12FileOptions = {}): Uint8Array =>
  pkcs12File({ key, certificates: [certificate, ...chain], password, iterations: 2, ...oldPkcs12, ...options });
const identityOf = (bytes = file(), options: Partial<Pkcs12IdentityOptions> = {}) =>
  pkcs12Identity(bytes, { password, ...options });

function codeOf(bytes: Uint8Array, options: Partial<Pkcs12IdentityOptions> = {}): string {
  try {
    identityOf(bytes, options);
    return 'read';
  } catch (error) {
    expect(inspect(error, { depth: 9 })).not.toContain('SENTINEL');
    expect(JSON.stringify(error)).not.toContain('SENTINEL');
    if (isProfilewrightError(error)) return error.code;
    throw error;
  }
}

describe('pkcs12Identity', () => {
  test('holds the file, the certificate, the chain in its order, and the name', () => {
    const bytes = file({
      certificates: [root, certificate, intermediate],
      localKeyID: 'none',
      friendlyName: 'Anna Ä 🔑',
    });
    const identity = identityOf(bytes);
    expect(identity.certificate.raw).toEqual(certificate.der);
    expect(identity.chain.map(({ raw }) => raw)).toEqual([intermediate.der, root.der]);
    expect(identity.friendlyName).toBe('Anna Ä 🔑');
    expect(identity.container.reveal()).toEqual(bytes);
    expect(identity.issues.map(({ code }) => code)).toEqual(['p12-localkeyid', 'p12-safe-profile']);
  });

  test('keeps a copy of the file', () => {
    const bytes = file();
    const identity = identityOf(bytes);
    const before = Uint8Array.from(bytes);
    bytes.fill(0);
    expect(identity.container.reveal()).toEqual(before);
  });

  test('keeps the password only to embed it', () => {
    expect(identityOf().password).toBeUndefined();
    expect(identityOf(file(), { embedPassword: false }).password).toBeUndefined();
    expect(identityOf(file(), { embedPassword: true }).password?.reveal()).toBe(password);
  });

  test('takes of several certificates of the key the one that the file pairs with it', () => {
    const renewed = signerChain('p256', { signer: { subject: 'Renewed' } }).certificate;
    const first = identityOf(file({ certificates: [renewed, certificate] }));
    expect(first.certificate.name).toBe('"Renewed"');
    expect(first.chain.map(({ raw }) => raw)).toEqual([certificate.der]);
  });

  test.each([
    ['RSA', 'rsa-2048', oldPkcs12],
    ['RSA', 'rsa-2048', modernPkcs12],
    ['P-384', 'p384', oldPkcs12],
    ['P-521', 'p521', modernPkcs12],
  ] as const)('reads a key of the kind %s', (_, kind, protection) => {
    const own = signerChain(kind);
    const identity = identityOf(file({ key: own.key, certificates: [own.certificate], ...protection }));
    expect(identity.certificate.raw).toEqual(own.certificate.der);
  });

  test.each<[title: string, code: string, options: Pkcs12FileOptions]>([
    ['two keys', 'ERR_PKCS12_CONTENT', { moreKeys: [testKey('p256', 3).privateKey] }],
    ['no certificate', 'ERR_PKCS12_CONTENT', { certificates: [] }],
    ['the certificate of another key', 'ERR_KEY_MISMATCH', { certificates: chain }],
    ['another password', 'ERR_PKCS12_UNREADABLE', { password: 'another' }],
    ['no MAC', 'ERR_PKCS12_UNREADABLE', { mac: 'none' }],
  ])('refuses %s with %s', (_, code, options) => {
    expect(codeOf(file(options))).toBe(code);
  });

  test('says how many keys there are', () => {
    const more = [3, 4, 5].map((index) => testKey('p256', index).privateKey);
    expect(() => identityOf(file({ moreKeys: more }))).toThrow('found 4 keys and 3 certificates');
  });

  test.each([
    ['a NUL', 'SENTINEL\0'],
    ['half a character', 'SENTINEL\ud83d'],
  ])('refuses a password with %s, and does not show it', (_, odd) => {
    expect(codeOf(file(), { password: odd })).toBe('ERR_PKCS12_PASSWORD');
  });

  test('limits the work as it is told', () => {
    expect(codeOf(file({ iterations: 4 }), { maxPkcs12KdfIterations: 11 })).toBe('ERR_PKCS12_ITERATIONS');
    expect(codeOf(file({ iterations: 4 }), { maxPkcs12KdfIterations: 12 })).toBe('read');
    const modern = file({ ...modernPkcs12, iterations: 4 });
    expect(codeOf(modern, { maxPbkdf2Iterations: 7 })).toBe('ERR_PKCS12_ITERATIONS');
    expect(codeOf(modern, { maxPbkdf2Iterations: 8, maxPkcs12KdfIterations: 4 })).toBe('read');
  });

  test.each<[title: string, call: () => unknown, message: string]>([
    ['text', () => pkcs12Identity('MII' as never, { password }), 'p12 must be a Uint8Array'],
    ['no options', () => pkcs12Identity(file(), undefined as never), 'options must be a plain object'],
    ['no password', () => pkcs12Identity(file(), {} as never), 'options.password is missing'],
    [
      'a number as password',
      () => pkcs12Identity(file(), { password: 1 as never }),
      'options.password must be a string',
    ],
    [
      'an option that there is not',
      () => identityOf(file(), { passphrase: 'x' } as never),
      'options.passphrase is not known',
    ],
    ['a limit that is none', () => identityOf(file(), { maxPbkdf2Iterations: Number.NaN }), 'must be a whole number'],
  ])('is a TypeError for %s', (_, call, message) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });
});

describe('an identity', () => {
  const identity = identityOf(file({ friendlyName: 'Anna' }), { embedPassword: true });
  const copies = { 'as it is': identity, spread: { ...identity }, assigned: Object.assign({}, identity) };

  test.each(Object.entries(copies))('is one, %s, and shows neither key nor password', (_, copy) => {
    expect(isIdentity(copy)).toBe(true);
    expect(copy.password?.reveal()).toBe(password);
    expect(copy.container.reveal()).toEqual(file({ friendlyName: 'Anna' }));
    const shown = [
      inspect(copy, { depth: 9, showHidden: true, getters: true }),
      JSON.stringify(copy, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
      `${String(copy.password)} ${String(copy.container)}`,
    ];
    for (const text of shown) {
      expect(text).not.toContain('SENTINEL');
      expect(text).toContain('[secret]');
    }
  });

  test('is frozen, down to its secrets', () => {
    expect(Object.isFrozen(identity)).toBe(true);
    expect(Object.isFrozen(identity.chain)).toBe(true);
    expect(Object.isFrozen(identity.issues)).toBe(true);
    expect(Object.isFrozen(identity.password)).toBe(true);
  });

  test('is none once something has copied it through JSON or to another thread', () => {
    expect(isIdentity(JSON.parse(JSON.stringify({ name: identity.friendlyName })))).toBe(false);
    expect(isIdentity(structuredClone({ ...identity }))).toBe(false);
    for (const other of [undefined, null, 'pkcs12', { kind: 'pkcs12' }]) expect(isIdentity(other)).toBe(false);
  });
});
