import { issue, type Issue } from '../../diagnostics/issue.js';
import type { CertificateContext } from './certificate-context.js';

/** Once a certificate: what is written in one place wrongly usually is so everywhere. */
export function* rsaParameters({ certificate, encoding }: CertificateContext): Generator<Issue> {
  const [reason] = encoding.rsaDefects;
  if (reason !== undefined) yield issue('rsa-params-null', { certificate }, { reason });
}
