import { generateKeyPairSync, X509Certificate, type KeyObject } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createSigner, type SignerInput } from '../../../src/cms/create-signer.js';
import { openSignedData } from '../../../src/cms/open.js';
import { signContent } from '../../../src/cms/sign.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { encodePem } from '../../../src/pki/pem.js';
import { commonName, issue, keyPair, type Issued, type KeyKind } from '../trust/lab.js';
import { issueSigner, labRoot, plist } from './assemble-signed-data.js';

const signer = issueSigner('RSA-2048');
const root = labRoot();
const pem = ({ certificate }: Issued): string => encodePem('CERTIFICATE', certificate.raw);
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
  const { privateKey } = signer.keys;
  const encrypted = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: sentinel });
  const ec = issueSigner('P-256 b');
  test.each<[string, SignerInput]>([
    ['KeyObject and Certificate', { key: privateKey, certificate: signer.certificate }],
    ['PEM and PEM', { key: keyPem(privateKey), certificate: pem(signer) }],
    ['DER and DER', { key: privateKey.export({ type: 'pkcs8', format: 'der' }), certificate: signer.certificate.raw }],
    [
      'PKCS#1 and X509Certificate',
      { key: privateKey.export({ type: 'pkcs1', format: 'pem' }), certificate: new X509Certificate(pem(signer)) },
    ],
    ['SEC1', { key: ec.keys.privateKey.export({ type: 'sec1', format: 'pem' }), certificate: ec.certificate }],
    ['an encrypted key', { key: encrypted, passphrase: sentinel, certificate: pem(signer) }],
    [
      'an encrypted key and bytes as passphrase',
      { key: encrypted, passphrase: Buffer.from(sentinel), certificate: pem(signer) },
    ],
    ['a chain as certificate, root first', { key: privateKey, certificate: `${pem(root)}${pem(signer)}` }],
    ['an empty chain', { key: privateKey, certificate: pem(signer), chain: [] }],
    [
      'a chain that repeats the certificate',
      { key: privateKey, certificate: pem(signer), chain: [pem(signer), pem(root)] },
    ],
  ])('makes a signer of %s', async (_, input) => {
    const made = await createSigner(input);
    const { signer: found } = openSignedData(await signContent(plist, made));
    expect(found.raw).toEqual(('key' in input && made.algorithm === 'ES256' ? ec : signer).certificate.raw);
  });

  test('keeps the certificates that are not the signer as chain', async () => {
    const made = await createSigner({ key: privateKey, certificate: [root.certificate, signer.certificate] });
    expect(made.certificate.raw).toEqual(signer.certificate.raw);
    expect(made.chain.map(({ raw }) => raw)).toEqual([root.certificate.raw]);
  });

  test.each<[KeyKind, string]>([
    ['RSA-2048', 'RS256'],
    ['P-256 b', 'ES256'],
    ['P-384', 'ES384'],
  ])('chooses for %s the algorithm %s', async (kind, algorithm) => {
    const { keys, certificate } = issueSigner(kind);
    expect(await createSigner({ key: keys.privateKey, certificate })).toMatchObject({ algorithm });
  });

  test('gives a frozen value that shows nothing of the key', async () => {
    const made = await createSigner({ key: encrypted, passphrase: sentinel, certificate: pem(signer) });
    const shown =
      inspect(made, { depth: Infinity, showHidden: true }) + JSON.stringify({ ...made, certificate: 0, chain: 0 });
    expect(Object.isFrozen(made)).toBe(true);
    expect(Object.isFrozen(made.chain)).toBe(true);
    expect(shown).not.toContain(sentinel);
    expect(shown).not.toContain('KeyObject');
  });

  test('takes a certificate whose point is compressed for the key that it is', async () => {
    const { publicKey } = keyPair('P-256 b');
    const spki = publicKey.export({ type: 'spki', format: 'der' });
    const point = spki.subarray(-65);
    const prefix = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex');
    const sign = Uint8Array.of(2 + ((point[64] ?? 0) & 1));
    const compressed = issueSigner('P-256 b', { spki: Buffer.concat([prefix, sign, point.subarray(1, 33)]) });
    const made = await createSigner({ key: keyPair('P-256 b').privateKey, certificate: compressed.certificate });
    expect(openSignedData(await signContent(plist, made)).content).toEqual(plist);
  });
});

