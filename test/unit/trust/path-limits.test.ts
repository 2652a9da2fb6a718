import { describe, expect, test } from 'vitest';
import { authorityKeyIdentifier, caExtensions, commonName, issue, subjectKeyIdentifier, type Issued } from './lab.js';
import { bytes, codes, leafExtensions, leafOf, names, root, search, sub } from './signer-path.js';

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
