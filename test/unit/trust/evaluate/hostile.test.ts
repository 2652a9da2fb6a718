import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../../../src/pki/certificate.js';
import { evaluateTrust } from '../../../../src/trust/evaluate-trust.js';
import type { TrustQuery, TrustResult } from '../../../../src/trust/trust-query.js';
import { intermediateCA, leaf, rootCA } from '../../../support/authorities.js';
import { unknownExtension } from '../../../support/extension.js';
import type { CertificateOptions, IssuedCertificate } from '../../../support/issue-certificate.js';
import { testKey, type KeyPair } from '../../../support/test-key.js';
import { at, decode } from './trust-case.js';

const root = rootCA();
const anchor = decode(root);
const anyCA: CertificateOptions = { basicConstraints: { cA: true } };

function judge(chain: readonly Certificate[], options: Partial<TrustQuery> = {}): TrustResult {
  const result = evaluateTrust({
    chain,
    anchors: [{ certificate: anchor, source: 'user' }],
    policy: { kind: 'tls-server' },
    at,
    ...options,
  });
  const { considered, path, issues } = result;
  expect(considered.signatureChecks).toBeLessThanOrEqual(200);
  expect(considered.certificates).toBeLessThanOrEqual(1000);
  expect(considered.paths).toBeLessThanOrEqual(50);
  expect(path.length).toBeLessThanOrEqual(10);
  expect(issues.length).toBeLessThanOrEqual(1000);
  return result;
}

const codes = ({ issues }: TrustResult): string[] => issues.map(({ code }) => code);

/** A point that is on no curve costs no less to refuse, and is another key each time. */
function manyKeys(count: number): Uint8Array[] {
  const { spki } = testKey('p256', 1);
  return Array.from({ length: count }, (_, index) => {
    const other = new Uint8Array(spki);
    new DataView(other.buffer).setUint32(other.length - 4, index);
    return other;
  });
}

describe('circles', () => {
  const keys = [10, 11, 12].map((index) => testKey('p256', index));
  const certify = (subject: number, issuer: number): IssuedCertificate =>
    intermediateCA(root, {
      ...anyCA,
      subject: `Circle ${subject}`,
      key: keys[subject]!,
      issuer: `Circle ${issuer}`,
      signingKey: keys[issuer]!,
      authorityKeyIdentifier: keys[issuer]!.keyIdentifier,
    });

  test('of three CAs end where they began', () => {
    const circle = [certify(0, 1), certify(1, 2), certify(2, 0)];
    const result = judge([leaf(circle[0]!), ...circle].map(decode));
    expect(codes(result)).toEqual(['issuer-not-found']);
    expect(result.considered).toEqual({ paths: 1, certificates: 3, signatureChecks: 3 });
  });

  test('of certificates that certify themselves under other dates end at once', () => {
    const again = Array.from({ length: 5 }, (_, index) =>
      rootCA({ subject: 'Circle 0', key: keys[0]!, serialNumber: index + 1, authorityKeyIdentifier: 'mismatch' }),
    );
    const result = judge([leaf(again[0]!), ...again].map(decode));
    expect(result.verdict).toBe('refused');
    expect(result.considered.signatureChecks).toBe(1);
  });

  test('do not keep from the way out', () => {
    const circle = [certify(0, 1), certify(1, 2), certify(2, 0)];
    const exit = intermediateCA(root, { ...anyCA, subject: 'Circle 2', key: keys[2]! });
    const result = judge([leaf(circle[0]!), ...circle, exit].map(decode));
    expect(result.verdict).toBe('trusted');
    expect(result.path).toHaveLength(5);
  });
});

describe('CAs of one name', () => {
  // Their own signatures are empty: nothing gets so far as to look at them.
  const sameNamed = (count: number, options: (index: number) => CertificateOptions): Certificate[] =>
    Array.from({ length: count }, (_, index) =>
      decode(intermediateCA(root, { signature: 'empty', ...anyCA, ...options(index) })),
    );
  const intermediate = intermediateCA(root);

  test('2,000 of as many keys stop at 200 signatures, or lead past by key identifier', () => {
    const keys = manyKeys(2000);
    const impostors = sameNamed(2000, (index) => ({ spki: keys[index]!, subjectKeyIdentifier: 'absent' }));
    const target = decode(leaf(intermediate));
    const lost = judge([target, ...impostors]);
    expect(lost.considered).toEqual({ paths: 1, certificates: 201, signatureChecks: 200 });
    expect(codes(lost)[0]).toBe('path-limit');
    const found = judge([target, ...impostors, decode(intermediate)]);
    expect(found.verdict).toBe('trusted');
    expect(found.considered).toEqual({ paths: 1, certificates: 2, signatureChecks: 2 });
  });

  test('1,100 of one key stop at 1,000 certificates', () => {
    const impostors = sameNamed(1100, () => ({ key: testKey('p256', 13) }));
    const result = judge([decode(leaf(intermediate)), ...impostors]);
    expect(result.considered).toEqual({ paths: 1, certificates: 1000, signatureChecks: 1 });
    expect(codes(result)).toContain('path-limit');
  });

  test('300 that have all signed the leaf stop at 50 paths', () => {
    const result = judge([decode(leaf(intermediate)), ...sameNamed(300, () => ({}))]);
    expect(result.verdict).toBe('refused');
    expect(result.considered.paths).toBe(50);
    expect(codes(result)).toContain('path-limit');
  });
});

