import type { Issue } from '../../diagnostics/issue.js';
import type { Certificate } from '../../pki/certificate.js';
import { applyRules, type CertificateContext, type CertificateRule } from './certificate-context.js';

/**
 * One rule of several, applied once a certificate and role: one root usually stands in many profiles. Only for rules that
 * do not look at the time.
 */
export function onceByRole(rules: readonly CertificateRule[]): CertificateRule {
  const known: Readonly<Record<CertificateContext['role'], WeakMap<Certificate, readonly Issue[]>>> = {
    root: new WeakMap(),
    other: new WeakMap(),
  };
  return (context) => {
    const ofRole = known[context.role];
    const found = ofRole.get(context.certificate) ?? applyRules(rules, context);
    ofRole.set(context.certificate, found);
    return found;
  };
}
