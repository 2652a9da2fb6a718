import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { derOid, derSequence, derUtf8String, derSetOf } from '../../../src/asn1/der.js';
import { diagnoseRoot } from '../../../src/trust/diagnose-root.js';
import { rootCA } from '../../support/authorities.js';
import { encodeGeneralName } from '../../support/general-name.js';
import {
  at,
  authorityKeyIdentifier,
  basicConstraints,
  caExtensions,
  commonName,
  extension,
  issue,
  keyPair,
  keyUsage,
  name,
  subjectKeyIdentifier,
  type LabOptions,
} from './lab.js';

const codes = (options: LabOptions): string[] =>
  diagnoseRoot(issue(options).certificate, { at }).map(({ code, severity }) => `${severity} ${code}`);

const id = (text: string): Uint8Array => new Uint8Array(createHash('sha1').update(text).digest());

describe('a proper root', () => {
  test.each([
    ['with P-256', {}],
    ['with P-384', { key: 'P-384' }],
    ['with RSA-2048', { key: 'RSA-2048' }],
    ['without keyUsage', { extensions: [basicConstraints(true)] }],
    [
      'with basicConstraints that is not critical',
      { extensions: [extension('2.5.29.19', derSequence(Uint8Array.of(1, 1, 255)))] },
    ],
    ['with path length 0', { extensions: [basicConstraints(true, 0)] }],
    ['signed with SHA-1 by itself', { key: 'RSA-2048', signature: 'RSA SHA-1' }],
    ['signed with MD5 by itself', { key: 'RSA-2048', signature: 'RSA MD5' }],
    ['that is valid for 25 years', { notAfter: new Date('2049-12-31T00:00:00Z') }],
    ['that ends in 2055, as GeneralizedTime', { notAfter: new Date('2055-01-01T00:00:00Z') }],
    ['with SKI and no AKI', { extensions: [...caExtensions(), subjectKeyIdentifier(id('a'))] }],
    [
      'with AKI equal to SKI',
      { extensions: [...caExtensions(), subjectKeyIdentifier(id('a')), authorityKeyIdentifier(id('a'))] },
    ],
    [
      'with an unknown critical extension, which nobody looks at in a root',
      { extensions: [...caExtensions(), extension('1.2.3.4', derUtf8String('x'), true)] },
    ],
    [
      'whose subject has more than a CN',
      { subject: name(['2.5.4.6', 'DE'], ['2.5.4.10', 'Lab AG'], ['2.5.4.3', 'Lab']) },
    ],
    ['with serial number of 20 octets', { serial: Uint8Array.of(2, 20, 0x7f, ...new Uint8Array(19)) }],
  ] satisfies [string, LabOptions][])('%s has no issue', (_, options) => {
    expect(codes(options)).toEqual([]);
  });

  test('that names issuer and subject in other cases and spaces is still self-signed', () => {
    expect(codes({ subject: commonName('Lab  Root'), issuerName: commonName('LAB root ') })).toEqual([]);
  });
});

