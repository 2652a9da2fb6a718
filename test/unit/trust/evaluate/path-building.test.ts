import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../../../src/pki/certificate.js';
import { evaluateTrust } from '../../../../src/trust/evaluate-trust.js';
import type { AnchorSource, TrustQuery, TrustResult } from '../../../../src/trust/trust-query.js';
import { intermediateCA, leaf, rootCA } from '../../../support/authorities.js';
import { boolean, sequence } from '../../../support/der.js';
import { keyUsage, subjectAltName, unknownExtension } from '../../../support/extension.js';
import type { CertificateOptions, IssuedCertificate } from '../../../support/issue-certificate.js';
import { testKey } from '../../../support/test-key.js';
import { daysFromToday } from '../../../support/time-value.js';
import { at, decode, expectHelpful } from './trust-case.js';

const root = rootCA();
const intermediate = intermediateCA(root);
const server = leaf(intermediate);

type Anchors = readonly (IssuedCertificate | readonly [IssuedCertificate, AnchorSource])[];

interface Found extends TrustResult {
  /** Whether the path consists of the very certificates given. */
  leadsThrough: (...issued: readonly IssuedCertificate[]) => boolean;
  readonly codes: readonly string[];
}

function search(
  target: IssuedCertificate,
  others: readonly IssuedCertificate[],
  anchors: Anchors = [root],
  options: Partial<TrustQuery> = {},
): Found {
  const result = evaluateTrust({
    chain: [target, ...others].map(decode),
    anchors: anchors.map((anchor) => {
      const [issued, source] = 'der' in anchor ? [anchor, 'user' as const] : anchor;
      return { certificate: decode(issued), source };
    }),
    policy: { kind: 'tls-server' },
    at,
    ...options,
  });
  expectHelpful(result);
  const bytes = (certificates: readonly Pick<Certificate, 'raw'>[]): string[] =>
    certificates.map(({ raw }) => Buffer.from(raw).toString('hex'));
  return {
    ...result,
    leadsThrough: (...issued) => bytes(issued.map(decode)).join() === bytes(result.path).join(),
    codes: result.issues.map(({ code, severity }) => `${severity} ${code}`),
  };
}

/** No key identifiers, so that nothing speaks for a certificate or against it before it is looked at. */
const anonymous: CertificateOptions = { subjectKeyIdentifier: 'absent', authorityKeyIdentifier: 'absent' };
const stranger = testKey('p256', 9);

/** An intermediate of the same name and key as the sound one, and what refuses the path through it. */
const twins: readonly (readonly [name: string, twin: CertificateOptions])[] = [
  ['says it is no CA', { basicConstraints: { cA: false } }],
  ['has no basicConstraints', { basicConstraints: 'absent' }],
  [
    'has basicConstraints that are not DER',
    {
      basicConstraints: 'absent',
      extraExtensions: [{ oid: '2.5.29.19', critical: true, value: sequence(boolean(1)) }],
    },
  ],
  ['may not sign certificates', { keyUsage: ['cRLSign'] }],
  ['issues for code signing', { extendedKeyUsage: ['codeSigning'] }],
  ['has an unknown critical extension', { extraExtensions: [unknownExtension(true)] }],
  ['has an extension twice', { extraExtensions: [keyUsage(['keyCertSign'])] }],
  ['has an extension that cannot be read', { subjectAltName: subjectAltName([]) }],
  ['is expired', { notAfter: daysFromToday(-1) }],
  ['is not yet valid', { notBefore: daysFromToday(2) }],
  ['is reversed', { notBefore: daysFromToday(3), notAfter: daysFromToday(2) }],
  ['is signed with SHA-1', { algorithm: 'ecdsa-with-SHA1' }],
  ['names two signature algorithms', { innerAlgorithm: 'ecdsa-with-SHA384' }],
  ['is signed by a stranger', { signingKey: stranger }],
  ['is signed by nobody', { signature: 'empty' }],
  ['is signed in a way that nobody knows', { algorithm: 'unknown' }],
  ['is of version 1', { version: 1, extensions: [] }],
  ['is of version 4', { version: 4 }],
  ['has a serial number of 38 octets', { serialNumber: new Uint8Array(38).fill(1) }],
  ['ends in 2055 by UTCTime', { notAfter: { utc: '550101000000Z' } }],
  ['names a root that nobody has', { issuer: 'Nobody' }],
];

