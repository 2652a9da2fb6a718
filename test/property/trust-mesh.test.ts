import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCertificate, type Certificate } from '../../src/pki/certificate.js';
import { evaluateTrust } from '../../src/trust/evaluate-trust.js';
import type { AnchorSource, PathLimits, TrustAnchor, TrustResult } from '../../src/trust/trust-query.js';
import { leaf, rootCA } from '../support/authorities.js';
import type { IssuedCertificate } from '../support/issue-certificate.js';
import { testKey } from '../support/test-key.js';
import { today } from '../support/time-value.js';

const at = new Date(today.getTime() + 43_200_000);
const decode = ({ der }: IssuedCertificate): Certificate => decodeCertificate(der);

const sources: readonly AnchorSource[] = ['system', 'app', 'user', 'installed'];

/** A certificate of a mesh: whom it names, whose key it holds, and who signed it. */
interface Edge {
  readonly subject: number;
  readonly key: number;
  readonly issuer: number;
  readonly signer: number;
  readonly isSound: boolean;
  /** Undefined for a certificate that only comes along. */
  readonly source: AnchorSource | undefined;
}

const small = fc.nat({ max: 2 });
const edges: fc.Arbitrary<Edge> = fc.record({
  subject: small,
  key: fc.nat({ max: 1 }),
  issuer: small,
  signer: fc.nat({ max: 1 }),
  isSound: fc.boolean(),
  source: fc.option(fc.constantFrom(...sources), { nil: undefined, freq: 3 }),
});
const meshes = fc.array(edges, { minLength: 1, maxLength: 12 });

const meshCertificates = new Map<string, Certificate>();

/** Issued once: few differ. */
function certify({ subject, key, issuer, signer, isSound }: Edge): Certificate {
  const name = [subject, key, issuer, signer, isSound].join();
  const keyPair = testKey('p256', 20 + key);
  const signingKey = testKey('p256', 20 + signer);
  const known =
    meshCertificates.get(name) ??
    decode(
      rootCA({
        subject: `Mesh ${subject}`,
        key: keyPair,
        issuer: `Mesh ${issuer}`,
        signingKey,
        authorityKeyIdentifier: signingKey.keyIdentifier,
        ...(isSound ? {} : { keyUsage: ['cRLSign'] as const }),
      }),
    );
  meshCertificates.set(name, known);
  return known;
}

const target = leaf(rootCA({ subject: 'Mesh 0', key: testKey('p256', 20) }));

const judgeMesh = (mesh: readonly Edge[], limits: PathLimits): TrustResult => {
  const anchors = mesh.flatMap((edge): TrustAnchor[] =>
    edge.source === undefined ? [] : [{ certificate: certify(edge), source: edge.source }],
  );
  const policy = { kind: 'basic' } as const;
  return evaluateTrust({ chain: [decode(target), ...mesh.map(certify)], anchors, policy, at, limits });
};

const isSelfSigned = ({ subject, key, issuer, signer }: Edge): boolean => subject === issuer && key === signer;

/** By closure over names and keys: what is reached through sound certificates, and which anchors are among it. */
function expectedVerdict(mesh: readonly Edge[]): TrustResult['verdict'] {
  const reached = new Set(['0 0']);
  for (let size = 0; size < reached.size;) {
    size = reached.size;
    for (const edge of mesh) {
      const isIssuer = edge.isSound && reached.has(`${edge.subject} ${edge.key}`);
      if (isIssuer) reached.add(`${edge.issuer} ${edge.signer}`);
    }
  }
  const anchors = mesh.filter(({ subject, key, isSound }) => isSound && reached.has(`${subject} ${key}`));
  const isTrusted = anchors.some((edge) => {
    const source = strongest(mesh, edge);
    return source === 'app' || source === 'system' || (source === 'user' && isSelfSigned(edge));
  });
  if (isTrusted) return 'trusted';
  const isInstalled = anchors.some((edge) => strongest(mesh, edge) === 'installed' && isSelfSigned(edge));
  return isInstalled ? 'after-switch' : 'refused';
}

/** One certificate can be an anchor several times: app before user before system before installed. */
function strongest(mesh: readonly Edge[], edge: Edge): AnchorSource | undefined {
  const all = mesh.filter((other) => certify(other) === certify(edge)).map(({ source }) => source);
  return (['app', 'user', 'system', 'installed'] as const).find((source) => all.includes(source));
}

describe('a mesh of CAs', () => {
  const ample = { maxPathLength: 50, maxPaths: 1_000_000, maxCertificates: 1_000_000, maxSignatureChecks: 1000 };

  test('is decided as by closure over all that its sound members have signed', () => {
    fc.assert(
      fc.property(meshes, (mesh) => {
        expect(judgeMesh(mesh, ample).verdict).toBe(expectedVerdict(mesh));
      }),
      { numRuns: 250 },
    );
  });

  test('yields paths in which each certificate has signed the one before, by another implementation', () => {
    fc.assert(
      fc.property(meshes, (mesh) => {
        const { path, verdict, issues } = judgeMesh(mesh, ample);
        expect(issues.some(({ severity }) => severity === 'error')).toBe(verdict === 'refused');
        const read = path.map(({ raw }) => new X509Certificate(raw));
        for (const [index, issuer] of read.slice(1).entries()) {
          expect(read[index]!.issuer).toBe(issuer.subject);
          expect(read[index]!.verify(issuer.publicKey)).toBe(true);
        }
        const last = mesh.find((edge) => certify(edge) === path.at(-1));
        if (verdict !== 'refused') expect(last && strongest(mesh, last)).toBeDefined();
      }),
      { numRuns: 150 },
    );
  });

  test('never takes more work than the limits allow, and says so when it stops', () => {
    const limits = fc.record({
      maxSignatureChecks: fc.integer({ min: 1, max: 12 }),
      maxPathLength: fc.integer({ min: 1, max: 6 }),
      maxCertificates: fc.integer({ min: 1, max: 20 }),
      maxPaths: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(meshes, limits, (mesh, limit) => {
        const { considered, path, issues, verdict } = judgeMesh(mesh, limit);
        expect(considered.signatureChecks).toBeLessThanOrEqual(limit.maxSignatureChecks);
        expect(considered.certificates).toBeLessThanOrEqual(limit.maxCertificates);
        expect(considered.paths).toBeLessThanOrEqual(limit.maxPaths);
        expect(path.length).toBeLessThanOrEqual(limit.maxPathLength);
        expect(issues.some(({ severity }) => severity === 'error')).toBe(verdict === 'refused');
        const isLimited = issues.some(({ code }) => code === 'path-limit');
        if (verdict === 'refused' && expectedVerdict(mesh) !== 'refused') expect(isLimited).toBe(true);
        if (verdict === 'trusted') expect(expectedVerdict(mesh)).toBe('trusted');
      }),
      { numRuns: 200 },
    );
  });
});