describe('createSigner refuses', () => {
  const unsupported: KeyKind[] = [
    'Ed25519',
    'Ed448',
    'RSA-PSS',
    'DSA',
    'P-521',
    'P-224',
    'secp256k1',
    'explicit',
    'X25519',
  ];
  test.each(unsupported)('a %s key, and says what to use', async (kind) => {
    const { privateKey } = keyPair(kind);
    const error = await failure({ key: privateKey, certificate: root.certificate });
    expect(isProfilewrightError(error, 'ERR_KEY_UNSUPPORTED') && error.hint).toContain('P-256');
  });

  test('an RSA key of 1024 bits', async () => {
    const weak = issueSigner('RSA-1024');
    const error = await failure({ key: weak.keys.privateKey, certificate: weak.certificate });
    expect(isProfilewrightError(error, 'ERR_KEY_WEAK') && error.details).toEqual({ bits: 1024, minimum: 2048 });
  });

  test.each<[string, KeyObject]>([
    ['of the same kind', generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey],
    ['of another kind', keyPair('P-256 b').privateKey],
  ])('a key %s that does not belong to the certificate, which it names', async (_, key) => {
    const error = await failure({
      key,
      certificate: issueSigner('RSA-2048', { subject: commonName('Signer') }).certificate,
    });
    expect(isProfilewrightError(error, 'ERR_KEY_MISMATCH') && error.message).toContain('"Signer"');
  });

  test('a certificate of the right key under the wrong curve', async () => {
    const twin = issue({ key: 'P-256', spki: keyPair('P-384').publicKey.export({ type: 'spki', format: 'der' }) });
    expect(await codeOf({ key: keyPair('P-256').privateKey, certificate: twin.certificate })).toBe('ERR_KEY_MISMATCH');
  });

  test.each([
    ['RSA-2048', 'ES256'],
    ['P-256 b', 'ES384'],
    ['P-384', 'RS256'],
  ] as const)('with a %s key the algorithm %s', async (kind, algorithm) => {
    const { keys, certificate } = issueSigner(kind);
    expect(await codeOf({ key: keys.privateKey, certificate }, { algorithm })).toBe('ERR_KEY_ALGORITHM');
  });

  test('a key whose private number is not that of its public point, before anything is signed', async () => {
    const bytes = Uint8Array.from(keyPair('P-256 b').privateKey.export({ type: 'pkcs8', format: 'der' }));
    bytes[60] = (bytes[60] ?? 0) ^ 1;
    expect(await codeOf({ key: bytes, certificate: issueSigner('P-256 b').certificate })).toBe('ERR_KEY_MALFORMED');
  });

  test('a private key among the certificates', async () => {
    const certificate = pem(signer) + keyPem(signer.keys.privateKey);
    expect(await codeOf({ key: signer.keys.privateKey, certificate })).toBe('ERR_CERTIFICATE_IS_KEY');
  });

  test.each<[string, unknown, RegExp]>([
    ['nothing', undefined, /^input must/],
    ['a number as key', { key: 1, certificate: root.certificate }, /^key must/],
    ['no certificate', { key: signer.keys.privateKey }, /^input must/],
    ['a number as passphrase', { key: 'x', passphrase: 1, certificate: root.certificate }, /^passphrase must/],
    ['a text as PKCS#12', { pkcs12: 'MII', passphrase: '' }, /^input\.pkcs12 must/],
    ['a PKCS#12 without passphrase', { pkcs12: new Uint8Array() }, /^input\.passphrase must/],
  ])('%s with a TypeError, as a rejection', async (_, input, message) => {
    const error = await failure(input);
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toMatch(message);
  });
});
