import { describe, expect, test } from 'vitest';
import { derUtf8String } from '../../../src/asn1/der.js';
import { decodeCertificate } from '../../../src/pki/certificate.js';
import {
  algorithmIdentifier,
  authorityKeyIdentifier,
  basicConstraints,
  caExtensions,
  commonName,
  extension,
  issue,
  keyPair,
  keyUsage,
  subjectKeyIdentifier,
  type LabOptions,
} from './lab.js';
import { bytes, codes, leafExtensions, leafOf, names, root, search, sub } from './signer-path.js';

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