describe('a root that will not be listed', () => {
  test.each([
    ['without basicConstraints', { extensions: [keyUsage(0x06)] }, ['error root-ca-flag']],
    ['with cA=FALSE', { extensions: [basicConstraints(false), keyUsage(0x06)] }, ['error root-ca-flag']],
    [
      'with TRUE written as 01',
      { extensions: [extension('2.5.29.19', Uint8Array.of(0x30, 3, 1, 1, 1)), keyUsage(0x06)] },
      ['error basic-constraints-der'],
    ],
    ['without CN', { subject: name(['2.5.4.10', 'Lab']) }, ['error root-common-name']],
    ['with a blank CN', { subject: name(['2.5.4.10', 'Lab'], ['2.5.4.3', '  ']) }, ['error root-common-name']],
    ['with an empty subject', { subject: name() }, ['error root-empty-subject']],
    [
      'whose keyUsage has no keyCertSign',
      { extensions: [basicConstraints(true), keyUsage(0x80)] },
      ['error root-ku-certsign'],
    ],
    ['whose keyUsage is empty', { extensions: [basicConstraints(true), keyUsage(0)] }, ['error root-ku-certsign']],
    [
      'with AKI and no SKI',
      { extensions: [...caExtensions(), authorityKeyIdentifier(id('a'))] },
      ['error root-self-signed-shape'],
    ],
    [
      'with AKI other than SKI',
      { extensions: [...caExtensions(), subjectKeyIdentifier(id('a')), authorityKeyIdentifier(id('b'))] },
      ['error root-self-signed-shape'],
    ],
    ['that another key has signed', { signer: keyPair('P-256 b') }, ['error root-self-signed-shape']],
    ['that is signed with an unknown algorithm', { signature: 'unknown' }, ['error root-self-signed-shape']],
    ['that is expired', { notAfter: new Date('2026-06-01T11:59:59Z') }, ['error root-expired']],
    ['that is not yet valid', { notBefore: new Date('2026-06-01T12:00:01Z') }, ['warning not-yet-valid']],
    ['of version 1', { version: 'none', extensions: [] }, ['warning x509-version']],
    ['with an Ed25519 key', { key: 'Ed25519' }, ['error ed25519-unsupported']],
    ['with an Ed448 key', { key: 'Ed448' }, ['error ed25519-unsupported']],
    ['that is signed with RSASSA-PSS', { key: 'RSA-2048', signature: 'PSS' }, ['error rsa-pss-signature']],
    ['with an RSA-PSS key', { key: 'RSA-PSS' }, ['error key-type-unsupported', 'error rsa-pss-signature']],
    ['with a DSA key', { key: 'DSA' }, ['error key-type-unsupported']],
    ['on secp256k1', { key: 'secp256k1' }, ['error ec-curves']],
    ['with a curve that is spelt out', { key: 'explicit' }, ['error ec-explicit-parameters']],
    ['on P-521', { key: 'P-521' }, ['warning p521-leaf']],
  ] satisfies [string, LabOptions, string[]][])('%s', (_, options, expected) => {
    expect(codes(options)).toEqual(expected);
  });

  test.each([
    ['iOS', '26.0', 'error'],
    ['iOS', '10.2', 'warning'],
    ['tvOS', '18.0', 'error'],
    ['visionOS', '2.0', 'error'],
    ['macOS', '15.0', 'warning'],
    ['watchOS', '11.0', 'warning'],
  ] as const)('without CN on %s %s, which has the list or not', (os, version, severity) => {
    const { certificate } = issue({ subject: name(['2.5.4.10', 'Lab']) });
    expect(diagnoseRoot(certificate, { at, platform: { os, version } })).toMatchObject([
      { code: 'root-common-name', severity },
    ]);
  });

  test('the end and the start of validity belong to it', () => {
    expect(codes({ notBefore: at })).toEqual([]);
    expect(codes({ notAfter: at })).toEqual([]);
  });

  test('a leaf that another CA issued is told to be that first, and not to be made again as a CA', () => {
    const root = issue();
    const leaf = { issuer: root, subject: commonName('host'), extensions: [basicConstraints(false), keyUsage(0x80)] };
    expect(codes(leaf)).toEqual(['error root-not-self-signed', 'error root-ca-flag', 'error root-ku-certsign']);
    for (const { hint } of diagnoseRoot(issue(leaf).certificate, { at })) {
      expect(hint).toContain('pass the self-signed certificate of "Lab" in its place');
      expect(hint).toContain('-subj "/CN=Lab"');
    }
  });

  test('an intermediate names the issuer that should be passed', () => {
    const root = issue();
    const [found, ...others] = diagnoseRoot(issue({ issuer: root, subject: commonName('Sub') }).certificate, { at });
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'root-not-self-signed',
      message: '"Sub" is not self-signed: it was issued by "Lab"',
    });
    expect(found?.hint).toContain('the self-signed certificate of "Lab"');
    expect(found?.hint).toContain('-subj "/CN=Sub"');
  });

  test('judges by the present when no time is given', () => {
    const { certificate } = issue({
      notBefore: new Date('2000-01-01T00:00:00Z'),
      notAfter: new Date('2001-01-01T00:00:00Z'),
    });
    expect(diagnoseRoot(certificate).map(({ code }) => code)).toEqual(['root-expired']);
  });
});

test('the message says what a person sees, the hint what to type', () => {
  const [found] = diagnoseRoot(issue({ extensions: [] }).certificate, { at });
  expect(found?.message).toBe('"Lab" is not a CA: basicConstraints is missing');
  expect(found?.hint).toBe(
    'make it again with `openssl req -x509 -new -newkey rsa:3072 -noenc -keyout ca.key -out ca.pem -days 3650 ' +
      '-subj "/CN=Lab" -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign`',
  );
  expect(found?.where).toMatchObject({ certificate: { name: '"Lab"' } });
});

test('no issue comes twice, and each code stands in one rule', () => {
  const subject = derSequence(derSetOf(derSequence(derOid('2.5.4.3'), derUtf8String('a\u0000b'))));
  const found = diagnoseRoot(
    issue({ subject, key: 'RSA-1024', extensions: [], notAfter: new Date('2026-02-01T00:00:00Z') }).certificate,
    { at },
  ).map(({ code }) => code);
  expect(found).toEqual(['root-ca-flag', 'rsa-min-2048', 'root-expired', 'name-hazard']);
});

