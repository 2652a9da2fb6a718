import { describe, expect, test } from 'vitest';
import { derUtf8String } from '../../../src/asn1/der.js';
import { decodeCertificate, type Certificate } from '../../../src/pki/certificate.js';
import { evaluateTrust } from '../../../src/trust/evaluate-trust.js';
import type { PathLimits, TrustResult } from '../../../src/trust/trust-query.js';
import {
  algorithmIdentifier,
  at,
  authorityKeyIdentifier,
  basicConstraints,
  caExtensions,
  commonName,
  extension,
  issue,
  keyPair,
  keyUsage,
  subjectKeyIdentifier,
  type Issued,
  type LabOptions,
} from './lab.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const leafExtensions = (): Uint8Array[] => [basicConstraints(false), keyUsage(0x80)];

const root = issue({ subject: commonName('Root'), key: 'P-384' });
const sub = issue({ issuer: root, subject: commonName('Sub') });
const leafOf = (issuer: Issued, options: LabOptions = {}): Issued =>
  issue({ issuer, subject: commonName('Signer'), key: 'P-256 b', extensions: leafExtensions(), ...options });

interface SearchOptions {
  readonly anchors?: readonly Certificate[];
  readonly at?: Date;
  readonly limits?: PathLimits;
}

/** As a signer is judged: the basic policy, anchors of the caller. `path` is missing when it is refused. */
function search(target: Issued, candidates: readonly Issued[], options: SearchOptions = {}) {
  const { anchors = [root.certificate], ...rest } = options;
  const result = evaluateTrust({
    chain: [target, ...candidates].map(({ certificate }) => certificate),
    anchors: anchors.map((certificate) => ({ certificate, source: 'app' })),
    policy: { kind: 'basic' },
    at,
    ...rest,
  });
  return { ...result, path: result.verdict === 'trusted' ? result.path : undefined };
}

const names = (path: readonly Certificate[] | undefined): unknown => path?.map(({ commonName: text }) => text);
const codes = ({ issues }: Pick<TrustResult, 'issues'>): string[] =>
  issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);

describe('finds a path', () => {
  test('through an intermediate, whatever the order and whatever else is there', () => {
    const leaf = leafOf(sub);
    const other = issue({ subject: commonName('Other') });
    for (const candidates of [[sub], [other, root, sub, leaf], [leaf, sub, sub, other]]) {
      const result = search(leaf, candidates);
      expect(names(result.path)).toEqual(['Signer', 'Sub', 'Root']);
      expect(result.issues).toEqual([]);
      expect(result.considered).toEqual({ paths: 1, signatureChecks: 2, certificates: 2 });
    }
  });

  test('of one certificate, when it is an anchor itself', () => {
    const leaf = leafOf(sub);
    expect(names(search(leaf, [], { anchors: [leaf.certificate] }).path)).toEqual(['Signer']);
    expect(names(search(root, []).path)).toEqual(['Root']);
  });

  test('to an intermediate that is an anchor, and no further', () => {
    const result = search(leafOf(sub), [root], { anchors: [sub.certificate] });
    expect(names(result.path)).toEqual(['Signer', 'Sub']);
  });

  test('to the anchor byte for byte, given as another object', () => {
    const copy = decodeCertificate(new Uint8Array(root.certificate.raw));
    expect(names(search(leafOf(sub), [sub], { anchors: [copy] }).path)).toEqual(['Signer', 'Sub', 'Root']);
  });

  test('past same-named CAs with other keys', () => {
    const impostors = Array.from({ length: 5 }, () =>
      issue({ subject: commonName('Sub'), key: 'P-521', issuer: root }),
    );
    expect(names(search(leafOf(sub), [...impostors, sub]).path)).toEqual(['Signer', 'Sub', 'Root']);
  });

  test('back out of a branch that ends nowhere', () => {
    const oldRoot = issue({ subject: commonName('Old Root'), key: 'P-521' });
    const cross = issue({ issuer: oldRoot, subject: commonName('Sub') });
    const result = search(leafOf(sub), [cross, oldRoot, sub]);
    expect(names(result.path)).toEqual(['Signer', 'Sub', 'Root']);
    expect(result.issues).toEqual([]);
    expect(result.path?.[1]).toBe(sub.certificate);
  });

  test('through names that match by RFC 5280 although their bytes differ', () => {
    const leaf = leafOf(sub, { issuerName: commonName('  SUB ') });
    expect(names(search(leaf, [sub]).path)).toEqual(['Signer', 'Sub', 'Root']);
  });

  test('through a path length that is just enough, and a self-issued CA that does not count', () => {
    const tight = issue({ subject: commonName('Tight'), extensions: [basicConstraints(true, 0), keyUsage(0x06)] });
    const rollover = issue({ issuer: tight, subject: commonName('Tight'), key: 'P-384' });
    const result = search(leafOf(rollover), [rollover], { anchors: [tight.certificate] });
    expect(names(result.path)).toEqual(['Signer', 'Tight', 'Tight']);
  });

  test('below a version 1 root, and below an anchor with an unknown critical extension', () => {
    const old = issue({ subject: commonName('V1'), version: 'none', extensions: [] });
    expect(names(search(leafOf(old), [], { anchors: [old.certificate] }).path)).toEqual(['Signer', 'V1']);
    const odd = issue({
      subject: commonName('Odd'),
      extensions: [...caExtensions(), extension('1.2.3.4', derUtf8String('x'), true)],
    });
    expect(names(search(leafOf(odd), [], { anchors: [odd.certificate] }).path)).toEqual(['Signer', 'Odd']);
  });

  test('to an anchor that has signed itself with SHA-1', () => {
    const old = issue({ subject: commonName('Old'), key: 'RSA-2048', signature: 'RSA SHA-1' });
    expect(names(search(leafOf(old), [], { anchors: [old.certificate] }).path)).toEqual(['Signer', 'Old']);
  });
});