describe('a first path that fails does not hide a good second one: an intermediate beside the sound one', () => {
  const sound = intermediateCA(root, anonymous);
  const target = leaf(sound, anonymous);

  test.each(twins)('that %s', (_, options) => {
    const twin = intermediateCA(root, { ...anonymous, ...options });
    const alone = search(target, [twin]);
    expect(alone.verdict).toBe('refused');
    expect(alone.codes.filter((code) => code.startsWith('error'))).not.toEqual([]);
    for (const others of [
      [twin, sound],
      [sound, twin],
    ]) {
      const result = search(target, others);
      expect(result.verdict).toBe('trusted');
      expect(result.leadsThrough(target, sound, root)).toBe(true);
      expect(result.codes).toEqual([]);
    }
  });

  test('even when its key identifier speaks for the bad one, which is then looked at first', () => {
    const twin = intermediateCA(root, { extendedKeyUsage: ['codeSigning'] });
    const pointed = leaf(twin);
    const result = search(pointed, [sound, twin]);
    expect(result.considered.paths).toBe(2);
    expect(result.leadsThrough(pointed, sound, root)).toBe(true);
  });

  test('with as much work as two paths take, and no more', () => {
    const twin = intermediateCA(root, { ...anonymous, extendedKeyUsage: ['codeSigning'] });
    const { considered } = search(target, [twin, sound]);
    // Leaf, twin and the other one are signed: three signatures, of which the leaf's serves both paths.
    expect(considered).toEqual({ paths: 2, certificates: 4, signatureChecks: 3 });
  });
});

/** A root of the same name and key, and what refuses the path to it. */
const rootTwins: readonly (readonly [name: string, twin: CertificateOptions])[] = [
  ['is expired', { notAfter: daysFromToday(-1) }],
  ['is not yet valid', { notBefore: daysFromToday(2) }],
  ['says it is no CA', { basicConstraints: { cA: false } }],
  ['may not sign certificates', { keyUsage: ['cRLSign'] }],
  ['allows no intermediate', { basicConstraints: { cA: true, pathLength: 0 } }],
  ['has an extension twice', { extraExtensions: [keyUsage(['keyCertSign'])] }],
  ['has an AKI other than its SKI', { authorityKeyIdentifier: 'mismatch' }],
];

describe('a first path that fails does not hide a good second one: a root beside the sound one', () => {
  test.each(rootTwins)('that %s', (_, options) => {
    const twin = rootCA(options);
    expect(search(server, [intermediate], [twin]).verdict).toBe('refused');
    for (const anchors of [
      [twin, root],
      [root, twin],
    ]) {
      const result = search(server, [intermediate], anchors);
      expect(result.verdict).toBe('trusted');
      expect(result.leadsThrough(server, intermediate, root)).toBe(true);
      expect(result.codes).toEqual([]);
    }
  });

  test('on the way over one of its certificates that another root signed', () => {
    const oldRoot = rootCA({ subject: 'Old Root', key: testKey('p256', 4), notAfter: daysFromToday(-1) });
    const crossed = rootCA({ signedBy: oldRoot });
    const result = search(server, [intermediate, crossed, oldRoot], [[oldRoot, 'system'], root]);
    expect(result.leadsThrough(server, intermediate, root)).toBe(true);
    expect(result.codes).toEqual([]);
  });
});

describe('cross-certificates', () => {
  const newRoot = rootCA({ subject: 'New Root', key: testKey('p256', 4) });
  const newByOld = rootCA({ subject: 'New Root', key: testKey('p256', 4), signedBy: root });
  const below = intermediateCA(newRoot, { subject: 'Below', key: testKey('p256', 5) });
  const target = leaf(below);

  test('lead an old device to the old root', () => {
    const result = search(target, [below, newByOld]);
    expect(result.verdict).toBe('trusted');
    expect(result.leadsThrough(target, below, newByOld, root)).toBe(true);
  });

  test('are not needed where the new root is known', () => {
    const result = search(target, [below, newByOld], [root, newRoot]);
    expect(result.leadsThrough(target, below, newRoot)).toBe(true);
  });

  test('help where the new root is known, but still switched off', () => {
    const result = search(target, [below, newByOld], [[newRoot, 'installed'], root]);
    expect(result.verdict).toBe('trusted');
    expect(result.leadsThrough(target, below, newByOld, root)).toBe(true);
    expect(search(target, [below, newByOld], [[newRoot, 'installed']]).verdict).toBe('after-switch');
  });

  test('that lie beyond a limit are worth a warning beside a root whose switch is off', () => {
    const limits = { maxPathLength: 3 };
    const result = search(target, [below, newByOld], [[newRoot, 'installed'], root], { limits });
    expect(result.verdict).toBe('after-switch');
    expect(result.codes).toEqual(['warning path-limit', 'info trust-manual-toggle']);
    expect(search(target, [below, newByOld], [newRoot, root], { limits }).codes).toEqual([]);
  });

  test('do not help when the path is one CA too long', () => {
    const tight = rootCA({ basicConstraints: { cA: true, pathLength: 1 } });
    const crossed = rootCA({ subject: 'New Root', key: testKey('p256', 4), signedBy: tight });
    expect(search(target, [below, crossed], [tight]).codes).toEqual(['error path-length']);
    expect(search(target, [below, crossed], [tight, newRoot]).verdict).toBe('trusted');
  });
});

