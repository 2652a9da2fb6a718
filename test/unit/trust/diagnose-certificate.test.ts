import { checkPrimeSync, generatePrimeSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  derBitString,
  derContext,
  derContextPrimitive,
  derInteger,
  derNull,
  derOid,
  derSequence,
  derValue,
} from '../../../src/asn1/der.js';
import { decodeCertificate } from '../../../src/pki/certificate.js';
import { diagnoseCertificate } from '../../../src/trust/diagnose-certificate.js';
import {
  algorithmIdentifier,
  at,
  basicConstraints,
  commonName,
  extension,
  issue,
  keyUsage,
  subjectKeyIdentifier,
  type LabOptions,
} from './lab.js';

const root = issue({ key: 'RSA-2048' });

/** A sound leaf below an RSA root, apart from what the options change. */
const leaf = (options: LabOptions): LabOptions => ({
  issuer: root,
  subject: commonName('host'),
  extensions: [basicConstraints(false), keyUsage(0x80)],
  ...options,
});

const codes = (options: LabOptions, role: 'root' | 'other' = 'other'): string[] =>
  diagnoseCertificate(issue(leaf(options)).certificate, { at, role }).map(
    ({ code, severity }) => `${severity} ${code}`,
  );

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const utcTime = (text: string): Uint8Array => derValue(0x17, ascii(text));
const generalizedTime = (text: string): Uint8Array => derValue(0x18, ascii(text));

const rsaSpki = (modulus: bigint, exponent = 65537n): Uint8Array =>
  derSequence(
    derSequence(derOid('1.2.840.113549.1.1.1'), derNull()),
    derBitString(derSequence(derInteger(modulus), derInteger(exponent))),
  );

const prime = (bits: number): bigint => generatePrimeSync(bits, { bigint: true });
/** Both primes have their two highest bits set, so that the product has exactly twice the bits. */
const product = (bits: number): bigint => prime(bits / 2) * prime(bits / 2);
const sound2048 = product(2048);
const sound4096 = sound2048 * product(2048);

describe('a sound certificate that is only carried', () => {
  test.each([
    ['with P-256', {}],
    ['with RSA-2048', { key: 'RSA-2048' }],
    ['with a modulus of 4096 bits', { spki: rsaSpki(sound4096) }],
    ['signed with SHA-384', { signature: 'RSA SHA-384' }],
    ['of version 1', { version: 'none', extensions: [] }],
    ['without any extension', { extensions: [] }],
  ] satisfies [string, LabOptions][])('%s has no issue', (_, options) => {
    expect(codes(options)).toEqual([]);
  });
});

describe('RSA keys', () => {
  test.each([
    ['2047 bits', rsaSpki(prime(1024) * prime(1023)), ['error rsa-min-2048']],
    ['2048 bits', rsaSpki(sound2048), []],
    ['more than 4096 bits', rsaSpki(sound4096 * prime(16)), ['warning rsa-max-8192']],
    ['exponent 1', rsaSpki(sound2048, 1n), ['error rsa-exponent-invalid']],
    ['exponent 0', rsaSpki(sound2048, 0n), ['error rsa-exponent-invalid']],
    ['exponent 65538', rsaSpki(sound2048, 65538n), ['error rsa-exponent-invalid']],
    ['exponent 3', rsaSpki(sound2048, 3n), ['warning rsa-exponent-small']],
    ['exponent 65535', rsaSpki(sound2048, 65535n), ['warning rsa-exponent-small']],
    ['exponent 65539', rsaSpki(sound2048, 65539n), []],
    ['a factor of 1999', rsaSpki(1999n * prime(1024) * prime(1024)), ['error rsa-small-factor']],
    ['an even modulus', rsaSpki(2n * prime(1024) * prime(1024)), ['error rsa-small-factor']],
  ] satisfies [string, Uint8Array, string[]][])('with %s', (_, spki, expected) => {
    expect(codes({ spki })).toEqual(expected);
    expect(codes({ spki }, 'root')).toEqual(expected);
  });

  test('above 8192 bits cannot be loaded', () => {
    const modulus = (2n ** 8192n + 3n) | 1n;
    expect(codes({ spki: rsaSpki(modulus) })).toContain('error rsa-max-8192');
    expect(codes({ spki: rsaSpki(sound4096 * sound2048) })).toEqual(['warning rsa-max-8192']);
  });

  test('with close primes', () => {
    const p = prime(1024);
    let q = p + 2n;
    while (!checkPrimeSync(q)) q += 2n;
    expect(codes({ spki: rsaSpki(p * q) })).toEqual(['error rsa-close-primes']);
  });

  test('of the ROCA kind', () => {
    const roca = (exponent: number): bigint => 65537n ** BigInt(exponent);
    // A power of 65537 is one modulo every prime, which is all that the fingerprint asks.
    expect(codes({ spki: rsaSpki(roca(131)) })).toEqual(['error rsa-roca']);
    expect(codes({ spki: rsaSpki(roca(131) + 2n) })).not.toContain('error rsa-roca');
  });

  test('that cannot be read', () => {
    const spki = derSequence(derSequence(derOid('1.2.840.113549.1.1.1'), derNull()), derBitString(derSequence()));
    expect(codes({ spki })).toEqual(['error key-unreadable']);
  });

  test('with a modulus of a million bits cost no arithmetic', () => {
    expect(codes({ spki: rsaSpki(2n ** 1_000_000n) })).toEqual(['error rsa-max-8192']);
  });
});