describe('finds no path', () => {
  test('without the intermediate, and names it', () => {
    const result = search(leafOf(sub), []);
    expect(result.path).toBeUndefined();
    expect(codes(result)).toEqual(['issuer-not-found']);
    expect(result.issues[0]?.message).toBe('the issuer of "Signer" is missing: "CN=Sub"');
  });

  test('to a root that is only a candidate', () => {
    expect(codes(search(leafOf(sub), [sub, root], { anchors: [] }))).toEqual(['path-not-anchored']);
  });

  test('to a look-alike of the anchor: same name, other key', () => {
    const fake = issue({ subject: commonName('Root') });
    const fakeSub = issue({ issuer: fake, subject: commonName('Sub'), key: 'RSA-2048' });
    const result = search(leafOf(fakeSub), [fakeSub, fake]);
    expect(result.path).toBeUndefined();
    expect(codes(result)).toContain('path-not-anchored');
  });

  test('for a self-signed certificate that is no anchor', () => {
    expect(codes(search(issue({ subject: commonName('Me') }), [root]))).toEqual(['path-not-anchored']);
  });

  test('through a leaf that plays CA', () => {
    const result = search(leafOf(leafOf(sub, { subject: commonName('Mallory'), key: 'RSA-2048' })), [sub]);
    expect(codes(result)).toEqual(['issuer-not-found']);
    const mallory = leafOf(sub, { subject: commonName('Mallory'), key: 'RSA-2048' });
    expect(codes(search(leafOf(mallory), [sub, mallory]))).toEqual(['issuer-not-ca', 'issuer-ku-certsign']);
  });

  test.each([
    ['an expired intermediate', { notAfter: new Date('2026-05-31T00:00:00Z') }, ['certificate-expired']],
    ['an intermediate of tomorrow', { notBefore: new Date('2026-06-02T00:00:00Z') }, ['not-yet-valid']],
    ['keyUsage without keyCertSign', { extensions: [basicConstraints(true), keyUsage(0x80)] }, ['issuer-ku-certsign']],
    ['no basicConstraints', { extensions: [keyUsage(0x06)] }, ['issuer-not-ca']],
    [
      'an unknown critical extension',
      { extensions: [...caExtensions(), extension('1.2.3.4', derUtf8String('x'), true)] },
      ['critical-unknown-extension'],
    ],
    ['a duplicate extension', { extensions: [...caExtensions(), keyUsage(0x06)] }, ['duplicate-extension']],
    ['a signature by another key', { signer: keyPair('P-256 b') }, ['issuer-signature']],
    ['a signature that is not supported', { signature: 'unknown' }, ['issuer-signature-unchecked']],
    [
      'two signature algorithms',
      { outerAlgorithm: algorithmIdentifier('RSA SHA-256') },
      ['issuer-signature', 'sigalg-mismatch'],
    ],
    ['a curve that is spelt out', { key: 'explicit' }, ['ec-explicit-parameters']],
    ['a version 1 intermediate', { version: 'none', extensions: [] }, ['x509-version', 'issuer-not-ca']],
  ] satisfies [string, LabOptions, string[]][])('through %s', (_, options, expected) => {
    const broken = issue({ issuer: root, subject: commonName('Sub'), ...options });
    const result = search(leafOf(broken), [broken]);
    expect(result.path).toBeUndefined();
    expect(codes(result)).toEqual(expected);
    expect(result.issues.every(({ severity }) => severity === 'error')).toBe(true);
  });

  test('to an expired anchor, and for an expired signer', () => {
    const old = issue({ subject: commonName('Old'), notAfter: new Date('2026-05-31T00:00:00Z') });
    expect(codes(search(leafOf(old), [], { anchors: [old.certificate] }))).toEqual(['certificate-expired']);
    const leaf = leafOf(sub, { notAfter: new Date('2026-05-31T00:00:00Z') });
    expect(codes(search(leaf, [sub]))).toEqual(['certificate-expired']);
    expect(names(search(leaf, [sub], { at: new Date('2026-05-30T00:00:00Z') }).path)).toHaveLength(3);
  });

  test('through more CAs than pathLenConstraint allows, whether or not keyUsage is there', () => {
    for (const extensions of [[basicConstraints(true, 0), keyUsage(0x06)], [basicConstraints(true, 0)]]) {
      const tight = issue({ subject: commonName('Tight'), key: 'P-384', extensions });
      const below = issue({ issuer: tight, subject: commonName('Below') });
      expect(codes(search(leafOf(below), [below], { anchors: [tight.certificate] }))).toEqual(['path-length']);
      expect(names(search(leafOf(tight), [], { anchors: [tight.certificate] }).path)).toEqual(['Signer', 'Tight']);
    }
  });

  test('where the key identifiers differ, and one where one of them is missing', () => {
    const ca = issue({
      subject: commonName('Ids'),
      extensions: [...caExtensions(), subjectKeyIdentifier(bytes('one'))],
    });
    const anchors = [ca.certificate];
    const differs = leafOf(ca, { extensions: [...leafExtensions(), authorityKeyIdentifier(bytes('two'))] });
    expect(codes(search(differs, [], { anchors }))).toEqual(['aki-ski']);
    const equals = leafOf(ca, { extensions: [...leafExtensions(), authorityKeyIdentifier(bytes('one'))] });
    expect(search(equals, [], { anchors }).path).toHaveLength(2);
    expect(search(leafOf(ca), [], { anchors }).path).toHaveLength(2);
  });
});

