import { createCipheriv, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { unwrapKey, unwrapTripleDesKey, wrapKey } from '../../../src/cms/key-wrap.js';
import { fromHex } from '../../support/der.js';

const kek = '000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F';
const data = '00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F';

/** RFC 3394 sections 4.1 to 4.6: octets of the wrapping key, of the key, and the result. */
const vectors: readonly (readonly [number, number, string])[] = [
  [16, 16, '1FA68B0A8112B447 AEF34BD8FB5A7B82 9D3E862371D2CFE5'],
  [24, 16, '96778B25AE6CA435 F92B5B97C050AED2 468AB8A17AD84E5D'],
  [32, 16, '64E8C3F9CE0F5BA2 63E9777905818A2A 93C8191E7D6E8AE7'],
  [24, 24, '031D33264E15D332 68F24EC260743EDC E1C6C7DDEE725A93 6BA814915C6762D2'],
  [32, 24, 'A8F9BC1612C68B3F F6E6F4FBE30E71E4 769C8B80A32CB895 8CD5D17D6B254DA1'],
  [32, 32, '28C9F404C4B810F4 CBCCB35CFB87F826 3F5786E2D80ED326 CBC7F0E71A99F43B FB988B9B7A02DD21'],
];

describe('AES key wrap', () => {
  test.each(vectors)('with %i octets around %i gives what RFC 3394 says', (kekLength, length, wrapped) => {
    const [wrappingKey, key] = [fromHex(kek).subarray(0, kekLength), fromHex(data).subarray(0, length)];
    expect(wrapKey(wrappingKey, key)).toEqual(fromHex(wrapped));
    expect(unwrapKey(wrappingKey, fromHex(wrapped))).toEqual(Buffer.from(key));
  });

  test('opens with no other key, with no octet changed, and at no other length', () => {
    const wrapped = fromHex(vectors[5]![2]);
    expect(unwrapKey(fromHex(data), wrapped)).toBeUndefined();
    for (let index = 0; index < wrapped.length; index += 1) {
      const changed = Uint8Array.from(wrapped);
      changed[index]! ^= 1;
      expect(unwrapKey(fromHex(kek), changed)).toBeUndefined();
    }
    for (const length of [0, 8, 16, 23, 39])
      expect(unwrapKey(fromHex(kek), wrapped.subarray(0, length))).toBeUndefined();
    expect(unwrapKey(fromHex(kek), new Uint8Array(80))).toBeUndefined();
  });
});

describe('Triple-DES key wrap', () => {
  const [wrappingKey, key] = [randomBytes(24), randomBytes(24)];
  const cipher = createCipheriv('id-smime-alg-CMS3DESwrap', wrappingKey, null);
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);

  test('gives the key that OpenSSL wrapped', () => {
    expect(unwrapTripleDesKey(wrappingKey, wrapped)).toEqual(key);
  });

  test('opens with no other key, and with no octet changed', () => {
    expect(unwrapTripleDesKey(key, wrapped)).toBeUndefined();
    for (const index of [0, 20, 39]) {
      const changed = Uint8Array.from(wrapped);
      changed[index]! ^= 1;
      expect(unwrapTripleDesKey(wrappingKey, changed)).toBeUndefined();
    }
    expect(unwrapTripleDesKey(wrappingKey, wrapped.subarray(8))).toBeUndefined();
  });
});
