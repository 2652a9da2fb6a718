import { issue, type Issue } from '../../diagnostics/issue.js';
import type { CertificateContext } from './certificate-context.js';

export function* rsaExponent({ certificate }: CertificateContext): Generator<Issue> {
  const { exponent } = certificate.publicKey;
  if (exponent === undefined) return;
  if (exponent <= 1n) {
    yield issue('rsa-exponent-invalid', { certificate }, { reason: String(exponent) });
  } else if (exponent % 2n === 0n) {
    yield issue('rsa-exponent-invalid', { certificate }, { reason: 'even' });
  } else if (exponent < 65537n) {
    yield issue('rsa-exponent-small', { certificate }, { exponent: String(exponent) });
  }
}
