import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { decodeCertificate, readSignedParts } from '../../../src/pki/certificate.js';
import { intermediateCA, leaf, rootCA } from '../../support/authorities.js';
import { bitString, fromHex, oid, sequence, tlv } from '../../support/der.js';
import { readChildren } from '../../support/der-reader.js';
import { explicitCurveSpki } from '../../support/explicit-curve.js';
import { basicConstraints, keyUsage } from '../../support/extension.js';
import { asX509, issueCertificate, type CertificateOptions } from '../../support/issue-certificate.js';
import { keyKinds, testKey, type KeyKind } from '../../support/test-key.js';
import { rsaKeyOf } from '../../support/weak-rsa-key.js';

const read = (options: CertificateOptions = {}) => decodeCertificate(issueCertificate(options).der);
/** `O=Lab`, and a common name whose OID is written in a longer way. */
const paddedCommonName = sequence(
  tlv(0x31, sequence(oid('2.5.4.10'), tlv(0x0c, Buffer.from('Lab')))),
  tlv(0x31, sequence(oid(fromHex('55048003')), tlv(0x0c, Buffer.from('fake')))),
);
const upperHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

describe('public keys', () => {
  /** RFC 5480, SEC 2 and RFC 5639 name the curves; sizes are those of the keys as they were made. */
  const expected: Readonly<Record<KeyKind, object>> = {
    p256: { algorithm: 'EC', curve: 'P-256', bits: 256 },
    p384: { algorithm: 'EC', curve: 'P-384', bits: 384 },
    p521: { algorithm: 'EC', curve: 'P-521', bits: 521 },
    p224: { algorithm: 'EC', curve: 'P-224', bits: 224 },
    secp256k1: { algorithm: 'EC', curve: 'secp256k1', bits: 256 },
    brainpoolP256r1: { algorithm: 'EC', curve: 'brainpoolP256r1', bits: 256 },
    ed25519: { algorithm: 'Ed25519' },
    ed448: { algorithm: 'Ed448' },
    x25519: { algorithm: 'X25519' },
    'rsa-1024': { algorithm: 'RSA', bits: 1024, exponent: 65537n },
    'rsa-2048': { algorithm: 'RSA', bits: 2048, exponent: 65537n },
    'rsa-3072': { algorithm: 'RSA', bits: 3072, exponent: 65537n },
    'rsa-4096': { algorithm: 'RSA', bits: 4096, exponent: 65537n },
    'rsa-e3': { algorithm: 'RSA', bits: 2048, exponent: 3n },
    'rsa-pss': { algorithm: 'RSA-PSS', bits: 2048, exponent: 65537n },
    'dsa-2048': { algorithm: 'DSA', bits: 2048 },
  };

  // RSA-4096 takes seconds to make and is one more size only.
  test.each(keyKinds.filter((kind) => kind !== 'rsa-4096'))('%s is read with its facts and its very bytes', (kind) => {
    const issued =
      kind === 'x25519' ? issueCertificate({ key: kind, signedBy: rootCA() }) : issueCertificate({ key: kind });
    const { publicKey, isSelfSigned } = decodeCertificate(issued.der);
    expect(publicKey).toMatchObject(expected[kind]);
    expect(Buffer.from(publicKey.spki)).toEqual(asX509(issued).publicKey.export({ type: 'spki', format: 'der' }));
    const { modulusLength, publicExponent } = testKey(kind).publicKey.asymmetricKeyDetails ?? {};
    expect([publicKey.bits, publicKey.exponent]).toEqual(
      kind.startsWith('rsa') ? [modulusLength, publicExponent] : [publicKey.bits, undefined],
    );
    const jwk = kind.startsWith('rsa') && kind !== 'rsa-pss' ? testKey(kind).publicKey.export({ format: 'jwk' }) : {};
    expect(publicKey.modulus).toBe(
      jwk.n === undefined ? publicKey.modulus : BigInt(`0x${Buffer.from(jwk.n, 'base64url').toString('hex')}`),
    );
    expect(isSelfSigned).toBe(kind !== 'x25519');
  });

  test('an RSA key is JSON with its numbers as hexadecimal digits, so that an issue about it can be logged', () => {
    const certificate = decodeCertificate(issueCertificate({ key: 'rsa-2048' }).der);
    const { publicKey } = JSON.parse(JSON.stringify(certificate)) as { publicKey: Record<string, unknown> };
    const { n = '' } = testKey('rsa-2048').publicKey.export({ format: 'jwk' });
    expect(publicKey).toMatchObject({ algorithm: 'RSA', bits: 2048, exponent: '010001' });
    expect(publicKey['modulus']).toBe(Buffer.from(n, 'base64url').toString('hex').toUpperCase());
    expect(Object.keys(certificate.publicKey)).toEqual(['algorithm', 'oid', 'bits', 'modulus', 'exponent', 'spki']);
    expect(structuredClone(certificate)).toEqual(certificate);
  });

  test('parameters of a curve that are spelt out have no name, and nothing is verified with them', () => {
    const { publicKey, isSelfSigned } = read({ spki: explicitCurveSpki(testKey('p256')) });
    expect(publicKey).toMatchObject({ algorithm: 'EC', curve: 'explicit' });
    expect(publicKey.bits).toBeUndefined();
    expect(isSelfSigned).toBe(false);
  });

  test.each<[trap: string, spki: Uint8Array, facts: object]>([
    [
      'a curve that nobody knows',
      sequence(sequence(oid('1.2.840.10045.2.1'), oid('1.2.3.4')), bitString(new Uint8Array(65))),
      { algorithm: 'EC', curve: '1.2.3.4' },
    ],
    [
      'no parameters at all',
      sequence(sequence(oid('1.2.840.10045.2.1')), bitString(new Uint8Array(65))),
      { algorithm: 'EC' },
    ],
    [
      'an algorithm that nobody knows',
      sequence(sequence(oid('1.2.3.4')), bitString(new Uint8Array(9))),
      { algorithm: 'unknown', oid: '1.2.3.4' },
    ],
    [
      'RSA under a padded OID',
      sequence(sequence(oid(fromHex('2a864886f70d01018001'))), bitString(new Uint8Array(9))),
      { algorithm: 'unknown' },
    ],
    [
      'P-256 under a padded OID',
      sequence(sequence(oid('1.2.840.10045.2.1'), oid(fromHex('2a8648ce3d03018007'))), bitString(new Uint8Array(65))),
      { curve: '1.2.840.10045.3.1.7 (padded)' },
    ],
    [
      'an RSA key that is none',
      sequence(sequence(oid('1.2.840.113549.1.1.1')), bitString(fromHex('3003020105'))),
      { algorithm: 'RSA' },
    ],
    ['a modulus of zero', rsaKeyOf([0n], 65537n, false).spki, { algorithm: 'RSA', bits: 0, modulus: 0n }],
    ['a modulus of 16384 bits', rsaKeyOf([(1n << 16383n) + 1n], 3n, false).spki, { algorithm: 'RSA', bits: 16384 }],
  ])('%s is read as far as it goes', (_, spki, facts) => {
    expect(read({ spki, signature: 'empty' }).publicKey).toMatchObject(facts);
  });
});

