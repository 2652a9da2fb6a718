import { issue, type Issue } from '../../diagnostics/issue.js';
import type { CertificateContext } from './certificate-context.js';

/** What Apple's parser has a place for (SecCertificate.c), so that it may be critical. */
const understood: readonly string[] = [
  'basicConstraints',
  'keyUsage',
  'extKeyUsage',
  'subjectAltName',
  'issuerAltName',
  'subjectKeyIdentifier',
  'authorityKeyIdentifier',
  'nameConstraints',
  'certificatePolicies',
  'policyMappings',
  'policyConstraints',
  'inhibitAnyPolicy',
  'privateKeyUsagePeriod',
  'cRLDistributionPoints',
  'authorityInfoAccess',
  'subjectInfoAccess',
  'netscapeCertType',
  // Entrust's version of its CA software, and the mark of OCSP responders (RFC 6960 section 4.2.2.2.1).
  '1.2.840.113533.7.65.0',
  '1.3.6.1.5.5.7.48.1.5',
];

/** Below these arcs Apple marks its own certificates, such as those of Developer ID, by critical extensions. */
const appleArcs: readonly string[] = ['6', '11', '12', '13', '15'].map((arc) => `1.2.840.113635.100.${arc}.`);

/** One issue an extension, whether it stands there once or many times. */
export function* criticalUnknownExtension({ certificate }: CertificateContext): Generator<Issue> {
  const critical = new Set(certificate.extensions.filter((one) => one.critical).map(({ name }) => name));
  for (const name of critical) {
    if (understood.includes(name) || appleArcs.some((arc) => name.startsWith(arc))) continue;
    yield issue('critical-unknown-extension', { certificate }, { name });
  }
}
