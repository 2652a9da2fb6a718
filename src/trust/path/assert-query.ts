import { assertKnownOptions } from '../../diagnostics/assert-known-options.js';
import type { Certificate } from '../../pki/certificate.js';
import { isCertificate } from '../../pki/is-certificate.js';
import type { PathLimits, TrustPolicy, TrustQuery } from '../trust-query.js';

type Names<Options> = Readonly<Record<keyof Options, true>>;

const knownFields: Names<TrustQuery> = {
  chain: true,
  anchors: true,
  policy: true,
  at: true,
  platform: true,
  limits: true,
};
const knownLimits: Names<PathLimits> = {
  maxSignatureChecks: true,
  maxPathLength: true,
  maxCertificates: true,
  maxNameComparisons: true,
  maxPaths: true,
};
const policyFields: { readonly [Kind in TrustPolicy['kind']]: Names<Extract<TrustPolicy, { kind: Kind }>> } = {
  basic: { kind: true },
  'tls-server': { kind: true, hostname: true },
  'eap-server': { kind: true, names: true },
};
const sources: readonly unknown[] = ['system', 'app', 'user', 'installed'];

type Loose = Readonly<Record<string, unknown>>;

/**
 * Refuses what a caller without types can get wrong, because a limit or a time that is none would decide nothing.
 *
 * @returns the certificate in question
 * @throws TypeError that starts with the name of the argument
 */
export function assertQuery(query: TrustQuery): Certificate {
  const { chain, anchors, policy, at, limits } = fields(query, 'query');
  if (!Array.isArray(chain)) throw new TypeError('query.chain must be an array of certificates, leaf first');
  if (!chain.every(isCertificate))
    throw new TypeError('query.chain must hold certificates as readCertificates returns them');
  const [target] = chain;
  if (target === undefined) throw new TypeError('query.chain must hold at least one certificate');
  assertAnchors(anchors);
  assertPolicy(fields(policy, 'query.policy'));
  if (at !== undefined && !(at instanceof Date && !Number.isNaN(at.getTime()))) {
    throw new TypeError('query.at must be a valid Date');
  }
  if (limits !== undefined) assertLimits(fields(limits, 'query.limits'));
  assertKnownOptions('query', query, knownFields);
  return target;
}

function assertAnchors(anchors: unknown): void {
  if (!Array.isArray(anchors)) throw new TypeError('query.anchors must be an array of { certificate, source }');
  for (const anchor of anchors as readonly unknown[]) {
    const { certificate, source } = fields(anchor, 'query.anchors');
    if (!isCertificate(certificate))
      throw new TypeError('query.anchors: certificate must be one that readCertificates returned');
    if (!sources.includes(source)) {
      throw new TypeError("query.anchors: source must be 'system', 'app', 'user' or 'installed'");
    }
  }
}

/** A name that is misspelt or no text would let any server pass. */
function assertPolicy(policy: Loose): void {
  const { kind, hostname, names } = policy;
  if (typeof kind !== 'string' || !Object.hasOwn(policyFields, kind)) {
    throw new TypeError("query.policy.kind must be 'basic', 'tls-server' or 'eap-server'");
  }
  assertKnownOptions('query.policy', policy, policyFields[kind as TrustPolicy['kind']]);
  if (hostname !== undefined && typeof hostname !== 'string') {
    throw new TypeError('query.policy.hostname must be a string');
  }
  if (names !== undefined && !(Array.isArray(names) && names.every((name) => typeof name === 'string'))) {
    throw new TypeError('query.policy.names must be an array of strings');
  }
}

function assertLimits(limits: Loose): void {
  assertKnownOptions('query.limits', limits, knownLimits);
  for (const [name, value] of Object.entries(limits)) {
    if (value === undefined || (Number.isSafeInteger(value) && (value as number) > 0)) continue;
    throw new TypeError(`query.limits.${name} must be a whole number above 0`);
  }
}

function fields(value: unknown, name: string): Loose {
  if (typeof value !== 'object' || value === null) throw new TypeError(`${name} must be an object`);
  return value as Loose;
}