describe('role', () => {
  const root = rootCA();

  test.each<[what: string, options: CertificateOptions, facts: object]>([
    ['a root', root.options, { role: 'root', isCA: true, isSelfSigned: true }],
    ['an intermediate', intermediateCA(root).options, { role: 'intermediate', isCA: true, isSelfSigned: false }],
    ['a leaf', leaf(root).options, { role: 'leaf', isCA: false, isSelfSigned: false }],
    ['a self-signed leaf', {}, { role: 'leaf', isCA: false, isSelfSigned: true }],
    ['a self-signed certificate of version 1', { version: 1 }, { role: 'root', isCA: true, version: 1 }],
    ['a certificate of version 1 of another', { version: 1, signedBy: root }, { role: 'leaf', isCA: false }],
    [
      'a root whose signature was tampered with',
      { ...root.options, signature: 'tampered' },
      { role: 'intermediate', isSelfSigned: false },
    ],
    ['a root without a signature', { ...root.options, signature: 'empty' }, { isSelfSigned: false }],
    ['a root signed by another key', { ...root.options, signingKey: 'p384' }, { isSelfSigned: false }],
    ['a root whose AKI is its SKI', { ...root.options, authorityKeyIdentifier: 'self' }, { role: 'root' }],
    [
      'a root whose AKI is not its SKI',
      { ...root.options, authorityKeyIdentifier: 'mismatch' },
      { role: 'intermediate' },
    ],
    [
      'a root with an AKI and no SKI',
      { ...root.options, subjectKeyIdentifier: 'absent', authorityKeyIdentifier: new Uint8Array(4) },
      { role: 'intermediate' },
    ],
    [
      'names that differ in case and blanks only',
      { ...root.options, subject: 'Lab  Root', issuer: [['CN', ' lab root', 'PrintableString']] },
      { role: 'root' },
    ],
    ['names that differ', { ...root.options, issuer: 'Other Root' }, { role: 'intermediate' }],
    ['algorithms that differ', { ...root.options, innerAlgorithm: 'ecdsa-with-SHA384' }, { isSelfSigned: false }],
  ])('of %s', (_, options, facts) => {
    expect(read(options)).toMatchObject(facts);
  });

  test('a signature with bits that are left over verifies nothing', () => {
    const [tbs, algorithm, signature] = readChildren(root.der);
    const octets = signature!.content.slice();
    octets[0] = 1;
    const { isSelfSigned } = decodeCertificate(sequence(tbs!.raw, algorithm!.raw, tlv(3, octets)));
    expect(isSelfSigned).toBe(false);
  });
});

