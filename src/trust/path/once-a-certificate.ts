import type { Issue } from '../../diagnostics/issue.js';
import type { Certificate } from '../../pki/certificate.js';
import { applyRules, createContext, type CertificateRule } from '../rules/certificate-context.js';

/** More would tell a reader nothing, and hostile input could make thousands. */
const MAX_ISSUES = 20;

/**
 * Applies rules once a certificate, however many paths lead through it: names and extensions can be many. Only for rules
 * that do not look at the time.
 */
export function onceACertificate(rules: readonly CertificateRule[]): (certificate: Certificate) => readonly Issue[] {
  const known = new WeakMap<Certificate, readonly Issue[]>();
  return (certificate) => {
    const context = createContext(certificate, 'root', { at: certificate.notBefore });
    const found = known.get(certificate) ?? applyRules(rules, context).slice(0, MAX_ISSUES);
    known.set(certificate, found);
    return found;
  };
}
