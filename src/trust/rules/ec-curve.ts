import { issue, type Issue } from '../../diagnostics/issue.js';
import { weighByRole, type CertificateContext } from './certificate-context.js';

const tlsCurves: readonly string[] = ['P-256', 'P-384', 'P-521'];

export function* ecExplicitParameters({ certificate }: CertificateContext): Generator<Issue> {
  if (certificate.publicKey.curve === 'explicit') yield issue('ec-explicit-parameters', { certificate });
}

export function* ecCurves(context: CertificateContext): Generator<Issue> {
  const { certificate } = context;
  const { curve } = certificate.publicKey;
  if (curve === undefined || curve === 'explicit' || tlsCurves.includes(curve)) return;
  yield weighByRole(issue('ec-curves', { certificate }, { curve }), context);
}

export function* p521({ certificate }: CertificateContext): Generator<Issue> {
  if (certificate.publicKey.curve === 'P-521') yield issue('p521-leaf', { certificate });
}
