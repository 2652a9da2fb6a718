import { issue, type Issue } from '../diagnostics/issue.js';
import type { Certificate } from '../pki/certificate.js';

/** Why the holder of the certificate may be unable to decrypt what is encrypted for it at this time. */
export function* judgeRecipient(certificate: Certificate, at: Date): Generator<Issue> {
  const { notAfter, keyUsage, publicKey } = certificate;
  if (notAfter < at) yield issue('recipient-expired', { certificate }, { notAfter: notAfter.toISOString() });
  const wanted = publicKey.algorithm === 'EC' ? 'keyAgreement' : 'keyEncipherment';
  if (keyUsage === undefined || keyUsage.usages.includes(wanted)) return;
  yield issue('recipient-key-usage', { certificate }, { wanted, found: keyUsage.usages.join(', ') });
}