describe('work is counted', () => {
  /** Named alike, each with a certificate of its own; none has signed the leaf. */
  const impostors = (count: number): Issued[] =>
    Array.from({ length: count }, () => issue({ subject: commonName('Sub'), issuer: root, key: 'P-256 b' }));
  const distinctKeys = (count: number): Issued[] => {
    const template = impostors(1)[0];
    return Array.from({ length: count }, (_, index) => {
      // A point that is on no curve costs no less to refuse, and is another key each time.
      const spki = new Uint8Array(template?.certificate.publicKey.spki ?? []);
      new DataView(spki.buffer).setUint32(spki.length - 4, index);
      return issue({ subject: commonName('Sub'), issuer: root, spki });
    });
  };

  test('300 same-named CAs with one key cost one signature check', () => {
    const result = search(leafOf(sub), impostors(300));
    expect(result.considered).toEqual({ paths: 1, signatureChecks: 1, certificates: 300 });
    expect(result.path).toBeUndefined();
  });

  test('300 same-named CAs with 300 keys stop at 200 signature checks', () => {
    const result = search(leafOf(sub), distinctKeys(300));
    expect(result.considered.signatureChecks).toBe(200);
    expect(codes(result)[0]).toBe('path-limit');
    expect(result.issues.length).toBeLessThanOrEqual(51);
  });

  test('key identifiers lead past them without a single wasted check', () => {
    const ca = issue({
      issuer: root,
      subject: commonName('Sub'),
      extensions: [...caExtensions(), subjectKeyIdentifier(bytes('right'))],
    });
    const others = Array.from({ length: 300 }, (_, index) => {
      const id = subjectKeyIdentifier(bytes(`wrong ${String(index)}`));
      return issue({ subject: commonName('Sub'), issuer: root, extensions: [...caExtensions(), id] });
    });
    const leaf = leafOf(ca, { extensions: [...leafExtensions(), authorityKeyIdentifier(bytes('right'))] });
    const result = search(leaf, [...others, ca]);
    expect(names(result.path)).toEqual(['Signer', 'Sub', 'Root']);
    expect(result.considered.signatureChecks).toBe(2);
  });

  test('limits can be set', () => {
    const leaf = leafOf(sub);
    expect(codes(search(leaf, [sub], { limits: { maxSignatureChecks: 1 } }))[0]).toBe('path-limit');
    expect(codes(search(leaf, [sub], { limits: { maxCertificates: 1 } }))[0]).toBe('path-limit');
    expect(codes(search(leaf, [sub], { limits: { maxPathLength: 2 } }))).toEqual(['path-limit']);
    const enough = { maxSignatureChecks: 2, maxCertificates: 2, maxPathLength: 3 };
    expect(search(leaf, [sub], { limits: enough }).path).toHaveLength(3);
  });

  test('two CAs that have certified each other end', () => {
    const a = issue({ subject: commonName('A'), key: 'P-256' });
    const b = issue({ subject: commonName('B'), key: 'P-384' });
    const aByB = issue({ subject: commonName('A'), key: 'P-256', issuer: b });
    const bByA = issue({ subject: commonName('B'), key: 'P-384', issuer: a });
    const result = search(leafOf(aByB), [aByB, bByA]);
    expect(codes(result)).toEqual(['issuer-not-found']);
    expect(result.considered).toEqual({ paths: 1, signatureChecks: 2, certificates: 2 });
  });

  test('a path of ten certificates is found, one of eleven is not', () => {
    const chainOf = (length: number): Issued[] => {
      const chain: Issued[] = [];
      for (let depth = 1; depth < length - 1; depth += 1) {
        chain.push(issue({ issuer: chain.at(-1) ?? root, subject: commonName(`CA ${String(depth)}`) }));
      }
      return chain;
    };
    const ten = chainOf(10);
    expect(search(leafOf(ten.at(-1) ?? root), ten).path).toHaveLength(10);
    const eleven = chainOf(11);
    expect(codes(search(leafOf(eleven.at(-1) ?? root), eleven))).toEqual(['path-limit']);
  });

  test('a mesh in which every CA has certified every other ends at the limit', () => {
    const kinds = ['P-256', 'P-256 b', 'P-384', 'P-521', 'RSA-2048', 'RSA-2048 e=3'] as const;
    const cas = kinds.map((key, index) => issue({ subject: commonName(`M${String(index)}`), key }));
    const mesh = cas.flatMap((issuer) =>
      kinds.flatMap((key, index) =>
        cas[index] === issuer
          ? []
          : [1, 2, 3].map(() => issue({ issuer, subject: commonName(`M${String(index)}`), key })),
      ),
    );
    const result = search(leafOf(cas[0] ?? root), mesh);
    expect(result.path).toBeUndefined();
    expect(result.considered.certificates).toBeLessThanOrEqual(1000);
    expect(result.considered.signatureChecks).toBeLessThanOrEqual(200);
    expect(codes(result)[0]).toBe('path-limit');
  });
});
