import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isProfilewrightError, type ProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { IterationBudget } from '../../../src/pki/iteration-budget.js';
import { openPkcs12 } from '../../../src/pki/open-pkcs12.js';
import { readWholePkcs12, takeContent } from '../../../src/pki/pkcs12.js';
import { signerChain } from '../../support/authorities.js';
import { concat, sequence, type Bytes } from '../../support/der.js';
import {
  certificateBag,
  encryptedSafe,
  modernPkcs12,
  oldPkcs12,
  pkcs12File,
  safeBag,
  shroudedKeyBag,
  type Pkcs12FileOptions,
} from '../../support/pkcs12-file.js';
import { testKey } from '../../support/test-key.js';

const password = 'SENTINEL-hostile';
const { key, certificate, chain } = signerChain('p256');
const certificates = [certificate, ...chain];
const protection = { password, iterations: 2, cipher: 'aes-256-cbc' } as const;
const nothing = { 'PKCS#12 KDF': 0, PBKDF2: 0 };

const file = (options: Pkcs12FileOptions = {}): Bytes =>
  pkcs12File({ key, certificates, password, iterations: 2, ...options });

interface Attempt {
  readonly code: string;
  readonly error?: ProfilewrightError;
  readonly spent: Readonly<Record<string, number>>;
}

/** Opens the file and takes out its identity; tells the iterations that were run until then. */
function attempt(bytes: Uint8Array, secret = password, budget = new IterationBudget()): Attempt {
  try {
    takeContent(openPkcs12(readWholePkcs12(bytes), secret, budget), budget);
    return { code: 'read', spent: budget.spent };
  } catch (error) {
    if (!isProfilewrightError(error)) throw error;
    expect(inspect(error, { depth: 9 }) + String(error.stack)).not.toContain('SENTINEL');
    return { code: error.code, error, spent: budget.spent };
  }
}

describe('iteration bombs end before a single iteration', () => {
  const bomb = (saidIterations: number | bigint) => ({ saidIterations });
  test.each<[title: string, options: Pkcs12FileOptions]>([
    ['in the MAC', { mac: bomb(2 ** 31 - 1) }],
    ['in the MAC, one more than the limit', { mac: bomb(500_001) }],
    ['in the MAC, beyond 64 bits', { mac: bomb(2n ** 70n) }],
    ['in the MAC, none', { mac: bomb(0) }],
    ['in the MAC, less than none', { mac: bomb(-1) }],
    ['in PBMAC1', { mac: { pbmac1: { keyLength: 32 }, ...bomb(2 ** 31 - 1) } }],
    ['in the key, by PBKDF2', { keyEncryption: bomb(2_000_001) }],
    ['in the key, by the KDF of PKCS#12', { keyEncryption: { cipher: 'des-ede3-cbc', ...bomb(500_001) } }],
    ['in the certificates', { certificateEncryption: bomb(2 ** 40) }],
    ['in the certificates, none', { certificateEncryption: bomb(0) }],
    ['in both, each within the limit', { keyEncryption: bomb(1_000_001), certificateEncryption: bomb(1_000_001) }],
    [
      'spread over MAC and key',
      {
        ...oldPkcs12,
        mac: { hash: 'sha1', ...bomb(400_000) },
        keyEncryption: { cipher: 'des-ede3-cbc', ...bomb(100_001) },
      },
    ],
    ['spread over many keys', { moreKeys: Array.from({ length: 20 }, () => key), keyEncryption: bomb(1_999_970) }],
  ])('%s', (_, options) => {
    expect(attempt(file(options))).toMatchObject({ code: 'ERR_PKCS12_ITERATIONS', spent: nothing });
  });

  test('also those that only show inside of something encrypted, as soon as they show', () => {
    const inside = shroudedKeyBag(key, { ...protection, saidIterations: 2 ** 31 - 1 });
    const safe = encryptedSafe(sequence(certificateBag(certificate.der), inside), protection);
    const bytes = pkcs12File({ password, iterations: 2, moreSafes: [safe] });
    expect(attempt(bytes)).toMatchObject({
      code: 'ERR_PKCS12_ITERATIONS',
      spent: { 'PKCS#12 KDF': 2, PBKDF2: 2 },
    });
  });

  test('and what is within the limits is counted', () => {
    expect(attempt(file(modernPkcs12))).toMatchObject({ code: 'read', spent: { 'PKCS#12 KDF': 2, PBKDF2: 4 } });
    expect(attempt(file(oldPkcs12))).toMatchObject({ code: 'read', spent: { 'PKCS#12 KDF': 6, PBKDF2: 0 } });
  });

  test('a limit of 0 allows nothing, and one that is no number is refused', () => {
    const none = new IterationBudget({ maxPkcs12KdfIterations: 0 });
    expect(attempt(file(oldPkcs12), password, none)).toMatchObject({ code: 'ERR_PKCS12_ITERATIONS', spent: nothing });
    for (const limit of [Number.NaN, Infinity, -1, 1.5, '9' as never]) {
      expect(() => new IterationBudget({ maxPbkdf2Iterations: limit })).toThrow(TypeError);
    }
  });
});

