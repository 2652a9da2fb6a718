import { describe, expect, test } from 'vitest';
import type { PlatformVersion } from '../../../../src/device/platform.js';
import type { Issue } from '../../../../src/diagnostics/issue.js';
import { pkcs12Issues } from '../../../../src/diagnostics/issues/pkcs12.js';
import { openedFacts, visibleFacts } from '../../../../src/pki/pkcs12-facts.js';
import { readPkcs12Structure } from '../../../../src/pki/pkcs12-structure.js';
import { diagnosePkcs12, listImportingSystems } from '../../../../src/trust/pkcs12/diagnose-pkcs12.js';
import { leaf, rootCA } from '../../../support/authorities.js';
import {
  foreignSafe,
  modernPkcs12,
  oldPkcs12,
  pkcs12File,
  safeBag,
  type Pkcs12FileOptions,
} from '../../../support/pkcs12-file.js';
import { nullValue } from '../../../support/der.js';
import { testKey, type KeyKind } from '../../../support/test-key.js';

const root = rootCA();
const password = 'pkcs12 password';

function made(options: Pkcs12FileOptions, kind: KeyKind = 'p256'): Uint8Array {
  const pair = testKey(kind, 2);
  const certificates = [leaf(root, { key: pair }), root];
  return pkcs12File({ key: pair.privateKey, certificates, iterations: 2, password, ...options });
}

interface Diagnosis {
  readonly issues: readonly Issue[];
  /** The codes, in order, an error with a cross. */
  readonly codes: readonly string[];
  readonly systems: readonly string[];
}

function diagnose(bytes: Uint8Array, opening: string | null = password, platform?: PlatformVersion): Diagnosis {
  const structure = readPkcs12Structure(bytes);
  const facts = opening === null ? visibleFacts(structure) : openedFacts(structure, opening, {});
  const issues = diagnosePkcs12(facts, platform);
  return {
    issues,
    codes: issues.map(({ code, severity }) => `${severity} ${code}`),
    systems: listImportingSystems(issues).map(({ os, from }) => `${os} ${from}`),
  };
}

const everywhere = ['iOS 4.0', 'macOS 10.7', 'tvOS 9.0', 'watchOS 3.0', 'visionOS 1.0'];
const modern = ['iOS 18.0', 'macOS 15.0', 'tvOS 18.0', 'watchOS 11.0', 'visionOS 2.0'];
const minimum = 'warning p12-pbes2-min-os';
const keychain = 'warning p12-macos-legacy-path';
const weak = 'info p12-safe-profile';

