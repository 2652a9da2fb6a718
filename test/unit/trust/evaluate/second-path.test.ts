import { describe, expect, test } from 'vitest';
import type { AnchorSource, TrustPolicy } from '../../../../src/trust/trust-query.js';
import { intermediateCA, leaf, rootCA } from '../../../support/authorities.js';
import { algorithmIdentifier, boolean, sequence } from '../../../support/der.js';
import { explicitCurveSpki } from '../../../support/explicit-curve.js';
import { keyUsage, subjectAltName, unknownExtension } from '../../../support/extension.js';
import type { CertificateOptions } from '../../../support/issue-certificate.js';
import { policyConstraints } from '../../../support/policy-extension.js';
import { testKey } from '../../../support/test-key.js';
import { daysFromToday } from '../../../support/time-value.js';
import { weakRsaKey } from '../../../support/weak-rsa-key.js';
import { allCases } from './cases/all-cases.js';
import { anonymous, root, search, type Found } from './search-paths.js';

const intermediate = intermediateCA(root);
const server = leaf(intermediate);
const stranger = testKey('p256', 9);

/** The codes of the errors by which a first path failed here. */
const failed = new Set<string>();

function remember({ verdict, codes }: Found): void {
  expect(verdict).toBe('refused');
  const errors = codes.filter((code) => code.startsWith('error'));
  expect(errors).not.toEqual([]);
  for (const code of errors) failed.add(code.replace('error ', ''));
}

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
    remember(search(target, [twin]));
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
    remember(search(server, [intermediate], [twin]));
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

/** A way around: a twin of the issuer that another CA has signed, which stands below the root or below a root of its own. */
interface Detour {
  readonly twin?: CertificateOptions;
  readonly upper?: CertificateOptions;
  readonly root?: CertificateOptions;
  /** Why its own root is an anchor; it is none without. */
  readonly source?: AnchorSource;
}

const spelt = testKey('p256', 32);
const bare = algorithmIdentifier('1.2.840.113549.1.1.11');
const withoutParameters = { algorithm: 'sha256WithRSAEncryption', innerAlgorithm: bare, outerAlgorithm: bare } as const;

/** Functions, because a key takes its time. */
const detours: readonly (readonly [name: string, detour: () => Detour])[] = [
  ['a CA with RSA-1024', () => ({ upper: { key: 'rsa-1024' } })],
  ['a CA with P-224', () => ({ upper: { key: 'p224' } })],
  ['a CA whose curve is spelt out', () => ({ upper: { key: spelt, spki: explicitCurveSpki(spelt) } })],
  ['a CA with Ed25519', () => ({ upper: { key: 'ed25519' } })],
  ['a CA with DSA', () => ({ upper: { key: 'dsa-2048' } })],
  ['a CA with a key of close primes', () => ({ upper: { key: weakRsaKey('close-primes') } })],
  ['a CA that signs with RSASSA-PSS', () => ({ upper: { key: 'rsa-2048' }, twin: { algorithm: 'rsassaPss-sha256' } })],
  ['a CA that leaves RSA parameters out', () => ({ upper: { key: 'rsa-2048' }, twin: withoutParameters })],
  ['a CA with an empty subject', () => ({ upper: { subject: [] } })],
  [
    'a CA that is identified by another key',
    () => ({
      upper: { subjectKeyIdentifier: 'mismatch' },
      twin: { subjectKeyIdentifier: 'absent', authorityKeyIdentifier: spelt.keyIdentifier },
    }),
  ],
  ['a CA for another domain', () => ({ upper: { nameConstraints: { permitted: [{ dNSName: 'other.example' }] } } })],
  [
    'a CA that demands a policy',
    () => ({ upper: { extraExtensions: [policyConstraints({ requireExplicitPolicy: 0 })] } }),
  ],
  ['a root that nobody trusts', () => ({ root: {} })],
  ['a root that is none', () => ({ root: { signedBy: rootCA({ subject: 'Absent' }) }, source: 'user' })],
  ['a root in the list that has no commonName', () => ({ root: { subject: [['O', 'Detour']] }, source: 'installed' })],
  ['a root in the list that is no CA', () => ({ root: { basicConstraints: 'absent' }, source: 'installed' })],
  ['a root in the list that may sign nothing', () => ({ root: { keyUsage: ['cRLSign'] }, source: 'installed' })],
  ['a root in the list that has no subject', () => ({ root: { subject: [] }, source: 'installed' })],
];

describe('a first path that fails does not hide a good second one: a way around', () => {
  const sound = intermediateCA(root, anonymous);
  const target = leaf(sound, anonymous);

  test.each(detours)('through %s', (_, make) => {
    const { twin: twinOptions, upper: upperOptions, root: rootOptions, source } = make();
    const top = rootOptions && rootCA({ subject: 'Detour Root', key: testKey('p256', 31), ...rootOptions });
    const upper =
      upperOptions &&
      intermediateCA(top ?? root, {
        subject: 'Detour CA',
        key: spelt,
        basicConstraints: { cA: true },
        ...upperOptions,
      });
    const twin = intermediateCA(upper ?? top ?? root, { ...anonymous, ...twinOptions });
    const around = [twin, ...(upper === undefined ? [] : [upper]), ...(top === undefined ? [] : [top])];
    const anchors = top === undefined || source === undefined ? [] : [[top, source] as const];
    remember(search(target, around, top === undefined ? [root] : anchors));
    for (const others of [
      [...around, sound],
      [sound, ...around],
    ]) {
      const result = search(target, others, [...anchors, root]);
      expect(result.verdict).toBe('trusted');
      expect(result.leadsThrough(target, sound, root)).toBe(true);
      expect(result.codes.filter((code) => code !== 'warning chain-order')).toEqual([]);
    }
  });
});

describe('a first path that fails does not hide a good second one: an anchor that asks for more', () => {
  test.each<[what: string, source: AnchorSource, options: CertificateOptions, policy: TrustPolicy, left: string[]]>([
    ['purposes', 'app', { extendedKeyUsage: 'absent' }, { kind: 'tls-server' }, ['warning eku-serverauth']],
    ['a lifetime', 'system', { notAfter: daysFromToday(600) }, { kind: 'tls-server' }, ['info leaf-398-days']],
    ['hashes', 'system', { algorithm: 'ecdsa-with-SHA1' }, { kind: 'eap-server' }, ['warning sha1-signature']],
  ])('%s, as an anchor of kind %s', (_, source, options, policy, left) => {
    const top = rootCA({ subject: 'Detour Root', key: testKey('p256', 31) });
    const [twin, sound] = [top, root].map((issuer) => intermediateCA(issuer, anonymous));
    const target = leaf(sound!, { ...anonymous, ...options });
    remember(search(target, [twin!], [[top, source]], { policy }));
    for (const others of [
      [twin!, sound!],
      [sound!, twin!],
    ]) {
      const result = search(target, others, [[top, source], root], { policy });
      expect(result.leadsThrough(target, sound!, root)).toBe(true);
      expect(result.codes).toEqual(left);
    }
  });
});

test('every rule by which more than the leaf is refused has failed on a first path here', () => {
  const blamed = allCases.flatMap(([, , , ...issues]) => issues.map((line) => line.split(' ')));
  const aboveLeaf = blamed.filter(([severity, , part]) => severity === 'error' && part !== 'leaf');
  // What a CA asks of the certificates below it is told of these.
  const codes = new Set([...aboveLeaf.map(([, code]) => code!), 'name-constraints', 'certificate-policies']);
  expect([...codes].filter((code) => !failed.has(code))).toEqual([]);
});