describe('who knows no password learns nothing', () => {
  const wrong = attempt(file(), 'SENTINEL-wrong');
  const sound = file();
  test.each<[title: string, bytes: Uint8Array]>([
    ['a MAC that was taken away', file({ mac: 'none' })],
    ['a MAC of one octet', file({ mac: { rewrite: (mac) => mac.subarray(0, 1) } })],
    ['a MAC without octets', file({ mac: { rewrite: () => new Uint8Array() } })],
    ['a MAC with an octet more', file({ mac: { rewrite: (mac) => concat(mac, Uint8Array.of(0)) } })],
    ['a MAC of another length by another hash', file({ mac: { rewrite: (mac) => mac.subarray(0, 20) } })],
    ['a PBMAC1 key of one octet', file({ mac: { pbmac1: { keyLength: 1 } } })],
    ['a PBMAC1 key of a megabyte', file({ mac: { pbmac1: { keyLength: 1 << 20 } } })],
    ['half of the file', sound.subarray(0, sound.length / 2)],
    ['octets behind the end', concat(sound, Uint8Array.of(0))],
    ['a salt that is no OCTET STRING', replaced(sound, sound.lastIndexOf(0x5a) - 9, 0x05)],
  ])('%s looks like a wrong password', (_, bytes) => {
    const { code, error } = attempt(bytes);
    expect(code).toBe('ERR_PKCS12_UNREADABLE');
    expect(error).toMatchObject({ message: wrong.error?.message, hint: wrong.error?.hint, details: {} });
    expect(error?.cause).toBeUndefined();
  });

  test('and nothing is decrypted before the MAC is right', () => {
    expect(attempt(file(modernPkcs12), 'SENTINEL-wrong').spent).toEqual({ 'PKCS#12 KDF': 2, PBKDF2: 0 });
  });
});

describe('content that is no identity', () => {
  const keys = [3, 4].map((index) => testKey('p256', index).privateKey);
  test.each<[title: string, options: Pkcs12FileOptions, found: { keys: number; certificates: number }]>([
    ['two keys', { moreKeys: keys.slice(0, 1) }, { keys: 2, certificates: 3 }],
    ['three keys', { moreKeys: keys }, { keys: 3, certificates: 3 }],
    ['no certificate', { certificates: [] }, { keys: 1, certificates: 0 }],
  ])('%s is counted before a key is decrypted', (_, options, found) => {
    const { code, error, spent } = attempt(file(options));
    expect({ code, spent }).toEqual({ code: 'ERR_PKCS12_CONTENT', spent: { 'PKCS#12 KDF': 2, PBKDF2: 0 } });
    expect(error?.details).toEqual(found);
  });

  test.each([1000, 5000])('%i bags end at the limit', (count) => {
    const bag = certificateBag(certificate.der);
    const bytes = file({ moreBags: Array.from({ length: count }, () => bag) });
    expect(attempt(bytes)).toMatchObject({ code: 'ERR_PKCS12_LIMIT', spent: nothing });
  });

  test('bags in many safes are counted together', () => {
    const bag = certificateBag(certificate.der);
    const moreSafes = Array.from({ length: 11 }, () =>
      encryptedSafe(sequence(...Array.from({ length: 100 }, () => bag)), protection),
    );
    expect(attempt(pkcs12File({ key, password, iterations: 2, moreSafes }))).toMatchObject({
      code: 'ERR_PKCS12_LIMIT',
      error: { details: { limit: 'bags', maximum: 1000 } },
    });
  });

  test('bags in bags in bags end at the depth', () => {
    let bag = certificateBag(certificate.der);
    for (let depth = 0; depth < 40; depth += 1) bag = safeBag(6, sequence(bag));
    expect(attempt(file({ moreBags: [bag] }))).toMatchObject({
      code: 'ERR_PKCS12_LIMIT',
      error: { details: { limit: 'depth' } },
    });
  });

  test('a hundred thousand empty values end at the nodes', () => {
    const empty = new Uint8Array(200_000).map((_, index) => (index % 2 === 0 ? 0x30 : 0));
    expect(attempt(file({ moreBags: [empty] }))).toMatchObject({
      code: 'ERR_PKCS12_LIMIT',
      error: { details: { limit: 'nodes' } },
    });
  });

  test('16 MiB and an octet are too much', () => {
    expect(attempt(new Uint8Array(16 * 1024 * 1024 + 1)).code).toBe('ERR_INPUT_TOO_LARGE');
  });
});

function replaced(bytes: Uint8Array, index: number, octet: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[index] = octet;
  return copy;
}
