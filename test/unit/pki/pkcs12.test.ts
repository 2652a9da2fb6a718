import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { derInteger, derNull, derOctetString, derSequence } from '../../../src/asn1/der.js';
import { createSigner } from '../../../src/cms/create-signer.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { readPkcs12, type ReadPkcs12Options } from '../../../src/pki/pkcs12.js';
import { issue, keyPair } from '../trust/lab.js';
import {
  assemblePfx,
  certificateBag,
  encryptedSafe,
  keyBag,
  nestedBag,
  plainSafe,
  shroudedKeyBag,
  type PfxOptions,
} from './assemble-pkcs12.js';

const root = issue();
const leaf = issue({ issuer: root, key: 'P-256 b', extensions: [] });
const key = leaf.keys.privateKey;
const password = 'sentinel-3c1d';
const certificates = [certificateBag(leaf.certificate.raw), certificateBag(root.certificate.raw)];

/** What openssl 3 writes: certificates encrypted, the key encrypted in a plain safe. */
const usual = (options: Partial<PfxOptions> = {}): Uint8Array =>
  assemblePfx(
    { password, ...options },
    encryptedSafe({ password }, ...certificates),
    plainSafe(shroudedKeyBag(key, { password })),
  );

function errorOf(bytes: Uint8Array, options: Partial<ReadPkcs12Options> = {}): unknown {
  try {
    readPkcs12(bytes, { password, ...options });
  } catch (error) {
    return error;
  }
  return expect.unreachable('the file was read');
}

function codeOf(bytes: Uint8Array, options: Partial<ReadPkcs12Options> = {}): string {
  const error = errorOf(bytes, options);
  if (isProfilewrightError(error)) return error.code;
  throw error;
}

describe('readPkcs12', () => {
  test.each([
    ['PBES2, as openssl 3 writes it', usual()],
    ['nothing encrypted', assemblePfx({ password }, plainSafe(keyBag(key), ...certificates))],
    [
      'the key inside the encrypted safe',
      assemblePfx({ password }, encryptedSafe({ password }, ...certificates, shroudedKeyBag(key, { password }))),
    ],
    ['bags inside a bag', assemblePfx({ password }, plainSafe(nestedBag(keyBag(key), nestedBag(...certificates))))],
  ])('reads %s', (_, bytes) => {
    const content = readPkcs12(bytes, { password });
    expect(content.key.equals(key)).toBe(true);
    expect(content.certificates.map(({ certificate: { raw } }) => raw)).toEqual([
      leaf.certificate.raw,
      root.certificate.raw,
    ]);
  });

  test.each(['pässwörd€', 'пароль', '🔑 key'])(
    'takes the password "%s", which is UTF-8 here and UTF-16 there',
    (secret) => {
      const safe = encryptedSafe({ password: secret }, keyBag(key), ...certificates);
      const bytes = assemblePfx({ password: secret }, safe);
      expect(readPkcs12(bytes, { password: secret }).key.equals(key)).toBe(true);
    },
  );

  test.each([null, ''])('takes the empty password, written as %j', (written) => {
    const bytes = assemblePfx({ password: written }, encryptedSafe({ password: '' }, keyBag(key), ...certificates));
    expect(readPkcs12(bytes, { password: '' }).key.equals(key)).toBe(true);
  });

  test.each(['3des', 'aes128', 'aes256'] as const)('reads what node-forge writes with %s', (algorithm) => {
    const rsa = keyPair('RSA-2048').privateKey;
    const forgeKey = forge.pki.privateKeyFromPem(rsa.export({ type: 'pkcs1', format: 'pem' }).toString());
    const holder = issue({ key: 'RSA-2048' }).certificate;
    const forgeCertificate = forge.pki.certificateFromAsn1(
      forge.asn1.fromDer(Buffer.from(holder.raw).toString('latin1')),
    );
    const asn1 = forge.pkcs12.toPkcs12Asn1(forgeKey, [forgeCertificate], password, { algorithm, count: 100 });
    const bytes = Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1');
    const content = readPkcs12(bytes, { password });
    expect(content.key.equals(rsa)).toBe(true);
    expect(content.certificates.map(({ certificate: { raw } }) => raw)).toEqual([holder.raw]);
  });

  test('gives createSigner an identity', async () => {
    const signer = await createSigner({ pkcs12: usual(), passphrase: password });
    expect(signer.certificate.raw).toEqual(leaf.certificate.raw);
    expect(signer.chain.map(({ raw }) => raw)).toEqual([root.certificate.raw]);
  });
});

