import { createPublicKey, createSecretKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { intermediateCA, rootCA } from '../../support/authorities.js';
import { concat } from '../../support/der.js';
import { pem } from '../../support/pem.js';
import { privateKeyForms } from '../../support/refused-objects.js';
import { testKey } from '../../support/test-key.js';
import { expectUsable, refusalOf } from './intake-refusal.js';

const root = rootCA();
const other = intermediateCA(root);
const { privateKey } = testKey('p256');
const pkcs8 = new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' }));
const keyPem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const keyBody = Buffer.from(pkcs8).toString('base64');
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('a private key anywhere ends everything', () => {
  const lines = root.pem.split('\n').length;
  const label = (words: string): string => `-----BEGIN ${words} KEY-----`;

  test.each<[trap: string, input: unknown, found: string, line: number | undefined]>([
    ['before a certificate', keyPem + root.pem, 'PRIVATE KEY', 1],
    ['behind a certificate', root.pem + keyPem, 'PRIVATE KEY', lines],
    ['between certificates', root.pem + keyPem + other.pem, 'PRIVATE KEY', lines],
    ['behind a broken block, which is not told first', `${root.pem.slice(0, 100)}\n${keyPem}`, 'PRIVATE KEY', 4],
    ['in lower case', root.pem + keyPem.toLowerCase(), 'PRIVATE KEY', lines],
    ['commented out', root.pem + keyPem.replaceAll(/^/gm, '# '), 'PRIVATE KEY', lines],
    ['indented', root.pem + keyPem.replaceAll(/^/gm, '\t'), 'PRIVATE KEY', lines],
    ['with too few dashes', `${root.pem}--BEGIN PRIVATE KEY--`, 'PRIVATE KEY', lines],
    ['without an end', `${root.pem}${label('EC PRIVATE')}\nMHc`, 'EC PRIVATE KEY', lines],
    ['of another program', `${root.pem}${label('OPENSSH PRIVATE')}`, 'OPENSSH PRIVATE KEY', lines],
    ['under a name that nobody knows', `${root.pem}${label(`${keyBody} PRIVATE`)}`, 'PRIVATE KEY', lines],
    ['named before its marker', `${root.pem}the private key: ${label('PRIVATE')}`, 'PRIVATE KEY', lines],
    ['all on one line with its body', root.pem + keyPem.replaceAll('\n', ''), 'PRIVATE KEY', lines],
    ['on one line with a certificate', root.pem.replaceAll('\n', ' ') + keyPem.replaceAll('\n', ' '), 'PRIVATE KEY', 1],
    ['with CR line ends', (root.pem + keyPem).replaceAll('\n', '\r'), 'PRIVATE KEY', lines],
    ['in UTF-16', Uint8Array.from(Buffer.from(`\ufeff${root.pem}${keyPem}`, 'utf16le')), 'PRIVATE KEY', lines],
    ['in the base64 of a PEM file', Buffer.from(root.pem + keyPem).toString('base64'), 'PRIVATE KEY', undefined],
    ['in DER behind a certificate', concat(root.der, pkcs8), 'PRIVATE KEY', undefined],
    ['in DER behind two certificates', concat(root.der, other.der, pkcs8), 'PRIVATE KEY', undefined],
    ['as PEM behind a certificate in DER', concat(root.der, text(`\n${keyPem}`)), 'PRIVATE KEY', 2],
    ['in DER behind a certificate in a block', pem('CERTIFICATE', concat(root.der, pkcs8)), 'PRIVATE KEY', 1],
    ['in an array', [root.pem, [other.der, pkcs8]], 'PRIVATE KEY', undefined],
    ['as raw bytes of an object', { raw: pkcs8 }, 'PRIVATE KEY', undefined],
    ['as a KeyObject', privateKey, 'KeyObject (private)', undefined],
    ['as a secret KeyObject', createSecretKey(Buffer.alloc(16)), 'KeyObject (secret)', undefined],
    ['as a JSON Web Key', privateKey.export({ format: 'jwk' }), 'JSON Web Key', undefined],
    ['as a symmetric JSON Web Key', { kty: 'oct', k: 'AAAA' }, 'JSON Web Key', undefined],
    [
      'as a set of JSON Web Keys',
      JSON.stringify({ keys: [privateKey.export({ format: 'jwk' })] }),
      'JSON Web Key',
      undefined,
    ],
  ])('%s', (_, input, found, line) => {
    const error = refusalOf(input);
    expect(error).toMatchObject({ code: 'ERR_CERTIFICATE_IS_KEY', details: { found } });
    if (line !== undefined) expect(error.details).toMatchObject({ line });
    expect(error.message).toContain(`expected a certificate, found "${found}"`);
    expect(error.hint).toBe('pass the .crt file; a certificate payload never needs the key');
    expectUsable(error, keyBody);
  });

  test.each(privateKeyForms('ed448').filter(({ input }) => typeof input !== 'string'))('$name', ({ input }) => {
    expect(refusalOf(input).code).toBe('ERR_CERTIFICATE_IS_KEY');
  });

  test.each<[trap: string, input: unknown]>([
    ['a KeyObject', createPublicKey(privateKey)],
    ['a JSON Web Key', createPublicKey(privateKey).export({ format: 'jwk' })],
  ])('a public key as %s is no private one', (_, input) => {
    expect(refusalOf(input).code).toBe('ERR_CERTIFICATE_IS_PUBLIC_KEY');
  });
});