describe('a root beside others', () => {
  const old = issue({ subject: commonName('Renewed'), extensions: caExtensions() });
  const renewed = issue({
    subject: commonName('renewed '),
    extensions: caExtensions(),
    notAfter: new Date('2040-01-01'),
  });
  const other = issue({ subject: commonName('Another'), extensions: caExtensions() });
  const codes = (options: Parameters<typeof diagnoseRoot>[1]): string[] =>
    diagnoseRoot(renewed.certificate, { at, ...options }).map(({ code, severity }) => `${severity} ${code}`);

  test('that has its subject needs a switch of its own', () => {
    expect(codes({ others: [other.certificate, old.certificate] })).toEqual(['warning root-duplicate']);
    expect(codes({ others: [other.certificate, renewed.certificate] })).toEqual([]);
  });

  test('that issued an intermediate makes the intermediate harmless', () => {
    const intermediate = { subject: commonName('Sub'), key: 'Ed25519', extensions: caExtensions() } as const;
    const judge = (issuer: typeof old, others: readonly (typeof old)[]): string[] => {
      const { certificate } = issue({ ...intermediate, issuer });
      const options = { at, others: others.map((one) => one.certificate) };
      return diagnoseRoot(certificate, options).map(({ code, severity }) => `${severity} ${code}`);
    };
    expect(judge(old, [other])).toEqual(['error root-not-self-signed', 'error ed25519-unsupported']);
    // The rest is judged as in any certificate that is only carried.
    expect(judge(old, [other, old])).toEqual(['info root-not-self-signed', 'warning ed25519-unsupported']);
  });

  test('does not make a server harmless that it issued', () => {
    const { certificate } = issue({ issuer: old, subject: commonName('host'), extensions: [basicConstraints(false)] });
    expect(diagnoseRoot(certificate, { at, others: [old.certificate] })[0]).toMatchObject({
      code: 'root-not-self-signed',
      severity: 'error',
    });
  });

  test.each([
    ['18.0', ['info ios18-toggle-missing']],
    ['18', ['info ios18-toggle-missing']],
    ['18.0.1', ['info ios18-toggle-missing']],
    ['18.1', []],
    ['17.7', []],
    ['26.0', []],
  ])('iOS %s has its own idea of the list', (version, expected) => {
    expect(codes({ platform: { os: 'iOS', version } })).toEqual(expected);
    expect(codes({ platform: { os: 'macOS', version } })).toEqual([]);
  });
});

describe('wrong arguments are a TypeError that names them', () => {
  const { certificate } = issue();
  const { pem } = rootCA();
  test.each<[string, unknown, unknown, RegExp]>([
    ['PEM', pem, {}, /^certificate must be one that readCertificate returned/],
    ['bytes', certificate.raw, {}, /^certificate must/],
    ['nothing', undefined, {}, /^certificate must/],
    ['null as options', certificate, null, /^options must be an object/],
    ['a misspelt option', certificate, { platfrom: undefined }, /^options\.platfrom is not known; known are /],
    ['PEM among the others', certificate, { others: [pem] }, /^options\.others must/],
    ['one certificate as others', certificate, { others: certificate }, /^options\.others must/],
    ['a text as the time', certificate, { at: '2026-01-01' }, /^options\.at must be a valid Date/],
    ['a version alone', certificate, { platform: '17' }, /^platform must/],
  ])('%s', (_, given, options, message) => {
    const run = (): unknown => diagnoseRoot(given as never, options as never);
    expect(run).toThrow(TypeError);
    expect(run).toThrow(message);
  });
});

test('a certificate with the name of the CA that issued it is told to bear the signature of another key', () => {
  const root = issue();
  const namesake = issue({ issuer: root, key: 'P-384', extensions: [basicConstraints(false)] }).certificate;
  const [found] = diagnoseRoot(namesake, { at });
  expect(found?.code).toBe('root-self-signed-shape');
  expect(found?.message).toContain('which may be that of another CA with its name');
});

const hosts = extension('2.5.29.17', derSequence(encodeGeneralName({ dNSName: 'nas.lan' })));

test.each([
  ['in subjectAltName', commonName('Lab NAS'), [hosts], '"/CN=Lab NAS Root"', 'DNS:nas.lan'],
  ['as commonName', commonName('192.168.1.1'), [], '"/CN=192.168.1.1 Root"', 'IP:192.168.1.1'],
])('who made a certificate for a server alone is told to make a root, and by it one for the host %s', (...given) => {
  const [, subject, names, root, host] = given;
  const [found] = diagnoseRoot(issue({ subject, extensions: [basicConstraints(false), ...names] }).certificate, { at });
  expect(found?.code).toBe('root-ca-flag');
  expect(found?.hint).toMatch(
    /^make a root with `openssl req -x509 .*`, and by it the certificate of the server: `openssl/,
  );
  expect(found?.hint).toContain(`-subj ${root} `);
  expect(found?.hint).toContain(`-addext subjectAltName=${host} `);
});
