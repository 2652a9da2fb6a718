import { createPrivateKey, createPublicKey, X509Certificate, type JsonWebKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { privateKeyArmours, privateKeyForms, publicKeyForms, refusedObjects } from '../../support/refused-objects.js';
import { testKey } from '../../support/test-key.js';

const input = (value: string | Uint8Array): string | Buffer => (typeof value === 'string' ? value : Buffer.from(value));

describe('objects that are no certificates', () => {
  const objects = refusedObjects();

  test('have names of their own and come in all kinds', () => {
    expect(new Set(objects.map(({ name }) => name)).size).toBe(objects.length);
    expect(new Set(objects.map(({ kind }) => kind))).toEqual(
      new Set(['private key', 'public key', 'certificate request', 'revocation list', 'PKCS#12', 'other']),
    );
  });

  test.each(objects)('node:crypto reads no certificate from $name', ({ input: value }) => {
    expect(() => new X509Certificate(input(value))).toThrow();
  });
});

test.each(['rsa-2048', 'p256', 'ed25519', 'dsa-2048'] as const)('each form of a %s key is that very key', (kind) => {
  const { privateKey, publicKey } = testKey(kind);
  for (const { name, input: value } of privateKeyForms(kind, 'sesame')) {
    const type = name.includes('PKCS#1 ') ? 'pkcs1' : name.includes('SEC1') ? 'sec1' : 'pkcs8';
    const key = name.startsWith('JWK')
      ? createPrivateKey({ key: JSON.parse(String(value)) as JsonWebKey, format: 'jwk' })
      : typeof value === 'string'
        ? createPrivateKey({ key: value, passphrase: 'sesame' })
        : createPrivateKey({ key: Buffer.from(value), format: 'der', type, passphrase: 'sesame' });
    expect(key.equals(privateKey)).toBe(true);
  }
  const [first] = publicKeyForms(kind);
  expect(createPublicKey(input(first!.input) as string).equals(publicKey)).toBe(true);
});

test('armours of other programs hold no real key', () => {
  for (const { input: value } of privateKeyArmours()) expect(() => createPrivateKey(input(value))).toThrow();
});
