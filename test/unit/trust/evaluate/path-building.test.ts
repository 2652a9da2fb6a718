import { describe, expect, test } from 'vitest';
import { intermediateCA, leaf, rootCA } from '../../../support/authorities.js';
import { testKey } from '../../../support/test-key.js';
import { daysFromToday } from '../../../support/time-value.js';
import { anonymous, root, search, type Anchors } from './search-paths.js';

const intermediate = intermediateCA(root);
const server = leaf(intermediate);

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
