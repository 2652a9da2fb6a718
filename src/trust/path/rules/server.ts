import { issue, type Issue } from '../../../diagnostics/issue.js';
import { weigh } from '../../rules/certificate-context.js';
import { isUnreadable } from '../../rules/extensions.js';
import { belowAnchor, type PathContext } from '../path-context.js';
import { isUnderRulesOf2019 } from './lifetimes.js';

/** Purposes that serve a TLS server: serverAuth, any, and the two of old export rules (SecPolicyServer.c, set_ssl_ekus). */
const serverPurposes: readonly string[] = ['serverAuth', 'anyExtendedKeyUsage', 'msSGC', 'nsSGC'];

const servesServers = (purposes: readonly string[]): boolean =>
  purposes.some((purpose) => serverPurposes.includes(purpose));

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
