import { bitString, concat, fromHex, integer, octetString, oid, sequence, type Bytes } from './der.js';
import { readChildren } from './der-reader.js';
import type { KeyPair } from './test-key.js';

/** P-256 of FIPS 186-4 appendix D.1.2.3. */
const p256 = {
  p: fromHex('ffffffff00000001000000000000000000000000ffffffffffffffffffffffff'),
  a: fromHex('ffffffff00000001000000000000000000000000fffffffffffffffffffffffc'),
  b: fromHex('5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b'),
  generator: fromHex(
    '046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296' +
      '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
  ),
  order: fromHex('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'),
};

/**
 * The SubjectPublicKeyInfo of a P-256 key with its curve spelt out, which RFC 5480 section 2.1.1 forbids:
 * `SpecifiedECDomain ::= SEQUENCE { version 1, fieldID, curve, base, order, cofactor }` (SEC 1 appendix C.2).
 * With another `generator` (an uncompressed point) anybody can own a given public key (CVE-2020-0601).
 */
export function explicitCurveSpki({ spki }: KeyPair, generator: Uint8Array = p256.generator): Bytes {
  const [, bits] = readChildren(spki);
  const domain = sequence(
    integer(1),
    sequence(oid('1.2.840.10045.1.1'), integer(positive(p256.p))),
    sequence(octetString(p256.a), octetString(p256.b)),
    octetString(generator),
    integer(positive(p256.order)),
    integer(1),
  );
  return sequence(sequence(oid('1.2.840.10045.2.1'), domain), bitString(bits!.content.subarray(1)));
}

const positive = (octets: Uint8Array): Bytes => concat(Uint8Array.of(0), octets);
