import { constants, publicEncrypt, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openTransportedKey, transportKey } from '../../../src/cms/key-transport.js';
import { algorithmIdentifier, concat, context, octetString, sequence } from '../../support/der.js';
import { testKey } from '../../support/test-key.js';

const { privateKey, publicKey } = testKey('rsa-2048');
const pkcs1 = { oid: '1.2.840.113549.1.1.1' };
const key = new Uint8Array(randomBytes(32));

/** What RFC 8017 section 7.2.1 puts together, with an octet changed. */
function padded(change: Readonly<Record<number, number>> = {}, message: Uint8Array = key): Uint8Array {
  const filling = new Uint8Array(256 - 3 - message.length).fill(0x5a);
  const out = concat(Uint8Array.of(0, 2), filling, Uint8Array.of(0), message);
  for (const [at, octet] of Object.entries(change)) out[Number(at)] = octet;
  return publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, out);
}

const open = (encrypted: Uint8Array, algorithm: Parameters<typeof openTransportedKey>[1] = pkcs1): Uint8Array =>
  new Uint8Array(openTransportedKey(privateKey, algorithm, encrypted, 32));

test('gives the key that was encrypted', () => {
  expect(open(transportKey(publicKey, key))).toEqual(key);
  expect(open(padded())).toEqual(key);
});

describe('what is not padded as it should be', () => {
  test.each<[string, () => Uint8Array]>([
    ['another first octet', () => padded({ 0: 1 })],
    ['another block type', () => padded({ 1: 1 })],
    ['a zero right behind the type', () => padded({ 2: 0 })],
    ['a zero in the padding', () => padded({ 100: 0 })],
    ['a zero one octet too early', () => padded({ 222: 0 })],
    ['no zero before the key', () => padded({ 223: 7 })],
    ['a shorter key', () => padded({}, key.subarray(1))],
    ['a longer key', () => padded({}, concat(key, Uint8Array.of(1)))],
    ['a number beyond the modulus', () => new Uint8Array(256).fill(0xff)],
    ['too few octets', () => padded().subarray(1)],
    ['OAEP in its place', () => publicEncrypt({ key: publicKey }, key)],
  ])('%s gives a key that is none, and always the same', (_, make) => {
    const encrypted = make();
    const found = open(encrypted);
    expect(found).toHaveLength(32);
    expect(Buffer.from(found).equals(key)).toBe(false);
    expect(open(encrypted)).toEqual(found);
    expect(open(padded({ 1: 3 }))).not.toEqual(found);
  });

  test('gives one that depends on the private key', () => {
    const encrypted = padded({ 1: 1 });
    const other = testKey('rsa-2048', 1).privateKey;
    expect(open(encrypted)).not.toEqual(new Uint8Array(openTransportedKey(other, pkcs1, encrypted, 32)));
  });
});

describe('OAEP', () => {
  const sha256 = algorithmIdentifier('2.16.840.1.101.3.4.2.1');
  const mgf1 = algorithmIdentifier('1.2.840.113549.1.1.8', sha256);
  const oaep = (...fields: readonly Uint8Array[]) => ({
    oid: '1.2.840.113549.1.1.7',
    ...(fields.length === 0 ? {} : { parameters: sequence(...fields) }),
  });
  const label = new Uint8Array([1, 2, 3]);
  const source = context(2, algorithmIdentifier('1.2.840.113549.1.1.9', octetString(label)));

  test('is opened with SHA-1 and with another hash, with a label too', () => {
    expect(open(publicEncrypt({ key: publicKey }, key), oaep())).toEqual(key);
    const encrypted = publicEncrypt({ key: publicKey, oaepHash: 'sha256', oaepLabel: label }, key);
    expect(open(encrypted, oaep(context(0, sha256), context(1, mgf1), source))).toEqual(key);
    expect(open(encrypted, oaep(context(0, sha256), context(1, mgf1)))).not.toEqual(key);
  });

  test.each([
    ['two different hashes', oaep(context(0, sha256))],
    ['an unknown hash', oaep(context(0, algorithmIdentifier('1.2.3')), context(1, mgf1))],
    ['an unknown mask', oaep(context(1, algorithmIdentifier('1.2.3', sha256)))],
    ['another algorithm', { oid: '1.2.3' }],
  ])('%s is refused', (_, algorithm) => {
    expect(() => open(padded(), algorithm)).toThrow(expect.objectContaining({ code: 'ERR_DECRYPTION_ALGORITHM' }));
  });
});