describe('1,000 CAs in a row', () => {
  const rows: IssuedCertificate[] = [];
  for (let depth = 0; depth < 1000; depth += 1) {
    rows.push(intermediateCA(rows.at(-1) ?? root, { ...anyCA, subject: `Depth ${depth}` }));
  }
  const upwards = rows.map(decode).reverse();

  test('are not followed beyond ten certificates', () => {
    const result = judge([decode(leaf(rows.at(-1)!)), ...upwards]);
    expect(codes(result)).toEqual(['path-limit']);
    expect(result.path).toHaveLength(10);
    expect(result.considered.signatureChecks).toBe(9);
  });

  test('are followed as far as the caller wishes, without a stack that ends', () => {
    const result = evaluateTrust({
      chain: [decode(leaf(rows.at(-1)!)), ...upwards],
      anchors: [{ certificate: anchor, source: 'user' }],
      policy: { kind: 'basic' },
      at,
      limits: { maxPathLength: 2000, maxSignatureChecks: 2000, maxCertificates: 2000 },
    });
    expect(result.verdict).toBe('trusted');
    expect(result.path).toHaveLength(1002);
  });
});

describe('meshes', () => {
  test('of eight CAs that have all certified each other end at a limit', () => {
    const keys = Array.from({ length: 8 }, (_, index) => testKey('p256', 20 + index));
    const mesh = keys.flatMap((key, subject) =>
      keys.flatMap((issuer, index) => (index === subject ? [] : [crossed(key, subject, issuer, index)])),
    );
    const result = judge([leaf(mesh[0]!), ...mesh].map(decode));
    expect(result.verdict).toBe('refused');
    expect(codes(result)[0]).toBe('path-limit');
    // Each of the 56 certificates, and the leaf, is verified once, however many paths lead through it.
    expect(result.considered.signatureChecks).toBeLessThanOrEqual(57);
  });

  const crossed = (key: KeyPair, subject: number, issuer: KeyPair, index: number): IssuedCertificate =>
    intermediateCA(root, {
      ...anyCA,
      subject: `Mesh ${subject}`,
      key,
      issuer: `Mesh ${index}`,
      signingKey: issuer,
      authorityKeyIdentifier: issuer.keyIdentifier,
    });
});

describe('name constraints', () => {
  const names = Array.from({ length: 1000 }, (_, index) => ({ dNSName: `h${index}.lab.example` }));
  const excluded = Array.from({ length: 1000 }, (_, index) => ({ dNSName: `x${index}.example` }));
  const issued = intermediateCA(root, { ...anyCA, nameConstraints: { excluded } });
  const target = decode(leaf(issued, { subjectAltName: names }));
  // None of them has anything to do with the others, so that each has to be compared with each.
  const comparisons = 1000 * 1000;

  test('of 1,000 subtrees for 1,000 names stop at 100,000 comparisons, however many paths lead there', () => {
    const twins = Array.from({ length: 20 }, () => decode(intermediateCA(root, { ...issued.options })));
    const result = judge([target, ...twins]);
    expect(result.verdict).toBe('refused');
    expect(result.considered.paths).toBe(20);
    expect(result.issues.map(({ message }) => message)).toEqual([expect.stringContaining('not evaluated to the end')]);
  });

  test('are evaluated as far as the caller wishes', () => {
    const chain = [target, decode(issued)];
    expect(judge(chain, { limits: { maxNameComparisons: comparisons } }).verdict).toBe('trusted');
    expect(judge(chain, { limits: { maxNameComparisons: comparisons - 1 } }).verdict).toBe('refused');
  });
});

describe('huge certificates', () => {
  const label = 'a'.repeat(60);
  const names = Array.from({ length: 4500 }, (_, index) => ({
    dNSName: `${label}.${label}.${label}.${index}.example`,
  }));
  const huge: CertificateOptions = { ...anyCA, subjectAltName: names, extendedKeyUsage: ['codeSigning'] };

  test('of 1 MB are judged once, however many paths lead through them', () => {
    const issued = intermediateCA(root, huge);
    const intermediate = decode(issued);
    expect(intermediate.raw.length).toBeGreaterThan(800_000);
    let readings = 0;
    const counted = {
      ...intermediate,
      get encodingDefects() {
        readings += 1;
        return intermediate.encodingDefects;
      },
    };
    const anchors = Array.from({ length: 40 }, (_, index) => ({
      certificate: decode(rootCA({ serialNumber: index + 1 })),
      source: 'user' as const,
    }));
    const result = judge([decode(leaf(issued)), counted], { anchors });
    expect(result.verdict).toBe('refused');
    expect(result.considered.paths).toBe(40);
    expect(readings).toBe(1);
  });

  test('with 1,200 unknown critical extensions, each twice, are told in a few lines', () => {
    const many = Array.from({ length: 1200 }, (_, index) => unknownExtension(true, `1.3.6.1.4.1.99999.${index}`));
    const intermediate = intermediateCA(root, { ...anyCA, extraExtensions: [...many, ...many] });
    const result = judge([leaf(intermediate), intermediate].map(decode));
    expect(result.verdict).toBe('refused');
    expect(result.issues.length).toBeLessThanOrEqual(40);
    expect(new Set(codes(result))).toEqual(new Set(['duplicate-extension', 'critical-unknown-extension']));
  });

  test('with 2,000 SubjectAltNames that cannot be read are told in one line', () => {
    const empty = Array.from({ length: 2000 }, () => ({ oid: '2.5.29.17', value: Uint8Array.of(0x30, 0) }));
    const target = leaf(root, { extraExtensions: empty, subjectAltName: 'absent' });
    expect(codes(judge([decode(target)], { policy: { kind: 'basic' } })).sort()).toEqual([
      'duplicate-extension',
      'known-extension-unparseable',
    ]);
  });
});
