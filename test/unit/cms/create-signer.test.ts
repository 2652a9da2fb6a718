import { generateKeyPairSync, X509Certificate, type KeyObject } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createSigner, type SignerInput } from '../../../src/cms/create-signer.js';
import { openSignedData } from '../../../src/cms/open.js';
import { signContent } from '../../../src/cms/sign.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { decodeCertificate } from '../../../src/pki/certificate.js';
import { leaf, rootCA } from '../../support/authorities.js';
import { ascii, bitString, oid, sequence } from '../../support/der.js';
import type { CertificateOptions, IssuedCertificate } from '../../support/issue-certificate.js';
import { testKey, type KeyKind } from '../../support/test-key.js';

const root = rootCA({ key: testKey('p256', 3) });
const signerOf = (key: KeyKind, options: CertificateOptions = {}): IssuedCertificate =>
  leaf(root, { key, extensions: [], ...options });
const signer = signerOf('rsa-2048');
const { privateKey } = testKey('rsa-2048');
const content = ascii('<plist/>');
const keyPem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const sentinel = 'correct horse battery staple';

async function failure(input: unknown, options?: Parameters<typeof createSigner>[1]): Promise<unknown> {
  return createSigner(input as SignerInput, options).then(
    () => expect.unreachable('a signer was made'),
    (error: unknown) => error,
  );
}

async function codeOf(input: unknown, options?: Parameters<typeof createSigner>[1]): Promise<string> {
  const error = await failure(input, options);
  if (isProfilewrightError(error)) return error.code;
  throw error;
}

describe('createSigner', () => {
  const encrypted = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: sentinel });
  const ec = signerOf('p256');
  const ecKey = testKey('p256').privateKey;
  test.each<[string, SignerInput]>([
    ['KeyObject and Certificate', { key: privateKey, certificate: decodeCertificate(signer.der) }],
    [
      'KeyObject and Certificate, with a chain of them',
      { key: privateKey, certificate: decodeCertificate(signer.der), chain: [decodeCertificate(root.der)] },
    ],
    ['PEM and PEM', { key: keyPem(privateKey), certificate: signer.pem }],
    ['DER and DER', { key: privateKey.export({ type: 'pkcs8', format: 'der' }), certificate: signer.der }],
    [
      'PKCS#1 and X509Certificate',
      { key: privateKey.export({ type: 'pkcs1', format: 'pem' }), certificate: new X509Certificate(signer.pem) },
    ],
    ['SEC1', { key: ecKey.export({ type: 'sec1', format: 'pem' }), certificate: ec.der }],
    ['an encrypted key', { key: encrypted, passphrase: sentinel, certificate: signer.pem }],
    [
      'an encrypted key and bytes as passphrase',
      { key: encrypted, passphrase: Buffer.from(sentinel), certificate: signer.pem },
    ],
    ['a chain as certificate, root first', { key: privateKey, certificate: `${root.pem}${signer.pem}` }],
    ['an empty chain', { key: privateKey, certificate: signer.pem, chain: [] }],
    [
      'a chain that repeats the certificate',
      { key: privateKey, certificate: signer.pem, chain: [signer.pem, root.pem] },
    ],
  ])('makes a signer of %s', async (_, input) => {
    const made = await createSigner(input);
    const { signer: found } = openSignedData(await signContent(content, made));
    expect(found.raw).toEqual(('key' in input && made.algorithm === 'ES256' ? ec : signer).der);
  });

  test('keeps the certificates that are not the signer as chain', async () => {
    const made = await createSigner({
      key: privateKey,
      certificate: [root, signer].map(({ der }) => decodeCertificate(der)),
    });
    expect(made.certificate.raw).toEqual(signer.der);
    expect(made.chain.map(({ raw }) => raw)).toEqual([root.der]);
  });

  test.each<[KeyKind, string]>([
    ['rsa-2048', 'RS256'],
    ['p256', 'ES256'],
    ['p384', 'ES384'],
  ])('chooses for %s the algorithm %s', async (kind, algorithm) => {
    const made = await createSigner({ key: testKey(kind).privateKey, certificate: signerOf(kind).der });
    expect(made).toMatchObject({ algorithm });
  });

  test('gives a frozen value that shows nothing of the key', async () => {
    const made = await createSigner({ key: encrypted, passphrase: sentinel, certificate: signer.pem });
    const shown =
      inspect(made, { depth: Infinity, showHidden: true }) + JSON.stringify({ ...made, certificate: 0, chain: 0 });
    expect(Object.isFrozen(made)).toBe(true);
    expect(Object.isFrozen(made.chain)).toBe(true);
    expect(shown).not.toContain(sentinel);
    expect(shown).not.toContain('KeyObject');
  });

  test('takes a certificate whose point is compressed for the key that it is', async () => {
    const key = testKey('p256');
    const point = key.spki.subarray(-65);
    const compressed = Uint8Array.of(2 + ((point[64] ?? 0) & 1), ...point.subarray(1, 33));
    const curve = sequence(oid('1.2.840.10045.2.1'), oid('1.2.840.10045.3.1.7'));
    const certificate = signerOf('p256', { spki: sequence(curve, bitString(compressed)) });
    const made = await createSigner({ key: key.privateKey, certificate: certificate.der });
    expect(openSignedData(await signContent(content, made)).content).toEqual(content);
  });
});

