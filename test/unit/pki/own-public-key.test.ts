import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { assertKeyWorks, belongsTo, readOwnPublicKey } from '../../../src/pki/own-public-key.js';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import { rootCA } from '../../support/authorities.js';
import { algorithmIdentifier, integer, nullValue, octetString, sequence } from '../../support/der.js';
import { testKey, type KeyKind } from '../../support/test-key.js';

/** PKCS#8 around an RSAPrivateKey (RFC 8017 appendix A.1.2) of any numbers. */
function rsaKey(...numbers: readonly bigint[]): KeyObject {
  const inside = sequence(integer(0), ...numbers.map((number) => integer(number)));
  const der = sequence(integer(0), algorithmIdentifier('1.2.840.113549.1.1.1', nullValue()), octetString(inside));
  return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
}

const number = (text: string | undefined): bigint =>
  BigInt(`0x${Buffer.from(text ?? '', 'base64url').toString('hex')}`);

describe('assertKeyWorks', () => {
  test.each<KeyKind>(['rsa-2048', 'p256', 'p521', 'ed25519', 'ed448', 'x25519', 'rsa-pss'])(
    'takes a sound %s key',
    (kind) => {
      const { privateKey } = testKey(kind);
      expect(() => assertKeyWorks(privateKey, readOwnPublicKey(privateKey))).not.toThrow();
    },
  );

  test('refuses an RSA key with one number that is not its own', () => {
    const { n, e, d, p, q, dp, dq, qi } = testKey('rsa-2048').privateKey.export({ format: 'jwk' });
    const [modulus, exponent, secret, ...primes] = [n, e, d, p, q, dp, dq, qi].map(number);
    const sound = rsaKey(modulus!, exponent!, secret!, ...primes);
    expect(() => assertKeyWorks(sound, readOwnPublicKey(sound))).not.toThrow();
    const other = number(testKey('rsa-2048', 1).privateKey.export({ format: 'jwk' }).n);
    const odd = rsaKey(other, exponent!, secret!, ...primes);
    expect(() => assertKeyWorks(odd, readOwnPublicKey(odd))).toThrow(
      expect.objectContaining({ code: 'ERR_KEY_MALFORMED' }) as Error,
    );
  });

  test('tries no RSA key whose signature would take minutes', () => {
    const modulus = (1n << 16_384n) + 1n;
    const key = rsaKey(modulus, 65_537n, modulus - 2n, 3n, 5n, 7n, 9n, 11n);
    expect(() => assertKeyWorks(key, readOwnPublicKey(key))).toThrow(
      expect.objectContaining({ code: 'ERR_KEY_UNSUPPORTED', details: { found: 'RSA 16385' } }) as Error,
    );
  });
});

describe('belongsTo', () => {
  const own = readOwnPublicKey(testKey('p256').privateKey);

  test('knows its own certificate, and no other', () => {
    expect(belongsTo(own, readCertificate(rootCA().der))).toBe(true);
    for (const key of [testKey('p256', 1), testKey('p384'), testKey('ed25519')]) {
      expect(belongsTo(own, readCertificate(rootCA({ key }).der))).toBe(false);
    }
  });

  test('knows the same point in its compressed spelling', () => {
    const { x, y } = createPublicKey(testKey('p256').privateKey).export({ format: 'jwk' });
    const sign = Buffer.from(y ?? '', 'base64url').at(-1)! % 2 === 0 ? 2 : 3;
    const { spki } = testKey('p256');
    const compressed = Uint8Array.from(spki.subarray(0, spki.length - 64));
    const point = Buffer.concat([compressed.subarray(0, -1), Uint8Array.of(sign), Buffer.from(x ?? '', 'base64url')]);
    point[1] = point.length - 2;
    point[24] = 34;
    const certificate = readCertificate(rootCA({ spki: point }).der);
    expect(certificate.publicKey.spki).not.toEqual(own.facts.spki);
    expect(belongsTo(own, certificate)).toBe(true);
  });
});
