import { describe, expect, test } from 'vitest';
import { decryptRc2 } from '../../../src/asn1/forge.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { pbkdf2Passwords } from '../../../src/pki/password-cipher.js';
import { readPkcs12 } from '../../../src/pki/pkcs12.js';
import { signerChain } from '../../support/authorities.js';
import { pkcs12File, type Pkcs12FileOptions } from '../../support/pkcs12-file.js';

const hex = (digits: string): Uint8Array => Buffer.from(digits, 'hex');
const { key, certificate } = signerChain('p256');

describe('decryptRc2', () => {
  // RFC 2268 section 5, those whose effective length is that of the key; one block in CBC mode under a zero IV is that block.
  test.each([
    ['ffffffffffffffff', '278b27e42e2f0d49', 'ffffffffffffffff'],
    ['3000000000000000', '30649edf9be7d2c2', '1000000000000001'],
    ['88bca90e90875a7f0f79c384627bafb2', '2269552ab0f85ca6', '0000000000000000'],
  ])('decrypts with the key %s what RFC 2268 encrypts', (rc2Key, cipherText, plainText) => {
    const decrypted = decryptRc2(hex(rc2Key), new Uint8Array(8), hex(cipherText));
    expect(Buffer.from(decrypted ?? []).toString('hex')).toBe(plainText);
  });

  test('refuses what is no whole number of blocks', () => {
    expect(decryptRc2(hex('ffffffffffffffff'), new Uint8Array(8), new Uint8Array(9))).toBeUndefined();
  });
});

describe('a password for PBKDF2', () => {
  test.each([
    ['ascii', ['6173636969']],
    ['', ['']],
    ['ä', ['c3a4', 'e4']],
    ['€', ['e282ac']],
    [null, ['']],
  ])('is tried from %j as %j', (password, octets) => {
    expect(pbkdf2Passwords(password).map((one) => Buffer.from(one).toString('hex'))).toEqual(octets);
  });

  const file = (password: string, options: Pkcs12FileOptions): Uint8Array =>
    pkcs12File({ key, certificates: [certificate], password, iterations: 2, ...options });

  test('is read in the way of node-forge, which is Latin-1', () => {
    const latin1 = { encoding: 'latin1' } as const;
    const bytes = file('Äpfel', { keyEncryption: latin1, certificateEncryption: latin1 });
    expect(readPkcs12(bytes, { password: 'Äpfel' }).key.equals(key)).toBe(true);
    // Both ways count, also where the first one fits: the second may be needed.
    expect(() => readPkcs12(bytes, { password: 'Äpfel', maxPbkdf2Iterations: 7 })).toThrow(
      expect.objectContaining({ code: 'ERR_PKCS12_ITERATIONS' }) as Error,
    );
    expect(readPkcs12(bytes, { password: 'Äpfel', maxPbkdf2Iterations: 8 }).key.equals(key)).toBe(true);
  });

  test.each<[title: string, options: Pkcs12FileOptions]>([
    ['the key', { keyEncryption: { encoding: 'latin1' } }],
    ['the certificates', { certificateEncryption: { encoding: 'latin1' } }],
  ])('that is right and garbled for %s is told as what it is', (_, options) => {
    try {
      readPkcs12(file('SENTINEL €', options), { password: 'SENTINEL €' });
      expect.unreachable('it was read');
    } catch (error) {
      if (!isProfilewrightError(error, 'ERR_PKCS12_PASSWORD')) throw error;
      expect(error.message).toContain('is right, but has characters beyond U+00FF');
      expect(error.message).not.toContain('SENTINEL');
    }
  });
});