describe('a PKCS#12 file', () => {
  test.each<[title: string, options: Pkcs12FileOptions, codes: string[], systems: string[]]>([
    ['in the old way', oldPkcs12, [weak], everywhere],
    ['in the new way', modernPkcs12, [minimum, keychain], modern],
    ['with 3DES and a MAC by SHA-256', { ...oldPkcs12, mac: { hash: 'sha256' } }, [minimum], modern],
    ['with 3DES and a MAC by SHA-512', { ...oldPkcs12, mac: { hash: 'sha512' } }, [minimum], modern],
    ['with AES and a MAC by SHA-1', { ...modernPkcs12, mac: { hash: 'sha1' } }, [minimum, keychain], modern],
    [
      'with AES-128',
      { ...modernPkcs12, keyEncryption: { cipher: 'aes-128-cbc' } },
      ['error p12-pbes2-exact', minimum, keychain],
      [],
    ],
    [
      'with AES-256 and HMAC-SHA-1, the default of PBKDF2',
      { ...modernPkcs12, certificateEncryption: { prf: 'sha1' } },
      ['error p12-pbes2-exact', minimum, keychain],
      [],
    ],
    [
      'with 3DES of two keys',
      { ...oldPkcs12, keyEncryption: { cipher: 'des-ede-cbc' } },
      ['error p12-2key-3des', weak],
      [],
    ],
    [
      'with PBMAC1',
      { ...modernPkcs12, mac: { pbmac1: { keyLength: 32 } } },
      ['error p12-mac-required', minimum, keychain],
      [],
    ],
    ['with a key in the clear', { ...oldPkcs12, keyEncryption: 'none' }, ['error p12-key-bag', weak], []],
    ['with a key in a bag of bags', { ...oldPkcs12, isNested: true }, ['error p12-key-bag', weak], []],
    [
      'with a bag that nobody knows',
      { ...oldPkcs12, moreBags: [safeBag(7, nullValue())] },
      ['error p12-bag-unknown', weak],
      [],
    ],
    [
      'with a secret bag, which is passed over',
      { ...oldPkcs12, moreBags: [safeBag(5, nullValue())] },
      [weak],
      everywhere,
    ],
    ['without localKeyID', { ...oldPkcs12, localKeyID: 'none' }, ['error p12-localkeyid', weak], []],
    [
      'with localKeyID on the key alone, and one name for both',
      { ...oldPkcs12, localKeyID: 'key', friendlyName: 'Anna' },
      ['error p12-localkeyid', weak],
      [],
    ],
    [
      'without localKeyID, and one name for both',
      { ...oldPkcs12, localKeyID: 'none', friendlyName: 'Anna' },
      [weak],
      everywhere,
    ],
    [
      'with two keys',
      { ...oldPkcs12, moreKeys: [testKey('p256', 3).privateKey] },
      ['error pkcs12-content-one-identity', minimum, keychain],
      [],
    ],
    ['without certificates', { ...oldPkcs12, certificates: [] }, ['error pkcs12-content-one-identity', weak], []],
    ['with the certificate of another', { ...oldPkcs12, certificates: [root] }, ['error p12-key-mismatch', weak], []],
  ])('%s', (_, options, codes, systems) => {
    expect(diagnose(made(options))).toMatchObject({ codes, systems });
  });

  test.each<[KeyKind, string[]]>([
    ['rsa-2048', [weak]],
    ['p521', [weak]],
    ['ed25519', ['error p12-key-type', weak]],
  ])('with a key of the kind %s', (kind, codes) => {
    expect(diagnose(made(oldPkcs12, kind)).codes).toEqual(codes);
  });

  test.each<[title: string, written: string | null, opening: string, codes: string[]]>([
    ['that is empty', '', '', ['warning p12-password', weak]],
    ['that is missing', null, '', ['error p12-password', weak]],
    ['that is not ASCII', 'Äpfel', 'Äpfel', ['info p12-password-ascii', weak]],
  ])('with a password %s', (_, written, opening, codes) => {
    expect(diagnose(made({ ...oldPkcs12, password: written }), opening).codes).toEqual(codes);
  });

  test('without a MAC', () => {
    const bytes = made({ ...oldPkcs12, mac: 'none' });
    expect(diagnose(bytes, null)).toMatchObject({ codes: ['error p12-mac-required'], systems: [] });
  });

  test.each([
    ['scrypt', { kdfOid: '1.3.6.1.4.1.11591.4.11' }, 'AES-256-CBC with scrypt'],
    ['a cipher of no known kind', { cipherOid: '1.2.3' }, '1.2.3 with PBKDF2-HMAC-SHA-256'],
  ])('with %s is told from outside', (_, encryption, name) => {
    const { issues } = diagnose(made({ ...modernPkcs12, keyEncryption: encryption }), null);
    expect(issues[0]).toMatchObject({ code: 'p12-pbes2-exact', message: expect.stringContaining(name) as string });
  });

  test('with a safe for a public key is told from outside', () => {
    const { codes } = diagnose(made({ ...oldPkcs12, moreSafes: [foreignSafe()] }), null);
    expect(codes).toEqual(['error p12-encryption-unknown', weak]);
  });

  test('that asks for more than a million iterations', () => {
    const many = { cipher: 'aes-256-cbc', saidIterations: 1_000_001 } as const;
    const { issues } = diagnose(made({ ...modernPkcs12, certificateEncryption: many }), null);
    expect(issues.at(-1)).toMatchObject({ code: 'p12-iterations', severity: 'warning' });
    const fewer = made({ ...modernPkcs12, certificateEncryption: { ...many, saidIterations: 1_000_000 } });
    expect(diagnose(fewer, null).codes).toEqual([minimum, keychain]);
  });
});

describe('a file in the new way', () => {
  test.each<[PlatformVersion, string[]]>([
    [{ os: 'iOS', version: '17.6' }, ['error p12-pbes2-min-os']],
    [{ os: 'iOS', version: '18.0' }, ['info p12-pbes2-min-os']],
    [{ os: 'macOS', version: '14.7' }, ['error p12-pbes2-min-os', keychain]],
    [{ os: 'macOS', version: '15.0' }, ['info p12-pbes2-min-os', keychain]],
    [{ os: 'watchOS', version: '10.6' }, ['error p12-pbes2-min-os']],
    [{ os: 'visionOS', version: '2.0' }, ['info p12-pbes2-min-os']],
  ])('for %j', (platform, codes) => {
    expect(diagnose(made(modernPkcs12), password, platform).codes).toEqual(codes);
  });

  test('is judged alike from outside', () => {
    expect(diagnose(made(modernPkcs12), null)).toMatchObject({ codes: [minimum, keychain], systems: modern });
  });
});

test('every rule about PKCS#12 has a hint that says a command or what to use', () => {
  for (const [code, { hint }] of Object.entries(pkcs12Issues)) expect(hint, code).toBeDefined();
});
