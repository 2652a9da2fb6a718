import { constants, createHash, publicDecrypt, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { ascii } from '../../support/der.js';
import {
  forgeWithRubbishParameters,
  forgeWithTrailingRubbish,
  hasOddDigest,
} from '../../support/low-exponent-forgery.js';
import { testKey } from '../../support/test-key.js';

const { publicKey } = testKey('rsa-e3');
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const reveal = (signature: Uint8Array): string =>
  publicDecrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, signature).toString('hex');

/** PKCS#1 v1.5 with the shortest padding, and the DigestInfo header of RFC 8017 section 9.2 for SHA-256. */
const start = `0001${'ff'.repeat(8)}00`;
const digestInfo = '3031300d060960864801650304020105000420';

test('a forgery begins with a sound DigestInfo, and is no signature', () => {
  const signed = ascii('whatever');
  const forged = forgeWithTrailingRubbish(signed);
  expect(reveal(forged)).toMatch(new RegExp(`^${start}${digestInfo}${sha256(signed).toString('hex')}`));
  expect(verify('sha256', signed, publicKey, forged)).toBe(false);
});

test('another ends with the digest and begins with a DigestInfo that fills the rest, and is no signature', () => {
  const signed = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(ascii).find(hasOddDigest)!;
  const forged = forgeWithRubbishParameters(signed);
  expect(reveal(forged)).toMatch(
    new RegExp(
      `^${start}3081f230 81cd 0609608648016503040201 0481bf.*0420${sha256(signed).toString('hex')}$`.replaceAll(
        ' ',
        '',
      ),
    ),
  );
  expect(verify('sha256', signed, publicKey, forged)).toBe(false);
});
