import { iosGeneration, newestPlatform } from '../device/platform.js';
import { now } from '../device/clock.js';
import type { Issue } from '../diagnostics/issue.js';
import { judgePath } from './path/judge-path.js';
import { PathSearch, type FoundPath } from './path/path-search.js';
import type { TrustQuery, TrustResult } from './trust-query.js';

type Judged = Pick<TrustResult, 'verdict' | 'path' | 'issues'>;

/**
 * Says what a device decides about a chain: a path validator by RFC 5280 section 6 with the differences of Apple's
 * evaluator. Every path from the certificate to an anchor is a candidate, the likely ones first; the first that is
 * trusted wins, else the one with the fewest errors is told. Revocation is not looked up. Never throws for what the
 * certificates hold.
 *
 * @throws TypeError when the chain is empty or an argument is of another type
 * @example
 * const { verdict, issues } = evaluateTrust({
 *   chain: readCertificates(fullchainPem),
 *   anchors: [{ certificate: readCertificate(rootPem), source: 'installed' }],
 *   policy: { kind: 'tls-server', hostname: 'intranet.example' },
 * });
 */
export function evaluateTrust(query: TrustQuery): TrustResult {
  assertQuery(query);
  const { chain, anchors, policy, at = now(), platform = newestPlatform, limits = {} } = query;
  const [target] = chain;
  if (target === undefined) throw new TypeError('query.chain must hold at least one certificate');
  const generation = iosGeneration(platform);
  const search = new PathSearch(chain, anchors, at, limits);
  let best: Judged | undefined;
  for (const found of search.paths(target)) {
    const { path, source } = found;
    const judged = conclude(found, judgePath({ path, source, policy, at, generation, chain }));
    if (best === undefined || isBetter(judged, best)) best = judged;
    if (best.verdict === 'trusted') break;
  }
  const limit = best?.verdict === 'refused' && search.limitIssue !== undefined ? [search.limitIssue] : [];
  const { verdict, path, issues } = best ?? { verdict: 'refused' as const, path: [target], issues: [] };
  return Object.freeze({
    verdict,
    path: Object.freeze([...path]),
    issues: Object.freeze([...limit.filter((one) => !issues.includes(one)), ...issues]),
    considered: Object.freeze(search.considered),
  });
}

function conclude({ path, source, issues: ends }: FoundPath, found: readonly Issue[]): Judged {
  const issues = [...ends, ...found];
  if (source === undefined || countErrors(issues) > 0) return { verdict: 'refused', path, issues };
  return { verdict: source === 'installed' ? 'after-switch' : 'trusted', path, issues };
}

const ranks: Readonly<Record<TrustResult['verdict'], number>> = { refused: 0, 'after-switch': 1, trusted: 2 };

function isBetter(a: Judged, b: Judged): boolean {
  if (a.verdict !== b.verdict) return ranks[a.verdict] > ranks[b.verdict];
  return countErrors(a.issues) < countErrors(b.issues);
}

function countErrors(issues: readonly Issue[]): number {
  return issues.filter(({ severity }) => severity === 'error').length;
}

const policyKinds: readonly unknown[] = ['basic', 'tls-server', 'eap-server'];
const sources: readonly unknown[] = ['system', 'app', 'user', 'installed'];

function assertQuery({ chain, anchors, policy, at }: TrustQuery): void {
  const given: { chain: unknown; anchors: unknown; kind: unknown } = {
    chain,
    anchors,
    kind: (policy as { kind?: unknown } | undefined)?.kind,
  };
  if (!Array.isArray(given.chain)) throw new TypeError('query.chain must be an array of certificates, leaf first');
  if (!Array.isArray(given.anchors)) throw new TypeError('query.anchors must be an array of { certificate, source }');
  const unknown = anchors.find(({ source }) => !sources.includes(source));
  if (unknown !== undefined) throw new TypeError("query.anchors: source is 'system', 'app', 'user' or 'installed'");
  if (!policyKinds.includes(given.kind)) {
    throw new TypeError("query.policy.kind must be 'basic', 'tls-server' or 'eap-server'");
  }
  if (at !== undefined && Number.isNaN(at.getTime())) throw new TypeError('query.at must be a valid Date');
}
