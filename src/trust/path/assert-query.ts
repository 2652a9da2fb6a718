import type { Certificate } from '../../pki/certificate.js';
import type { TrustQuery } from '../trust-query.js';

const policyKinds: readonly unknown[] = ['basic', 'tls-server', 'eap-server'];
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
  if (!policyKinds.includes(fields(policy, 'query.policy')['kind'])) {
    throw new TypeError("query.policy.kind must be 'basic', 'tls-server' or 'eap-server'");
  }
  if (at !== undefined && !(at instanceof Date && !Number.isNaN(at.getTime()))) {
    throw new TypeError('query.at must be a valid Date');
  }
  if (limits !== undefined) assertLimits(fields(limits, 'query.limits'));
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

function assertLimits(limits: Loose): void {
  for (const [name, value] of Object.entries(limits)) {
    if (value === undefined || (Number.isSafeInteger(value) && (value as number) > 0)) continue;
    throw new TypeError(`query.limits.${name} must be a whole number above 0`);
  }
}

function fields(value: unknown, name: string): Loose {
  if (typeof value !== 'object' || value === null) throw new TypeError(`${name} must be an object`);
  return value as Loose;
}

function isCertificate(value: unknown): value is Certificate {
  if (typeof value !== 'object' || value === null) return false;
  const { raw, fingerprints, publicKey } = value as Loose;
  return raw instanceof Uint8Array && typeof fingerprints === 'object' && typeof publicKey === 'object';
}
