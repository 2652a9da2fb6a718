import { issue, type Issue } from '../../../diagnostics/issue.js';
import type { Certificate } from '../../../pki/certificate.js';
import { weigh } from '../../rules/certificate-context.js';
import { isTrustedLeaf, type PathContext } from '../path-context.js';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** Apple's rules of 2019 are about certificates from 1 July on: in the code, about what begins behind this moment. */
const JULY_2019 = new Date('2019-06-30T23:00:00Z');
const SEPTEMBER_2020 = new Date('2020-09-01T00:00:00Z');

/** What the CA/Browser Forum lets public CAs issue, the latest first (ballot SC-081, section 6.3.2 of its requirements). */
const publicLimits: readonly (readonly [since: string, days: number])[] = [
  ['2029-03-15', 47],
  ['2027-03-15', 100],
  ['2026-03-15', 200],
];

/** Whether Apple's article 103769 asks: TLS, iOS 13 and later, issued since July 2019. */
export function isUnderRulesOf2019({ path, policy, generation }: PathContext): boolean {
  return policy.kind === 'tls-server' && generation >= 13 && path[0].notBefore > JULY_2019;
}

function isUnderRulesOf2020({ path, policy, generation }: PathContext): boolean {
  return policy.kind === 'tls-server' && generation >= 14 && path[0].notBefore >= SEPTEMBER_2020;
}

const lifetimeOf = ({ notBefore, notAfter }: Certificate): number => notAfter.getTime() - notBefore.getTime();
const daysOf = (certificate: Certificate): number => Math.floor(lifetimeOf(certificate) / DAY);

/** 825 days for every TLS leaf but one that is trusted for itself; Apple's code grants an hour. */
export function* leafLifetime(context: PathContext): Generator<Issue> {
  const [certificate] = context.path;
  if (!isUnderRulesOf2019(context) || isTrustedLeaf(context) || lifetimeOf(certificate) <= 825 * DAY + HOUR) return;
  yield issue('leaf-825-days', { certificate }, { days: daysOf(certificate) });
}

/** 398 days, to the second, below built-in roots; private ones are free of it, whatever is said. */
export function* leafLifetimePublic(context: PathContext): Generator<Issue> {
  const [certificate] = context.path;
  const lifetime = lifetimeOf(certificate);
  if (!isUnderRulesOf2020(context) || lifetime <= 398 * DAY || lifetime > 825 * DAY + HOUR) return;
  const found = issue('leaf-398-days', { certificate }, { days: daysOf(certificate) });
  yield context.source === 'system' ? found : weigh(found, 'info');
}

/** To the very second of the limit: one that is counted in another way is over it. */
export function* leafLifetimeAdvice(context: PathContext): Generator<Issue> {
  const [certificate] = context.path;
  const lifetime = lifetimeOf(certificate);
  if (!isUnderRulesOf2020(context) || lifetime <= 397 * DAY || lifetime > 398 * DAY) return;
  yield issue('leaf-lifetime-advice', { certificate }, { days: daysOf(certificate) });
}

/** What public CAs may issue is their affair: Apple's evaluator does not look, and private CAs are free of it. */
export function* leafLifetimeOfPublicCA({ path, policy, source }: PathContext): Generator<Issue> {
  const [certificate] = path;
  if (policy.kind !== 'tls-server' || source !== 'system') return;
  const [since, limit] = publicLimits.find(([date]) => certificate.notBefore >= new Date(date)) ?? [];
  const lifetime = lifetimeOf(certificate);
  if (since === undefined || limit === undefined || lifetime <= limit * DAY || lifetime > 398 * DAY) return;
  yield issue('leaf-cabf-sc081', { certificate }, { days: daysOf(certificate), limit, since });
}