describe('createSigner refuses', () => {
  const kinds: KeyKind[] = ['ed25519', 'ed448', 'rsa-pss', 'dsa-2048', 'p521', 'p224', 'secp256k1', 'x25519'];
  test.each<[string, KeyObject]>([
    ...kinds.map((kind): [string, KeyObject] => [kind, testKey(kind).privateKey]),
    ['spelt-out P-256', generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' }).privateKey],
  ])('a %s key, and says what to use', async (_, key) => {
    const error = await failure({ key, certificate: root.der });
    expect(isProfilewrightError(error, 'ERR_KEY_UNSUPPORTED') && error.hint).toContain('P-256');
  });

  test('an RSA key of 1024 bits', async () => {
    const error = await failure({ key: testKey('rsa-1024').privateKey, certificate: signerOf('rsa-1024').der });
    expect(isProfilewrightError(error, 'ERR_KEY_WEAK') && error.details).toEqual({ bits: 1024, minimum: 2048 });
  });

  test.each<[string, KeyObject]>([
    ['of the same kind', testKey('rsa-2048', 1).privateKey],
    ['of another kind', testKey('p256').privateKey],
  ])('a key %s that does not belong to the certificate, which it names', async (_, key) => {
    const error = await failure({ key, certificate: signerOf('rsa-2048', { subject: 'Signer' }).der });
    expect(isProfilewrightError(error, 'ERR_KEY_MISMATCH') && error.message).toContain('"Signer"');
  });

  test('a certificate of the right key under the wrong curve', async () => {
    const twin = rootCA({ spki: testKey('p384').spki });
    expect(await codeOf({ key: testKey('p256').privateKey, certificate: twin.der })).toBe('ERR_KEY_MISMATCH');
  });

  test.each([
    ['rsa-2048', 'ES256'],
    ['p256', 'ES384'],
    ['p384', 'RS256'],
  ] as const)('with a %s key the algorithm %s', async (kind, algorithm) => {
    const input = { key: testKey(kind).privateKey, certificate: signerOf(kind).der };
    expect(await codeOf(input, { algorithm })).toBe('ERR_KEY_ALGORITHM');
  });

  test('a key whose private number is not that of its public point, before anything is signed', async () => {
    const bytes = Uint8Array.from(testKey('p256').privateKey.export({ type: 'pkcs8', format: 'der' }));
    bytes[60] = (bytes[60] ?? 0) ^ 1;
    expect(await codeOf({ key: bytes, certificate: signerOf('p256').der })).toBe('ERR_KEY_MALFORMED');
  });

  test('a private key among the certificates', async () => {
    const certificate = signer.pem + keyPem(privateKey);
    expect(await codeOf({ key: privateKey, certificate })).toBe('ERR_CERTIFICATE_IS_KEY');
  });

  test.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /^input must/],
    ['a number as key', { key: 1, certificate: root.der }, /^key must/],
    ['no certificate', { key: privateKey }, /^input\.certificate must/],
    ['a number in an array of certificates', { key: privateKey, certificate: [1] }, /^input\.certificate\[0\] must/],
    ['a number as chain', { key: privateKey, certificate: signer.pem, chain: 1 }, /^input\.chain must/],
    [
      'a misspelt chain',
      { key: privateKey, certificate: signer.pem, chian: root.pem },
      /^input\.chian is not known; .*chain/,
    ],
    ['a PKCS#12 file beside a key', { pkcs12: new Uint8Array(), passphrase: '', key: 'x' }, /^input\.key is not known/],
    ['a number as passphrase', { key: 'x', passphrase: 1, certificate: root.der }, /^passphrase must/],
    ['a text as PKCS#12', { pkcs12: 'MII', passphrase: '' }, /^input\.pkcs12 must/],
    ['a PKCS#12 without passphrase', { pkcs12: new Uint8Array() }, /^input\.passphrase must/],
  ])('%s with a TypeError, as a rejection', async (_, input, message) => {
    const error = await failure(input);
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toMatch(message);
  });

  test.each<[string, unknown, RegExp]>([
    ['null', null, /^options must/],
    ['a misspelt algorithm', { algoritm: 'RS384' }, /^options\.algoritm is not known; .*algorithm/],
  ])('%s as options with a TypeError, as a rejection', async (_, options, message) => {
    const error = await failure({ key: privateKey, certificate: signer.pem }, options as { algorithm?: 'RS384' });
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toMatch(message);
  });
});
