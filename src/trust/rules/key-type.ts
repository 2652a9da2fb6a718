import { issue, type Issue } from '../../diagnostics/issue.js';
import type { PublicKey } from '../../pki/public-key.js';
import { weighByRole, type CertificateContext } from './certificate-context.js';

export function* edwardsKey(context: CertificateContext): Generator<Issue> {
  const { certificate } = context;
  const { algorithm } = certificate.publicKey;
  if (algorithm !== 'Ed25519' && algorithm !== 'Ed448') return;
  yield weighByRole(issue('ed25519-unsupported', { certificate }, { algorithm }), context);
}

export function* unsupportedKeyType(context: CertificateContext): Generator<Issue> {
  const { certificate } = context;
  const { algorithm, oid } = certificate.publicKey;
  if (['RSA', 'EC', 'Ed25519', 'Ed448'].includes(algorithm)) return;
  const found = issue(
    'key-type-unsupported',
    { certificate },
    { algorithm: algorithm === 'unknown' ? oid : algorithm },
  );
  yield weighByRole(found, context);
}

export function* unreadableKey({ certificate }: CertificateContext): Generator<Issue> {
  const { algorithm } = certificate.publicKey;
  if (!isReadable(certificate.publicKey)) yield issue('key-unreadable', { certificate }, { algorithm });
}

function isReadable({ algorithm, modulus, exponent, curve }: PublicKey): boolean {
  if (algorithm === 'RSA' || algorithm === 'RSA-PSS') return modulus !== undefined && exponent !== undefined;
  return algorithm !== 'EC' || curve !== undefined;
}