describe('keys that Apple does not take are warnings when they are only carried, and errors in a root', () => {
  test.each([
    ['Ed25519', 'ed25519-unsupported'],
    ['Ed448', 'ed25519-unsupported'],
    ['DSA', 'key-type-unsupported'],
    ['RSA-PSS', 'key-type-unsupported'],
    ['X25519', 'key-type-unsupported'],
    ['P-224', 'ec-curves'],
    ['secp256k1', 'ec-curves'],
  ] as const)('%s', (key, code) => {
    expect(codes({ key })).toEqual([`warning ${code}`]);
    expect(codes({ key }, 'root')).toEqual([`error ${code}`]);
  });

  test('a curve that is spelt out is an error everywhere', () => {
    expect(codes({ key: 'explicit' })).toEqual(['error ec-explicit-parameters']);
    expect(codes({ key: 'explicit' }, 'root')).toEqual(['error ec-explicit-parameters']);
  });
});

describe('signatures of a certificate that is not self-signed', () => {
  test('SHA-1 still serves EAP when it is carried; MD5 serves nothing', () => {
    expect(codes({ signature: 'RSA SHA-1' })).toEqual(['warning sha1-signature']);
    expect(codes({ signature: 'RSA SHA-1' }, 'root')).toEqual(['error sha1-signature']);
    expect(codes({ signature: 'RSA MD5' })).toEqual(['error sha1-signature']);
  });

  test('RSASSA-PSS', () => {
    expect(codes({ signature: 'PSS' })).toEqual(['warning rsa-pss-signature']);
  });

  test('two different algorithms are one issue, not also a departure from DER', () => {
    expect(codes({ outerAlgorithm: algorithmIdentifier('RSA SHA-384') })).toEqual(['error sigalg-mismatch']);
  });
});

describe('dates', () => {
  test.each([
    ['expired', { notAfter: new Date('2026-06-01T11:59:59Z') }, ['error certificate-expired']],
    ['not yet valid', { notBefore: new Date('2026-06-01T12:00:01Z') }, ['warning not-yet-valid']],
    [
      'reversed',
      { notBefore: new Date('2027-01-01T00:00:00Z'), notAfter: new Date('2026-12-01T00:00:00Z') },
      ['error validity-reversed', 'warning not-yet-valid'],
    ],
    ['ending in the UTCTime 550101', { notAfter: utcTime('550101000000Z') }, ['error date-encoding']],
    [
      'ending in the UTCTime 700101',
      { notAfter: utcTime('700101000000Z') },
      ['error validity-reversed', 'error certificate-expired'],
    ],
    [
      'ending in 1955 by GeneralizedTime',
      { notAfter: generalizedTime('19550101000000Z') },
      ['error validity-reversed', 'error certificate-expired'],
    ],
    ['beginning in the UTCTime 500101', { notBefore: utcTime('500101000000Z') }, ['warning date-encoding']],
    ['ending in the UTCTime 491231', { notAfter: utcTime('491231235959Z') }, []],
  ] satisfies [string, LabOptions, string[]][])('%s', (_, options, expected) => {
    expect(codes(options)).toEqual(expected);
  });
});