describe('plain facts', () => {
  test('are those that node:crypto reads', () => {
    const issued = rootCA({ serialNumber: 0xabcdefn, notBefore: new Date('1999-12-31T23:59:59Z') });
    const certificate = decodeCertificate(issued.der);
    const x509 = asX509(issued);
    expect(certificate.fingerprints.sha1).toBe(x509.fingerprint.replaceAll(':', ''));
    expect(certificate.fingerprints.sha256).toBe(createHash('sha256').update(issued.der).digest('hex').toUpperCase());
    expect(certificate.notBefore).toEqual(new Date(x509.validFrom));
    expect(certificate.notAfter).toEqual(new Date(x509.validTo));
    expect(BigInt(`0x${certificate.serialNumber}`)).toBe(BigInt(`0x${x509.serialNumber}`));
    expect(certificate.isCA).toBe(x509.ca);
    expect(Buffer.from(certificate.subject.raw)).toEqual(Buffer.from(issued.subject));
    expect(certificate.encodingDefects).toEqual([]);
  });

  test.each<[serialNumber: number | bigint | Uint8Array, expected: string]>([
    [1, '01'],
    [128, '0080'],
    [0, '00'],
    [-1, 'FF'],
    [-129, 'FF7F'],
    [(1n << 300n) + 5n, upperHex(fromHex(((1n << 300n) + 5n).toString(16).padStart(76, '0')))],
    [new Uint8Array(), ''],
  ])('the serial number %s is kept as it is encoded', (serialNumber, expected) => {
    expect(read({ serialNumber }).serialNumber).toBe(expected);
  });

  test.each<[version: number | 'explicit-1', expected: number]>([
    [1, 1],
    ['explicit-1', 1],
    [2, 2],
    [3, 3],
    [9, 9],
  ])('version %s', (version, expected) => {
    expect(read({ version }).version).toBe(expected);
  });

  test.each<[algorithm: NonNullable<CertificateOptions['algorithm']>, key: KeyKind, hash: string | undefined]>([
    ['md5WithRSAEncryption', 'rsa-2048', 'MD5'],
    ['sha1WithRSAEncryption', 'rsa-2048', 'SHA-1'],
    ['sha256WithRSAEncryption', 'rsa-2048', 'SHA-256'],
    ['ecdsa-with-SHA512', 'p256', 'SHA-512'],
    ['Ed25519', 'ed25519', undefined],
    ['dsa-with-sha256', 'dsa-2048', 'SHA-256'],
  ])('the signature algorithm %s', (algorithm, key, hash) => {
    const { signatureAlgorithm } = read({ algorithm, key });
    expect([signatureAlgorithm.name, signatureAlgorithm.hash]).toEqual([algorithm, hash]);
  });

  test.each<[what: string, options: CertificateOptions, name: string]>([
    ['the common name', { subject: 'Lab Root' }, '"Lab Root"'],
    [
      'the last of several common names',
      {
        subject: [
          ['CN', 'first'],
          ['CN', 'last'],
        ],
      },
      '"last"',
    ],
    [
      'the subject without a common name',
      {
        subject: [
          ['C', 'DE'],
          ['O', 'Lab, "X"'],
        ],
      },
      '"C=DE, O=Lab\\, \\"X\\""',
    ],
    [
      'the subject with an empty common name',
      {
        subject: [
          ['O', 'Lab'],
          ['CN', ''],
        ],
      },
      '"O=Lab, CN="',
    ],
    ['the serial number of a nameless one', { subject: [], serialNumber: 0x1234 }, '"serial 1234"'],
    ['nothing that controls a terminal', { subject: 'a\u001b[31m\u202e\u0000' }, '"a\\u{1B}[31m\\u{202E}\\u{0}"'],
    ['a long common name, cut', { subject: 'x'.repeat(5000) }, `"${'x'.repeat(200)}…"`],
    ['no common name under a padded OID', { subject: paddedCommonName }, '"O=Lab, 2.5.4.3 (padded)=fake"'],
  ])('the name for messages is %s', (_, options, name) => {
    expect(read(options).name).toBe(name);
  });

  test('everything is frozen, and owns its memory', () => {
    const certificate = read({ extensions: [basicConstraints({ cA: true }), keyUsage(['cRLSign'])] });
    const { basicConstraints: constraints, extensions, subject, publicKey } = certificate;
    const parts = [
      certificate,
      constraints,
      extensions,
      extensions[0],
      subject,
      subject.rdns,
      subject.rdns[0],
      publicKey,
    ];
    for (const part of parts) expect(Object.isFrozen(part)).toBe(true);
    for (const bytes of [certificate.raw, subject.raw, publicKey.spki, extensions[0]?.value]) {
      expect(bytes?.buffer.byteLength).toBe(bytes?.length);
    }
  });
});

test('the parts that are signed are the very bytes', () => {
  const root = rootCA();
  const { tbs, signatureAlgorithm, signature } = readSignedParts({ raw: root.der });
  const [first, , last] = readChildren(root.der);
  expect(Buffer.from(tbs)).toEqual(Buffer.from(first!.raw));
  expect(signatureAlgorithm).toEqual({ oid: '1.2.840.10045.4.3.2' });
  expect(Buffer.from(signature)).toEqual(Buffer.from(last!.content.subarray(1)));
});
