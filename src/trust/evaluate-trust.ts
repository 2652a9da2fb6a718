import { iosGeneration, newestPlatform, type PlatformVersion } from '../device/platform.js';
import { now } from '../device/clock.js';
import type { Issue } from '../diagnostics/issue.js';
import { assertQuery } from './path/assert-query.js';
import { judgePath } from './path/judge-path.js';
import { PathSearch, type FoundPath } from './path/path-search.js';
import { weigh } from './rules/certificate-context.js';
import type { TrustAnchor, TrustQuery, TrustResult } from './trust-query.js';
import { hasTrustSwitch } from './trust-switch.js';

type Judged = Pick<TrustResult, 'verdict' | 'path' | 'issues'> & { readonly isAnchored: boolean };

/**
 * Says what a device decides about a chain: a path validator by RFC 5280 section 6 with the differences of Apple's
 * evaluator. Every path from the certificate to an anchor is a candidate, the likely ones first; the first that is
 * trusted wins, else the one with the fewest errors is told, of these the one that ends in an anchor. Revocation is not looked up. Never throws for what the
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
  const target = assertQuery(query);
  const { chain, policy, at = now(), platform = newestPlatform, limits = {} } = query;
  const generation = iosGeneration(platform);
  const anchors = query.anchors.map((anchor) => asTrusted(anchor, platform));
  const search = new PathSearch(chain, anchors, at, limits);
  const { maxNameComparisons } = search.limits;
  const given = {
    policy,
    at,
    platform,
    generation,
    maxNameComparisons,
    chain,
    anchors: anchors.map(({ certificate }) => certificate),
  };
  let best: Judged | undefined;
  for (const found of search.paths(target)) {
    const { path, source } = found;
    const judged = conclude(found, judgePath({ path, source, ...given }));
    if (best === undefined || isBetter(judged, best)) best = judged;
    if (best.verdict === 'trusted') break;
  }
  const nothing: Judged = { verdict: 'refused', path: [target], issues: [], isAnchored: false };
  const { verdict, path, issues } = best ?? nothing;
  return Object.freeze({
    verdict,
    path: Object.freeze([...path]),
    issues: Object.freeze([...limitsOf(search, verdict).filter((one) => !issues.includes(one)), ...issues]),
    considered: Object.freeze(search.considered),
  });
}

/** Before iOS 10.3 there was no switch: what was installed was trusted. */
function asTrusted(anchor: TrustAnchor, platform: PlatformVersion): TrustAnchor {
  const isTrusted = anchor.source === 'installed' && platform.os === 'iOS' && !hasTrustSwitch(platform);
  return isTrusted ? { ...anchor, source: 'user' } : anchor;
}

/** A limit matters as long as there may be a better path: an error beside others, else a warning. */
function limitsOf({ limitIssue }: PathSearch, verdict: TrustResult['verdict']): readonly Issue[] {
  if (limitIssue === undefined || verdict === 'trusted') return [];
  return [verdict === 'refused' ? limitIssue : weigh(limitIssue, 'warning')];
}

function conclude({ path, source, issues: ends }: FoundPath, found: readonly Issue[]): Judged {
  const judged = { path, issues: [...ends, ...found], isAnchored: source !== undefined };
  if (source === undefined || countErrors(judged.issues) > 0) return { verdict: 'refused', ...judged };
  return { verdict: source === 'installed' ? 'after-switch' : 'trusted', ...judged };
}

const ranks: Readonly<Record<TrustResult['verdict'], number>> = { refused: 0, 'after-switch': 1, trusted: 2 };

function isBetter(a: Judged, b: Judged): boolean {
  if (a.verdict !== b.verdict) return ranks[a.verdict] > ranks[b.verdict];
  const more = countErrors(a.issues) - countErrors(b.issues);
  return more < 0 || (more === 0 && a.isAnchored && !b.isAnchored);
}

function countErrors(issues: readonly Issue[]): number {
  return issues.filter(({ severity }) => severity === 'error').length;
}
