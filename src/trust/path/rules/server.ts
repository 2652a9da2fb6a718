import { issue, type Issue } from '../../../diagnostics/issue.js';
import { weigh } from '../../rules/certificate-context.js';
import { isUnreadable } from '../../rules/extensions.js';
import { belowAnchor, isTrustedLeaf, type PathContext } from '../path-context.js';

const SECOND = 1000;
const DAY = 86_400 * SECOND;
const HOUR = 3600 * SECOND;

/** Purposes that serve a TLS server: serverAuth, any, and the two of old export rules (SecPolicyServer.c, set_ssl_ekus). */
const serverPurposes: readonly string[] = ['serverAuth', 'anyExtendedKeyUsage', 'msSGC', 'nsSGC'];

const servesServers = (purposes: readonly string[]): boolean =>
  purposes.some((purpose) => serverPurposes.includes(purpose));

/** Apple's rules of 2019 are about certificates from 1 July on: in the code, about what begins behind this moment. */
const JULY_2019 = new Date('2019-06-30T23:00:00Z');
const SEPTEMBER_2020 = new Date('2020-09-01T00:00:00Z');

/** Whether Apple's article 103769 asks: TLS, iOS 13 and later, issued since July 2019. */
function isUnderRulesOf2019({ path, policy, generation }: PathContext): boolean {
  return policy.kind === 'tls-server' && generation >= 13 && path[0].notBefore > JULY_2019;
}

/** A leaf with extendedKeyUsage must have a purpose of servers in it, for TLS as for EAP. */
export function* serverPurpose({ path, policy }: PathContext): Generator<Issue> {
  const [certificate] = path;
  const purposes = certificate.extendedKeyUsage?.purposes;
  if (policy.kind === 'basic' || purposes === undefined || servesServers(purposes)) return;
  yield issue('eku-serverauth', { certificate }, { found: purposes.join(', ') });
}

/**
 * serverAuth itself is enforced for built-in roots and anchors of an app. Below what the user trusts a leaf without
 * extendedKeyUsage is spared, as is one for any purpose.
 */
export function* serverPurposeStrict(context: PathContext): Generator<Issue> {
  const [certificate] = context.path;
  const purposes = certificate.extendedKeyUsage?.purposes;
  if (!isUnderRulesOf2019(context) || isUnreadable(certificate, 'extKeyUsage')) return;
  const isEnforced = context.source === 'system' || context.source === 'app';
  if (purposes === undefined) {
    const found = issue('eku-serverauth', { certificate }, { found: 'no extendedKeyUsage' });
    yield isEnforced ? found : weigh(found, 'warning');
  } else if (isEnforced && servesServers(purposes) && !purposes.includes('serverAuth')) {
    yield issue('eku-serverauth', { certificate }, { found: purposes.join(', ') });
  }
}

/** Since iOS 16; the root's own is not looked at. */
export function* issuerPurpose(context: PathContext): Generator<Issue> {
  if (context.policy.kind === 'basic') return;
  for (const certificate of belowAnchor(context).slice(1)) {
    const purposes = certificate.extendedKeyUsage?.purposes;
    if (purposes === undefined || servesServers(purposes)) continue;
    const found = issue('eku-on-intermediate', { certificate }, { found: purposes.join(', ') });
    yield context.generation < 16 ? weigh(found, 'warning') : found;
  }
}

/** 825 days for every TLS leaf but one that is trusted for itself; Apple's code grants an hour. */
export function* leafLifetime(context: PathContext): Generator<Issue> {
  const [certificate] = context.path;
  const lifetime = certificate.notAfter.getTime() - certificate.notBefore.getTime();
  if (!isUnderRulesOf2019(context) || isTrustedLeaf(context) || lifetime <= 825 * DAY + HOUR) return;
  yield issue('leaf-825-days', { certificate }, { days: Math.floor(lifetime / DAY) });
}

/** 398 days, to the second, below built-in roots; private ones are free of it, whatever is said. */
export function* leafLifetimePublic({ path, policy, source, generation }: PathContext): Generator<Issue> {
  const [certificate] = path;
  const lifetime = certificate.notAfter.getTime() - certificate.notBefore.getTime();
  const isUnder = policy.kind === 'tls-server' && generation >= 14 && certificate.notBefore >= SEPTEMBER_2020;
  if (!isUnder || lifetime <= 398 * DAY || lifetime > 825 * DAY + HOUR) return;
  const found = issue('leaf-398-days', { certificate }, { days: Math.floor(lifetime / DAY) });
  yield source === 'system' ? found : weigh(found, 'info');
}

/** Apple's plain TLS policy does not look; servers and other clients do. */
export function* leafKeyUsage({ path, policy }: PathContext): Generator<Issue> {
  const [certificate] = path;
  const usages = certificate.keyUsage?.usages;
  if (policy.kind !== 'tls-server' || usages === undefined || usages.includes('digitalSignature')) return;
  yield issue('ku-leaf', { certificate }, { usages: usages.join(', ') || 'nothing' });
}

/** Not refused: the oldest trick is one certificate that is server and root. */
export function* leafIsCA({ path, policy }: PathContext): Generator<Issue> {
  const [certificate] = path;
  if (policy.kind === 'tls-server' && certificate.isCA) yield issue('leaf-is-ca', { certificate });
}

/** An empty subject needs a critical SubjectAltName, in which the name then is; a CA may not have one at all. */
export function* leafSubject({ path }: PathContext): Generator<Issue> {
  const [certificate] = path;
  const { subject, isCA, subjectAltName } = certificate;
  if (subject.rdns.length > 0 || isCA || subjectAltName?.critical === true) return;
  yield issue('leaf-empty-subject', { certificate });
}
