import { isAtLeast } from '../../device/is-at-least.js';
import type { PlatformVersion } from '../../device/platform.js';
import { equalBytes } from '../../asn1/der.js';
import { issue, type Issue } from '../../diagnostics/issue.js';
import type { Certificate } from '../../pki/certificate.js';

/** An intermediate is no root, which does no harm where its root is: it is installed, and gets no row. */
export function isBesideItsRoot(certificate: Certificate, others: readonly Certificate[]): boolean {
  const { normalized } = certificate.issuer;
  return (
    certificate.role === 'intermediate' &&
    others.some(({ role, subject }) => role === 'root' && subject.normalized === normalized)
  );
}

/** The trust store keeps a row for each certificate by its SHA-256, so that a renewed root needs a switch of its own. */
export function* rootDuplicate(certificate: Certificate, others: readonly Certificate[]): Generator<Issue> {
  const older = others.find(
    ({ subject, raw }) => subject.normalized === certificate.subject.normalized && !equalBytes(raw, certificate.raw),
  );
  if (older === undefined) return;
  yield issue('root-duplicate', { certificate }, { notAfter: older.notAfter.toISOString() });
}

/** The versions of iOS that were seen to show an empty list. */
export const emptyListVersions = { since: '18.0', until: '18.0.2' } as const;

/** Bugs of single versions that were seen in the field. */
export function* systemBugs(certificate: Certificate, platform: PlatformVersion | undefined): Generator<Issue> {
  if (platform?.os !== 'iOS') return;
  const { since, until } = emptyListVersions;
  const isAffected = isAtLeast(platform.version, since) && !isAtLeast(platform.version, until);
  if (isAffected) yield issue('ios18-toggle-missing', { certificate }, { version: platform.version });
}
