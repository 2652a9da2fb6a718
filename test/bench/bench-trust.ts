import { verify } from 'node:crypto';
import { evaluateTrust, readCertificate, type Certificate, type TrustQuery, type TrustResult } from 'profilewright';
import { intermediateCA, leaf, rootCA } from '../support/authorities.js';
import { readChildren } from '../support/der-reader.js';
import type { IssuedCertificate } from '../support/issue-certificate.js';
import { testKey, type KeyKind } from '../support/test-key.js';
import { compare, median, type Operation, type Ratio } from './measure.js';

/** Operations a second beside those of the bare checks: a third of them is three times the cost. */
const TARGET = 1 / 3;
const HOSTILE_RUNS = 7;

const kinds: readonly (readonly [kind: KeyKind, name: string])[] = [
  ['p256', 'P-256'],
  ['rsa-2048', 'RSA-2048'],
];

/** Evaluating a chain that was read before, beside the signature checks that it cannot do without; reading; hostile chains. */
export async function* benchTrust(): AsyncGenerator<Ratio> {
  for (const [kind, name] of kinds) {
    const issued = issueChain(kind);
    const [target, issuer, root] = issued.map(read);
    const checks = issued.slice(0, -1).map(bareCheck);
    const ceiling = (): void => {
      for (const check of checks) check();
    };
    const operation = (): TrustResult => evaluate([target!, issuer!], root!);
    if (operation().verdict !== 'trusted') throw new Error('the chain is not trusted');
    yield compare({ name: `evaluate three certificates, ${name}`, target: TARGET, operation, ceiling });
    yield compare({ name: `read three certificates, ${name}`, operation: () => issued.map(read), ceiling });
  }
  yield* benchHostile();
}

/** As a fresh process meets them: read before the clock runs, but with no key loaded. */
function* benchHostile(): Generator<Ratio> {
  const root = rootCA();
  const impostors = sameNamedCAs(root, 2000);
  yield hostile('2,000 CAs of one name', [leaf(intermediateCA(root)), ...impostors], root);
  const row = casInARow(root, 1000);
  yield hostile('1,000 CAs in a row', row, root);
  const limits = { maxPathLength: 2000, maxSignatureChecks: 2000, maxCertificates: 2000 };
  yield hostile('1,000 CAs in a row, limits raised', row, root, limits);
  yield hostile('eight CAs that have all certified each other', mesh(root, 8), root);
  yield hostile('a certificate of 1 MB', withNames(root, 4500), root);
  yield hostile('1,000 names below 1,000 constraints', withNames(root, 1000, 1000), root);
}

function hostile(
  name: string,
  chain: readonly IssuedCertificate[],
  root: IssuedCertificate,
  limits: TrustQuery['limits'] = {},
): Ratio {
  const runs = Array.from({ length: HOSTILE_RUNS }, () => {
    const certificates = chain.map(read);
    const anchor = read(root);
    const { value, milliseconds } = time(() => evaluate(certificates, anchor, limits));
    const checks = value.considered.signatureChecks;
    const bare = bareCheck(chain[0]!);
    const { milliseconds: bareMilliseconds } = time(() => {
      for (let count = 0; count < checks; count += 1) bare();
    });
    return { milliseconds, bareMilliseconds, checks };
  });
  const shown = (side: 'milliseconds' | 'bareMilliseconds'): string => median(runs.map((run) => run[side])).toFixed(1);
  return {
    name: `${name} (${String(runs[0]?.checks)} checks)`,
    figures: `${shown('milliseconds').padStart(8)} of ${shown('bareMilliseconds')} ms`,
    ratio: median(runs.map((run) => run.bareMilliseconds / run.milliseconds)),
  };
}

function time<T>(operation: () => T): { readonly value: T; readonly milliseconds: number } {
  const start = performance.now();
  const value = operation();
  return { value, milliseconds: performance.now() - start };
}

const read = ({ der }: IssuedCertificate): Certificate => readCertificate(der);

const evaluate = (chain: readonly Certificate[], root: Certificate, limits: TrustQuery['limits'] = {}): TrustResult =>
  evaluateTrust({
    chain,
    anchors: [{ certificate: root, source: 'user' }],
    policy: { kind: 'tls-server', hostname: 'lab.example' },
    limits,
  });

/** The leaf first. */
function issueChain(kind: KeyKind): readonly [IssuedCertificate, IssuedCertificate, IssuedCertificate] {
  const [rootKey, issuerKey, leafKey] = [0, 1, 2].map((index) => testKey(kind, index));
  const root = rootCA({ key: rootKey! });
  const issuer = intermediateCA(root, { key: issuerKey! });
  return [leaf(issuer, { key: leafKey! }), issuer, root];
}

/** Checks the signature as it stands, by a key that is loaded. */
function bareCheck({ der, tbs, signedBy }: IssuedCertificate): Operation {
  const key = signedBy?.key;
  const signature = readChildren(der)[2]?.content.subarray(1);
  if (key === undefined || !('publicKey' in key) || signature === undefined) throw new Error('it signs itself');
  const { publicKey } = key;
  return () => {
    if (!verify('sha256', tbs, publicKey, signature)) throw new Error('the bare signature is wrong');
  };
}

/** Each has a key of its own; none has issued anything. */
function sameNamedCAs(root: IssuedCertificate, count: number): IssuedCertificate[] {
  return Array.from({ length: count }, (_, index) =>
    intermediateCA(root, { key: testKey('p256', 100 + index), subjectKeyIdentifier: 'absent', signature: 'empty' }),
  );
}

/** Circles of every length, and none of them leads to the root. */
function mesh(root: IssuedCertificate, count: number): IssuedCertificate[] {
  const keys = Array.from({ length: count }, (_, index) => testKey('p256', 20 + index));
  const crossed = keys.flatMap((key, subject) =>
    keys.flatMap((signingKey, issuer) =>
      issuer === subject
        ? []
        : intermediateCA(root, {
            basicConstraints: { cA: true },
            subject: `Mesh ${String(subject)}`,
            key,
            issuer: `Mesh ${String(issuer)}`,
            signingKey,
            authorityKeyIdentifier: signingKey.keyIdentifier,
          }),
    ),
  );
  return [leaf(crossed[0] ?? root), ...crossed];
}

/** A leaf with many names; its issuer excludes as many other ones. */
function withNames(root: IssuedCertificate, names: number, constraints = 0): IssuedCertificate[] {
  const label = 'a'.repeat(constraints === 0 ? 60 : 5);
  const nameOf = (index: number): { dNSName: string } => ({
    dNSName: `${label}.${label}.${label}.${String(index)}.example`,
  });
  const excluded = Array.from({ length: constraints }, (_, index) => ({ dNSName: `x${String(index)}.example` }));
  const issuer = intermediateCA(root, constraints === 0 ? {} : { nameConstraints: { excluded } });
  return [leaf(issuer, { subjectAltName: Array.from({ length: names }, (_, index) => nameOf(index)) }), issuer];
}

/** The last one has issued the leaf, which comes first. */
function casInARow(root: IssuedCertificate, count: number): IssuedCertificate[] {
  const row: IssuedCertificate[] = [];
  for (let depth = 0; depth < count; depth += 1) {
    const basicConstraints = { cA: true };
    row.push(intermediateCA(row.at(-1) ?? root, { subject: `Depth ${String(depth)}`, basicConstraints }));
  }
  return [leaf(row.at(-1) ?? root), ...row.reverse()];
}
