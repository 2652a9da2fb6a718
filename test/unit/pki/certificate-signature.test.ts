import { constants, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derBitString, derContext, derInteger, derNull, derOid, derSequence } from '../../../src/asn1/der.js';
import { decodeCertificate, readSignedParts } from '../../../src/pki/certificate.js';
import { verifyCertificateSignature } from '../../../src/pki/certificate-signature.js';
import { rootCA } from '../../support/authorities.js';

const tbs = new TextEncoder().encode('the signed part');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed25519 = generateKeyPairSync('ed25519');

const spkiOf = (key: KeyObject): Uint8Array => new Uint8Array(key.export({ type: 'spki', format: 'der' }));

interface Case {
  readonly name: string;
  readonly oid: string;
  readonly parameters?: Uint8Array;
  readonly keys: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  readonly hash: string | null;
}

const withHash = (
  name: string,
  oid: string,
  keys: Case['keys'],
  hash: string | null,
  parameters?: Uint8Array,
): Case => ({
  name,
  oid,
  keys,
  hash,
  ...(parameters ? { parameters } : {}),
});

const dsa = generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 });
const cases: readonly Case[] = [
  withHash('md5WithRSAEncryption', '1.2.840.113549.1.1.4', rsa, 'md5', derNull()),
  withHash('sha1WithRSAEncryption', '1.2.840.113549.1.1.5', rsa, 'sha1', derNull()),
  withHash('sha224WithRSAEncryption', '1.2.840.113549.1.1.14', rsa, 'sha224', derNull()),
  withHash('sha256WithRSAEncryption', '1.2.840.113549.1.1.11', rsa, 'sha256', derNull()),
  withHash('sha256WithRSAEncryption without parameters', '1.2.840.113549.1.1.11', rsa, 'sha256'),
  withHash('sha384WithRSAEncryption', '1.2.840.113549.1.1.12', rsa, 'sha384', derNull()),
  withHash('sha512WithRSAEncryption', '1.2.840.113549.1.1.13', rsa, 'sha512', derNull()),
  withHash('ecdsa-with-SHA1', '1.2.840.10045.4.1', p256, 'sha1'),
  withHash('ecdsa-with-SHA224', '1.2.840.10045.4.3.1', p256, 'sha224'),
  withHash('ecdsa-with-SHA256', '1.2.840.10045.4.3.2', p256, 'sha256'),
  withHash('ecdsa-with-SHA384', '1.2.840.10045.4.3.3', generateKeyPairSync('ec', { namedCurve: 'P-384' }), 'sha384'),
  withHash('ecdsa-with-SHA512', '1.2.840.10045.4.3.4', generateKeyPairSync('ec', { namedCurve: 'P-521' }), 'sha512'),
  withHash('Ed25519', '1.3.101.112', ed25519, null),
  withHash('Ed448', '1.3.101.113', generateKeyPairSync('ed448'), null),
  withHash('dsa-with-sha256', '2.16.840.1.101.3.4.3.2', dsa, 'sha256'),
];

describe('verifyCertificateSignature', () => {
  test.each(cases)('takes $name, and refuses it over other bytes or from another key', (entry) => {
    const signatureAlgorithm = {
      oid: entry.oid,
      ...(entry.parameters ? { parameters: entry.parameters } : {}),
    };
    const signature = sign(entry.hash, tbs, entry.keys.privateKey);
    const spki = spkiOf(entry.keys.publicKey);
    expect(verifyCertificateSignature({ tbs, signatureAlgorithm, signature }, spki)).toBe('valid');
    const other = Uint8Array.of(...tbs, 0);
    expect(verifyCertificateSignature({ tbs: other, signatureAlgorithm, signature }, spki)).toBe('invalid');
    const empty = new Uint8Array();
    expect(verifyCertificateSignature({ tbs, signatureAlgorithm, signature: empty }, spki)).toBe('invalid');
  });

  test('refuses the signature of another key of the same kind', () => {
    const signature = sign('sha256', tbs, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
    const parts = { tbs, signatureAlgorithm: { oid: '1.2.840.10045.4.3.2' }, signature };
    expect(verifyCertificateSignature(parts, spkiOf(p256.publicKey))).toBe('invalid');
  });

  test('an algorithm of another kind than the key is invalid, whatever the bytes', () => {
    const signature = sign('sha256', tbs, p256.privateKey);
    const parts = { tbs, signatureAlgorithm: { oid: '1.2.840.113549.1.1.11' }, signature };
    expect(verifyCertificateSignature(parts, spkiOf(p256.publicKey))).toBe('invalid');
  });

  test('goes by the key that the bytes hold now, not by what they held in an earlier call', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const signature = sign('sha256', tbs, p256.privateKey);
    const parts = { tbs, signatureAlgorithm: { oid: '1.2.840.10045.4.3.2' }, signature };
    const spki = spkiOf(p256.publicKey);
    expect([1, 2].map(() => verifyCertificateSignature(parts, spki))).toEqual(['valid', 'valid']);
    spki.set(spkiOf(other.publicKey));
    expect(verifyCertificateSignature(parts, spki)).toBe('invalid');
    expect(verifyCertificateSignature(parts, spki.fill(0))).toBe('unsupported');
    spki.set(spkiOf(p256.publicKey));
    expect(verifyCertificateSignature(parts, spki)).toBe('valid');
  });

  test('goes by the bytes that a certificate holds now', () => {
    const root = decodeCertificate(rootCA().der);
    const verdict = (): string => verifyCertificateSignature(readSignedParts(root), root.publicKey.spki);
    expect([verdict(), verdict()]).toEqual(['valid', 'valid']);
    for (const offset of [40, root.raw.length - 1]) {
      root.raw[offset]! ^= 1;
      expect(verdict()).toBe('invalid');
      root.raw[offset]! ^= 1;
    }
    expect(verdict()).toBe('valid');
  });
});

