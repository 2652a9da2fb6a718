import { issue, type Issue } from '../../diagnostics/issue.js';
import { weighByRole, type CertificateContext } from './certificate-context.js';

const RSASSA_PSS = '1.2.840.113549.1.1.10';
const brokenHashes: readonly string[] = ['MD2', 'MD4', 'MD5'];

export function* rsaPssSignature(context: CertificateContext): Generator<Issue> {
  const { certificate } = context;
  if (certificate.signatureAlgorithm.oid !== RSASSA_PSS) return;
  yield weighByRole(issue('rsa-pss-signature', { certificate }), context);
}

/**
 * The signature of a self-signed certificate proves nothing that its being an anchor does not, so Apple spares it.
 * SHA-1 is still taken by EAP, so that a certificate that is only carried may serve there: a warning.
 */
export function* weakHashSignature(context: CertificateContext): Generator<Issue> {
  const { certificate } = context;
  const { hash } = certificate.signatureAlgorithm;
  if (hash === undefined || certificate.isSelfSigned) return;
  const found = issue('sha1-signature', { certificate }, { hash });
  if (brokenHashes.includes(hash)) yield found;
  if (hash === 'SHA-1') yield weighByRole(found, context);
}

export function* signatureAlgorithmMismatch({ certificate, encoding }: CertificateContext): Generator<Issue> {
  if (!encoding.hasMatchingAlgorithms) yield issue('sigalg-mismatch', { certificate });
}