describe('readPkcs12 says one thing only about', () => {
  const other = encryptedSafe({ password: 'other' }, ...certificates);
  const flipped = Uint8Array.from(usual());
  flipped[200] = (flipped[200] ?? 0) ^ 1;
  test.each<[string, Uint8Array, string]>([
    ['a wrong password', usual(), 'wrong'],
    ['the empty password', usual(), ''],
    ['a changed byte', flipped, password],
    ['a MAC that is another', usual({ mac: (sound) => sound.map((octet) => octet ^ 1) }), password],
    ['a safe under another password', assemblePfx({ password }, other, plainSafe(keyBag(key))), password],
    [
      'a key under another password',
      assemblePfx({ password }, plainSafe(shroudedKeyBag(key, { password: 'x' }), ...certificates)),
      password,
    ],
    ['a key that is none', assemblePfx({ password }, plainSafe(...certificates, bagOfNothing())), password],
    ['a file without MAC', usual({ mac: 'none' }), password],
    ['a MAC of half the length', usual({ mac: (sound) => sound.subarray(16) }), password],
    ['an empty MAC', usual({ mac: () => new Uint8Array() }), password],
    ['a file that is cut', usual().subarray(0, 300), password],
    ['a file with bytes behind it', Buffer.concat([usual(), Uint8Array.of(0)]), password],
    ['a bag of another form', assemblePfx({ password }, plainSafe(derSequence(derNull()))), password],
    ['a safe of another form', assemblePfx({ password }, derSequence(derInteger(1))), password],
    ['a PFX of another form', derSequence(derInteger(3), derOctetString(Uint8Array.of(1)), derNull()), password],
  ])('%s', (_, bytes, passphrase) => {
    const error = errorOf(bytes, { password: passphrase }) as Error;
    expect(isProfilewrightError(error, 'ERR_PKCS12_UNREADABLE')).toBe(true);
    expect(error.message).toBe(
      'the PKCS#12 file cannot be opened: the password is wrong, or the file is damaged or has no MAC',
    );
    expect(error.cause).toBeUndefined();
    expect(JSON.stringify(error) + String(error.stack)).not.toContain(password);
  });
});