const oids = {
  pss: '1.2.840.113549.1.1.10',
  mgf1: '1.2.840.113549.1.1.8',
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
};
const hashId = (oid: string): Uint8Array => derSequence(derOid(oid), derNull());
const mask = (oid: string): Uint8Array => derSequence(derOid(oids.mgf1), hashId(oid));
const pssSignature = (hash: string, saltLength: number): Uint8Array =>
  sign(hash, tbs, { key: rsa.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });
const verifyPss = (parameters: Uint8Array | undefined, signature: Uint8Array): string =>
  verifyCertificateSignature(
    { tbs, signatureAlgorithm: { oid: oids.pss, ...(parameters ? { parameters } : {}) }, signature },
    spkiOf(rsa.publicKey),
  );

describe('RSASSA-PSS', () => {
  const sha256 = (saltLength: number, ...rest: readonly Uint8Array[]): Uint8Array =>
    derSequence(
      derContext(0, hashId(oids.sha256)),
      derContext(1, mask(oids.sha256)),
      derContext(2, derInteger(saltLength)),
      ...rest,
    );

  test('takes the hash and the salt length from its parameters', () => {
    expect(verifyPss(sha256(32), pssSignature('sha256', 32))).toBe('valid');
    expect(verifyPss(sha256(20), pssSignature('sha256', 32))).toBe('invalid');
    expect(verifyPss(sha256(32), pssSignature('sha384', 32))).toBe('invalid');
  });

  test('empty parameters mean SHA-1 and a salt of 20 octets', () => {
    expect(verifyPss(derSequence(), pssSignature('sha1', 20))).toBe('valid');
    expect(verifyPss(derSequence(), pssSignature('sha256', 20))).toBe('invalid');
  });

  test('what cannot be checked is unsupported: no parameters, another mask hash, another trailer, absurd salts', () => {
    const signature = pssSignature('sha256', 32);
    expect(verifyPss(undefined, signature)).toBe('unsupported');
    expect(verifyPss(derNull(), signature)).toBe('unsupported');
    expect(verifyPss(Uint8Array.of(0x30, 0x80), signature)).toBe('unsupported');
    const mixed = derSequence(derContext(0, hashId(oids.sha256)), derContext(1, mask(oids.sha1)));
    expect(verifyPss(mixed, signature)).toBe('unsupported');
    expect(verifyPss(sha256(32, derContext(3, derInteger(2))), signature)).toBe('unsupported');
    expect(verifyPss(sha256(-1), signature)).toBe('unsupported');
    expect(verifyPss(sha256(1_000_000), signature)).toBe('unsupported');
  });
});

describe('keys that are never used', () => {
  const signature = sign('sha256', tbs, rsa.privateKey);
  const parts = { tbs, signatureAlgorithm: { oid: '1.2.840.113549.1.1.11', parameters: derNull() }, signature };
  const rsaSpki = (modulus: bigint, exponent: bigint): Uint8Array =>
    derSequence(
      derSequence(derOid('1.2.840.113549.1.1.1'), derNull()),
      derBitString(derSequence(derInteger(modulus), derInteger(exponent))),
    );

  test('an RSA modulus above 16384 bits, and an exponent above 64 bits', () => {
    expect(verifyCertificateSignature(parts, rsaSpki(2n ** 16384n + 1n, 65537n))).toBe('unsupported');
    expect(verifyCertificateSignature(parts, rsaSpki(2n ** 2047n + 1n, 2n ** 64n + 1n))).toBe('unsupported');
    expect(verifyCertificateSignature(parts, rsaSpki(2n ** 2047n + 1n, 2n ** 64n - 1n))).toBe('invalid');
  });

  test('a curve that is spelt out, though the signature fits (CVE-2020-0601)', () => {
    const keys = generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' });
    const own = {
      tbs,
      signatureAlgorithm: { oid: '1.2.840.10045.4.3.2' },
      signature: sign('sha256', tbs, keys.privateKey),
    };
    expect(verifyCertificateSignature(own, spkiOf(keys.publicKey))).toBe('unsupported');
  });

  test('an unknown algorithm, and parameters that the algorithm does not have', () => {
    const spki = spkiOf(rsa.publicKey);
    const unknown = (oid: string, parameters: Uint8Array = derNull()): string =>
      verifyCertificateSignature({ ...parts, signatureAlgorithm: { oid, parameters } }, spki);
    expect(unknown('1.2.840.113549.1.1.2')).toBe('unsupported');
    expect(unknown('toString')).toBe('unsupported');
    expect(unknown('1.2.840.113549.1.1.11', derSequence())).toBe('unsupported');
    expect(unknown('1.2.840.113549.1.1.11')).toBe('valid');
  });

  test('bytes that are no key, never an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (spki) => {
        expect(verifyCertificateSignature(parts, spki)).toBe('unsupported');
      }),
    );
  });

  test('a key with one byte changed ends in a verdict, and never in valid when the modulus is another', () => {
    const spki = spkiOf(rsa.publicKey);
    const modulus = { from: spki.length - 5 - 256, to: spki.length - 5 };
    fc.assert(
      fc.property(fc.nat({ max: spki.length - 1 }), fc.integer({ min: 1, max: 255 }), (index, change) => {
        const changed = spki.map((octet, place) => (place === index ? octet ^ change : octet));
        const verdict = verifyCertificateSignature(parts, changed);
        const isModulus = index >= modulus.from && index < modulus.to;
        expect(isModulus ? ['invalid', 'unsupported'] : ['valid', 'invalid', 'unsupported']).toContain(verdict);
      }),
    );
  });
});
