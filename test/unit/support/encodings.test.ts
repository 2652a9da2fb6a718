import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { leaf, rootCA } from '../../support/authorities.js';
import {
  certificateBag,
  certificateBagLabels,
  certificateBagPem,
  dataContentInfo,
} from '../../support/certificate-bag.js';
import { fromHex, integer, lengthOctets, namedBits, oid, setOf, tlv } from '../../support/der.js';
import { explicitCurveSpki } from '../../support/explicit-curve.js';
import { asX509 } from '../../support/issue-certificate.js';
import { pem, pemBundle } from '../../support/pem.js';
import { testKey } from '../../support/test-key.js';
import { toBer, truncated, withTrailing } from '../../support/to-ber.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const contains = (whole: Uint8Array, part: Uint8Array): boolean => hex(whole).includes(hex(part));

describe('the DER writer', () => {
  test.each<[bigint, string]>([
    [0n, '020100'],
    [127n, '02017f'],
    [128n, '02020080'],
    [255n, '020200ff'],
    [256n, '02020100'],
    [-1n, '0201ff'],
    [-128n, '020180'],
    [-129n, '0202ff7f'],
    [2n ** 63n, '0209008000000000000000'],
  ])('writes %s in as few octets as possible', (value, expected) => {
    expect(hex(integer(value))).toBe(expected);
  });

  test('writes arcs of any size', () => {
    expect(hex(oid('2.5.29.19'))).toBe('0603551d13');
    expect(hex(oid('1.2.840.113549'))).toBe('06062a864886f70d');
    expect(hex(oid('2.999.0'))).toBe('0603883700');
    expect(hex(oid('2.5.29.4294967315'))).toBe('0607551d9080808013');
  });

  test('writes lengths, named bits and sorted sets', () => {
    expect(hex(lengthOctets(127))).toBe('7f');
    expect(hex(lengthOctets(128))).toBe('8180');
    expect(hex(lengthOctets(65536))).toBe('83010000');
    expect(hex(lengthOctets(5, 2))).toBe('820005');
    expect(hex(namedBits([5, 6]))).toBe('03020106');
    expect(hex(namedBits([0, 8]))).toBe('0303078080');
    expect(hex(namedBits([]))).toBe('030100');
    expect(hex(setOf(fromHex('0401ff'), fromHex('020101')))).toBe('31060201010401ff');
  });
});

describe('BER', () => {
  test('an indefinite length outside leaves the signed bytes alone', () => {
    const { der, tbs } = rootCA();
    const ber = toBer(der);
    expect(hex(ber.subarray(0, 2))).toBe('3080');
    expect(hex(ber.subarray(-2))).toBe('0000');
    expect(contains(ber, tbs)).toBe(true);
    expect(asX509({ der: ber }).subject).toBe('CN=Lab Root');
  });

  test('goes through all values when asked', () => {
    const { der } = rootCA();
    expect(hex(toBer(tlv(0x30, integer(1)), { lengths: 'padded', where: 'everywhere' }))).toBe('30810402810101');
    expect(hex(toBer(tlv(0x30, tlv(0x31, integer(1))), { where: 'everywhere' }))).toBe('308031800201010000' + '0000');
    for (const lengths of ['indefinite', 'padded'] as const) {
      expect(asX509({ der: toBer(der, { lengths, where: 'everywhere' }) }).subject).toBe('CN=Lab Root');
    }
  });

  test('can be what the signature covers', () => {
    const { der, tbs } = rootCA({ rewriteTbs: (plain) => toBer(plain, { lengths: 'padded' }), subject: 'Lab' });
    expect(hex(tbs.subarray(0, 3))).toBe('308200');
    expect(contains(der, tbs)).toBe(true);
    const x509 = asX509({ der });
    expect(x509.verify(x509.publicKey)).toBe(true);
  });

  test('bytes can be missing or too many', () => {
    const { der } = rootCA();
    expect(() => asX509({ der: truncated(der) })).toThrow();
    expect(withTrailing(der)).toHaveLength(der.length + 1);
  });
});

describe('curves that are spelt out', () => {
  test('are the same key to OpenSSL, unless the generator is another one', () => {
    const key = testKey('p256');
    const x509 = asX509(rootCA({ key, spki: explicitCurveSpki(key) }));
    expect(x509.verify(key.publicKey)).toBe(true);
    expect(x509.publicKey.asymmetricKeyDetails?.namedCurve).toBe('prime256v1');
    expect(x509.verify(x509.publicKey)).toBe(true);
    const point = key.spki.slice(-65);
    expect(contains(explicitCurveSpki(key, point), point)).toBe(true);
    expect(hex(explicitCurveSpki(key, point))).not.toBe(hex(explicitCurveSpki(key)));
  });
});

describe('PEM', () => {
  const { der } = rootCA();

  test('has lines of 64 characters, and the very bytes', () => {
    const lines = pem('CERTIFICATE', der).split('\n');
    expect(lines[0]).toBe('-----BEGIN CERTIFICATE-----');
    expect(lines.at(-2)).toBe('-----END CERTIFICATE-----');
    expect(lines.slice(1, -3).every((line) => line.length === 64)).toBe(true);
    expect(Buffer.from(lines.slice(1, -2).join(''), 'base64').equals(der)).toBe(true);
  });

  test('takes line ends, text around, widths, headers and other ends', () => {
    const text = pem('X', fromHex('3000'), {
      eol: '\r\n',
      before: 'before\r\n',
      after: 'after',
      headers: ['Proc-Type: 4'],
    });
    expect(text).toBe('before\r\n-----BEGIN X-----\r\nProc-Type: 4\r\n\r\nMAA=\r\n-----END X-----\r\nafter');
    expect(pem('X', fromHex('3000'), { indent: '  ', trailing: ' ', width: 2, end: 'Y' })).toBe(
      '  -----BEGIN X----- \n  MA \n  A= \n  -----END Y----- \n',
    );
    expect(pem('X', fromHex('3000'), { end: null })).toBe('-----BEGIN X-----\nMAA=\n');
    const wrapped = pem('CERTIFICATE', der, { eol: '\r\n', before: 'subject=CN = Lab\r\n' });
    expect(new X509Certificate(wrapped).raw.equals(der)).toBe(true);
  });

  test('a bundle has one block a certificate', () => {
    const root = rootCA();
    expect(pemBundle(leaf(root), root).match(/BEGIN CERTIFICATE/g)).toHaveLength(2);
  });
});

describe('PKCS#7', () => {
  test('holds one, many or no certificates byte for byte', () => {
    const root = rootCA();
    const certificates = [leaf(root), root];
    expect(certificates.every(({ der }) => contains(certificateBag(certificates), der))).toBe(true);
    expect(hex(certificateBag([]))).toBe('302306092a864886f70d010702a01630140201013100300b06092a864886f70d0107013100');
    expect(hex(dataContentInfo(fromHex('c0')))).toBe('301006092a864886f70d010701a003' + '0401c0');
    expect(certificateBagLabels.map((label) => certificateBagPem([root], label).split('\n')[0])).toEqual([
      '-----BEGIN PKCS7-----',
      '-----BEGIN PKCS #7 SIGNED DATA-----',
      '-----BEGIN CMS-----',
    ]);
  });
});