describe('version, serial number, extensions', () => {
  const version = (octet: number): Uint8Array => derContext(0, derInteger(octet));
  test.each([
    ['version 4', { version: version(3) }, ['error x509-version']],
    ['version 1 that is spelt out', { version: version(0), extensions: [] }, ['error x509-version']],
    ['version 1 with extensions', { version: 'none' }, ['error x509-version']],
    ['version 2 with extensions', { version: version(1) }, ['error x509-version']],
    ['version 2', { version: version(1), extensions: [] }, []],
    ['serial number 0', { serial: derInteger(0) }, ['warning serial-number']],
    ['serial number -1', { serial: derInteger(-1) }, ['warning serial-number']],
    ['serial number of 21 octets', { serial: derValue(2, new Uint8Array(21).fill(1)) }, ['warning serial-number']],
    ['serial number of 37 octets', { serial: derValue(2, new Uint8Array(37).fill(1)) }, ['warning serial-number']],
    ['serial number of 38 octets', { serial: derValue(2, new Uint8Array(38).fill(1)) }, ['error serial-number']],
    [
      'an extension twice',
      { extensions: [subjectKeyIdentifier(ascii('a')), subjectKeyIdentifier(ascii('a'))] },
      ['error duplicate-extension'],
    ],
    [
      'an extension three times',
      { extensions: ['a', 'b', 'c'].map((text) => subjectKeyIdentifier(ascii(text))) },
      ['error duplicate-extension'],
    ],
    [
      'an empty SubjectAltName',
      { extensions: [extension('2.5.29.17', derSequence())] },
      ['error known-extension-unparseable'],
    ],
    ['an unknown extension with anything in it', { extensions: [extension('1.2.3.4', ascii('?'))] }, []],
    ['broken basicConstraints', { extensions: [extension('2.5.29.19', derNull())] }, ['error basic-constraints-der']],
  ] satisfies [string, LabOptions, string[]][])('%s', (_, options, expected) => {
    expect(codes(options)).toEqual(expected);
  });

  test('an empty serial number is no number, and no DER', () => {
    expect(codes({ serial: derValue(2) })).toEqual(['warning serial-number', 'warning certificate-not-der']);
  });

  test('both basicConstraints of a certificate that has a true and a false one are reported', () => {
    expect(codes({ extensions: [basicConstraints(true), basicConstraints(false)] })).toEqual([
      'error duplicate-extension',
    ]);
  });
});

describe('encoding and names', () => {
  test('departures from DER are one warning that counts them and names the first place', () => {
    const { certificate } = issue(leaf({}));
    // A length of 82 xx xx becomes 83 00 xx xx: the same certificate, not minimal.
    const padded = Uint8Array.of(0x30, 0x83, 0, ...certificate.raw.subarray(2));
    const found = diagnoseCertificate(decodeCertificate(padded), { at });
    expect(found).toMatchObject([
      {
        code: 'certificate-not-der',
        severity: 'warning',
        message: '"host" departs from DER once at byte 0: length is not minimal',
      },
    ]);
  });

  test.each([
    ['NUL', 'bank.example\u0000.evil.example', '\\u{0}'],
    ['a line feed', 'Lab\nroot', '\\u{A}'],
    ['an escape', 'Lab\u001b[31m', '\\u{1B}'],
    ['a bidirectional override', 'Lab \u202egpj', '\\u{202E}'],
    ['a zero-width space', 'La\u200bb', '\\u{200B}'],
  ])('%s in a name is shown escaped', (_, text, shown) => {
    const [found, ...others] = diagnoseCertificate(issue(leaf({ subject: commonName(text) })).certificate, { at });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'name-hazard', severity: 'warning' });
    expect(found?.message).toContain(shown);
    expect(found?.message).not.toMatch(/[\p{Cc}\u202e\u200b]/u);
  });

  test('hazards in the issuer and in SubjectAltName are told apart', () => {
    const dnsName = extension('2.5.29.17', derSequence(derContextPrimitive(2, ascii('a\u0000b'))));
    expect(codes({ extensions: [dnsName] })).toEqual(['warning name-hazard']);
    expect(codes({ issuerName: commonName('a\u0000b') })).toEqual(['warning name-hazard']);
    expect(codes({ subject: commonName('Müller 日本 & <Söhne>') })).toEqual([]);
  });

  test('a very long name is cut in the message', () => {
    const [found] = diagnoseCertificate(
      issue(leaf({ subject: commonName(`\u0000${'x'.repeat(50_000)}`) })).certificate,
      { at },
    );
    expect(found?.code).toBe('name-hazard');
    expect(found?.message.length).toBeLessThan(1000);
  });
});