describe('renewals', () => {
  test('an expired intermediate beside the renewed one of the same key', () => {
    const expired = intermediateCA(root, { notAfter: daysFromToday(-1) });
    for (const others of [
      [expired, intermediate],
      [intermediate, expired],
    ]) {
      const result = search(server, others);
      expect(result.leadsThrough(server, intermediate, root)).toBe(true);
      // The valid one is likely, so that the other one is not looked at.
      expect(result.considered).toEqual({ paths: 1, certificates: 2, signatureChecks: 2 });
    }
  });

  test('a root that was made again with the same key takes what the old one issued', () => {
    const again = rootCA({ notBefore: daysFromToday(-1) });
    expect(search(server, [intermediate], [again]).verdict).toBe('trusted');
    expect(search(server, [intermediate, root], [again]).verdict).toBe('trusted');
  });

  test('a root that was made again with another key does not', () => {
    const again = rootCA({ key: testKey('p256', 6) });
    const result = search(server, [intermediate], [again]);
    expect(result.verdict).toBe('refused');
    expect(result.codes).toEqual(['error issuer-signature']);
  });
});

describe('CAs of one name', () => {
  const impostor = intermediateCA(root, { key: testKey('p256', 6) });

  test('are told apart by key identifiers, without a check too many', () => {
    const result = search(server, [impostor, intermediate]);
    expect(result.leadsThrough(server, intermediate, root)).toBe(true);
    expect(result.codes).toEqual([]);
    expect(result.considered.signatureChecks).toBe(2);
  });

  test('are told apart by their keys, which is worth a warning', () => {
    const plain = intermediateCA(root, { subjectKeyIdentifier: 'absent' });
    const target = leaf(plain);
    const result = search(target, [impostor, plain]);
    expect(result.leadsThrough(target, plain, root)).toBe(true);
    expect(result.codes).toEqual(['warning same-name-cas']);
    expect(result.issues[0]?.message).toContain('has no subjectKeyIdentifier');
  });

  test('of which the leaf names none are worth a warning too', () => {
    const target = leaf(intermediate, { authorityKeyIdentifier: 'absent' });
    const result = search(target, [impostor, intermediate]);
    expect(result.codes).toEqual(['warning same-name-cas']);
    expect(result.issues[0]?.message).toContain('"lab.example" has no authorityKeyIdentifier');
  });

  test('may be two anchors', () => {
    const other = rootCA({ key: testKey('p256', 7) });
    for (const anchors of [
      [other, root],
      [root, other],
    ]) {
      const result = search(server, [intermediate], anchors);
      expect(result.leadsThrough(server, intermediate, root)).toBe(true);
      expect(result.codes).toEqual([]);
    }
    const anonymousRoot = rootCA({ subjectKeyIdentifier: 'absent' });
    const sub = intermediateCA(anonymousRoot);
    const target = leaf(sub);
    expect(search(target, [sub], [other, anonymousRoot]).codes).toEqual(['warning same-name-cas']);
  });

  test('of one key are one CA', () => {
    const plain = intermediateCA(root, anonymous);
    const again = intermediateCA(root, anonymous);
    expect(search(leaf(plain), [again, plain]).codes).toEqual([]);
  });

  test('with a key identifier that belongs to another one are tried nevertheless, and refused', () => {
    const mislabelled = intermediateCA(root, { subjectKeyIdentifier: 'mismatch' });
    const target = leaf(mislabelled, { authorityKeyIdentifier: testKey('p256', 1).keyIdentifier });
    expect(search(target, [mislabelled]).codes).toEqual(['error aki-ski']);
    const result = search(target, [mislabelled, intermediate]);
    expect(result.leadsThrough(target, intermediate, root)).toBe(true);
    expect(result.codes).toEqual([]);
  });
});

