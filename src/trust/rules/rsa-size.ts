import { issue, type Issue } from '../../diagnostics/issue.js';
import { weigh, type CertificateContext } from './certificate-context.js';

export function* rsaMinSize({ certificate }: CertificateContext): Generator<Issue> {
  const { modulus, bits = 0 } = certificate.publicKey;
  if (modulus !== undefined && bits < 2048) yield issue('rsa-min-2048', { certificate }, { bits });
}

/** Above 8192 bits the key is not loaded; above 4096 bits it is slow, and SCEP and ACME payloads stop there. */
export function* rsaMaxSize({ certificate }: CertificateContext): Generator<Issue> {
  const { modulus, bits = 0 } = certificate.publicKey;
  if (modulus === undefined || bits <= 4096) return;
  const found = issue('rsa-max-8192', { certificate }, { bits });
  yield bits > 8192 ? found : weigh(found, 'warning');
}