describe('readPkcs12 refuses', () => {
  const withIterations = (saidIterations: number | bigint): Uint8Array =>
    assemblePfx({ password }, encryptedSafe({ password, saidIterations }, ...certificates), plainSafe(keyBag(key)));
  const hidden = assemblePfx(
    { password },
    encryptedSafe({ password }, ...certificates, shroudedKeyBag(key, { password, saidIterations: 2 ** 31 })),
  );
  test.each<[string, string, Uint8Array]>([
    ['nothing', 'ERR_INPUT_EMPTY', new Uint8Array()],
    ['a text', 'ERR_PKCS12_MALFORMED', Buffer.from('-----BEGIN PKCS12-----')],
    ['a certificate', 'ERR_PKCS12_MALFORMED', leaf.certificate.raw],
    ['17 MiB', 'ERR_INPUT_TOO_LARGE', new Uint8Array(17 << 20)],
    ['a MAC with MD5', 'ERR_PKCS12_ALGORITHM', usual({ digestOid: '1.2.840.113549.2.5' })],
    ['PBMAC1', 'ERR_PKCS12_ALGORITHM', usual({ digestOid: '1.2.840.113549.1.5.14' })],
    ['2^31 MAC iterations', 'ERR_PKCS12_ITERATIONS', usual({ saidIterations: 2 ** 31 })],
    ['2^70 MAC iterations', 'ERR_PKCS12_ITERATIONS', usual({ saidIterations: 2n ** 70n })],
    ['zero MAC iterations', 'ERR_PKCS12_ITERATIONS', usual({ saidIterations: 0 })],
    ['negative MAC iterations', 'ERR_PKCS12_ITERATIONS', usual({ saidIterations: -1 })],
    ['2^31 iterations of encryption', 'ERR_PKCS12_ITERATIONS', withIterations(2 ** 31)],
    ['2^70 iterations of encryption', 'ERR_PKCS12_ITERATIONS', withIterations(2n ** 70n)],
    ['zero iterations of encryption', 'ERR_PKCS12_ITERATIONS', withIterations(0)],
    ['2^31 iterations that only show after decryption', 'ERR_PKCS12_ITERATIONS', hidden],
    [
      'scrypt',
      'ERR_PKCS12_ALGORITHM',
      assemblePfx({ password }, encryptedSafe({ password, kdf: '1.3.6.1.4.1.11591.4.11' }, ...certificates)),
    ],
    [
      'a cipher of no known kind',
      'ERR_PKCS12_ALGORITHM',
      assemblePfx({ password }, encryptedSafe({ password, cipher: '1.2.3' }, ...certificates)),
    ],
    ['certificates without a key', 'ERR_PKCS12_CONTENT', assemblePfx({ password }, plainSafe(...certificates))],
    ['a key without certificates', 'ERR_PKCS12_CONTENT', assemblePfx({ password }, plainSafe(keyBag(key)))],
    ['two keys', 'ERR_PKCS12_CONTENT', assemblePfx({ password }, plainSafe(keyBag(key), keyBag(key), ...certificates))],
  ])('%s', (_, code, bytes) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test('more iterations than the caller allows, and tells how many they are', () => {
    expect(errorOf(usual({ iterations: 12 }), { maxPkcs12KdfIterations: 11 })).toMatchObject({
      details: { kdf: 'PKCS#12 KDF', iterations: 12, maximum: 11 },
    });
    expect(errorOf(usual(), { maxPbkdf2Iterations: 9 })).toMatchObject({
      details: { kdf: 'PBKDF2', iterations: 10, maximum: 9 },
    });
  });

  test('safes whose iterations are too many together', () => {
    const bytes = assemblePfx(
      { password },
      encryptedSafe({ password, iterations: 6 }, ...certificates),
      encryptedSafe({ password, iterations: 6 }, keyBag(key)),
    );
    expect(codeOf(bytes, { maxPbkdf2Iterations: 11 })).toBe('ERR_PKCS12_ITERATIONS');
    expect(readPkcs12(bytes, { password, maxPbkdf2Iterations: 12 }).key.equals(key)).toBe(true);
  });

  test('an identity whose key belongs to none of its certificates', async () => {
    const stranger = assemblePfx({ password }, plainSafe(keyBag(keyPair('P-384').privateKey), ...certificates));
    await expect(createSigner({ pkcs12: stranger, passphrase: password })).rejects.toMatchObject({
      code: 'ERR_KEY_MISMATCH',
    });
  });
});

describe('a damaged file', () => {
  const outputs: unknown[] = [];
  const spies: { mockRestore(): void }[] = [];
  beforeAll(() => {
    for (const method of ['log', 'warn', 'error'] as const) {
      spies.push(vi.spyOn(console, method).mockImplementation((...parts) => void outputs.push(parts)));
    }
  });
  afterAll(() => spies.forEach((spy) => spy.mockRestore()));

  test('ends in an error of this package, wherever it is damaged, and prints nothing', () => {
    const sound = usual();
    for (let index = 0; index < sound.length; index += 1) {
      const bytes = Uint8Array.from(sound);
      bytes[index] = (bytes[index] ?? 0) ^ 0x11;
      try {
        readPkcs12(bytes, { password, maxPkcs12KdfIterations: 1000, maxPbkdf2Iterations: 1000 });
      } catch (error) {
        if (!isProfilewrightError(error)) throw error;
      }
    }
    expect(outputs).toEqual([]);
  });
});

function bagOfNothing(): Uint8Array {
  const keyLike = keyBag(key);
  return Buffer.concat([keyLike.subarray(0, keyLike.length - 60), new Uint8Array(60)]);
}