describe('several anchors', () => {
  const second = rootCA({ subject: 'Second', key: testKey('p256', 8) });

  test('of which one fits', () => {
    expect(search(server, [intermediate], [second, root]).leadsThrough(server, intermediate, root)).toBe(true);
  });

  test('of which one is an intermediate: the short path wins where an app trusts it', () => {
    const result = search(server, [intermediate], [root, [intermediate, 'app']]);
    expect(result.leadsThrough(server, intermediate)).toBe(true);
  });

  test('of which one is an intermediate: where the user trusts it the path goes on to the root', () => {
    const result = search(server, [intermediate], [[intermediate, 'user'], root]);
    expect(result.verdict).toBe('trusted');
    expect(result.leadsThrough(server, intermediate, root)).toBe(true);
    expect(result.codes).toEqual([]);
  });

  test('of which one is the leaf, switched off, and one the root', () => {
    const result = search(server, [intermediate], [[server, 'installed'], root]);
    expect(result.leadsThrough(server, intermediate, root)).toBe(true);
  });

  test.each([
    ['app', 'user', 'refused'],
    ['app', 'system', 'refused'],
    ['app', 'installed', 'refused'],
    ['user', 'system', 'trusted'],
    ['user', 'installed', 'trusted'],
  ] as const)('one root as %s and as %s counts as the former', (first, other, verdict) => {
    // An app insists on extendedKeyUsage, and so does the system; the user does not.
    const target = leaf(intermediate, { extendedKeyUsage: 'absent' });
    for (const sources of [
      [first, other],
      [other, first],
    ] as const) {
      const anchors = sources.map((source) => [root, source] as const);
      expect(search(target, [intermediate], anchors).verdict).toBe(verdict);
    }
  });

  test('one root as system and as installed needs no switch', () => {
    const anchors: Anchors = [
      [root, 'installed'],
      [root, 'system'],
    ];
    expect(search(server, [intermediate], anchors).verdict).toBe('trusted');
  });

  test('a root of the user is preferred to one whose switch is off', () => {
    const other = rootCA({ key: testKey('p256'), notAfter: daysFromToday(900) });
    const result = search(server, [intermediate], [[other, 'installed'], root]);
    expect(result.verdict).toBe('trusted');
    expect(result.leadsThrough(server, intermediate, root)).toBe(true);
  });
});

describe('what is told about a refused chain', () => {
  test('is the path with the fewest errors', () => {
    const worse = intermediateCA(root, { ...anonymous, keyUsage: ['cRLSign'], extendedKeyUsage: ['codeSigning'] });
    const bad = intermediateCA(root, { ...anonymous, keyUsage: ['cRLSign'] });
    const target = leaf(bad, anonymous);
    for (const others of [
      [worse, bad],
      [bad, worse],
    ]) {
      const result = search(target, others);
      expect(result.codes).toEqual(['error issuer-ku-certsign']);
      expect(result.leadsThrough(target, bad, root)).toBe(true);
    }
  });

  test('is the path that ends in an anchor, when another one has as few errors', () => {
    const lost = intermediateCA(root, { ...anonymous, issuer: 'Nobody' });
    const bad = intermediateCA(root, { ...anonymous, keyUsage: ['cRLSign'] });
    const target = leaf(bad, anonymous);
    for (const others of [
      [lost, bad],
      [bad, lost],
    ]) {
      const result = search(target, others);
      expect(result.codes).toEqual(['error issuer-ku-certsign']);
      expect(result.leadsThrough(target, bad, root)).toBe(true);
    }
  });

  test('is every error of that path, not the first', () => {
    const bad = intermediateCA(root, { keyUsage: ['cRLSign'], notAfter: daysFromToday(-1) });
    const target = leaf(bad, { extendedKeyUsage: ['clientAuth'], notAfter: daysFromToday(-1) });
    const result = search(target, [bad]);
    expect([...result.codes].sort()).toEqual([
      'error certificate-expired',
      'error certificate-expired',
      'error eku-serverauth',
      'error issuer-ku-certsign',
    ]);
  });
});
