import { issue, type Issue } from '../../diagnostics/issue.js';
import { weigh, type CertificateContext } from './certificate-context.js';

export function* x509Version({ certificate, role, encoding }: CertificateContext): Generator<Issue> {
  const { version, extensions } = certificate;
  const found = (reason: string): Issue => issue('x509-version', { certificate }, { reason });
  if (version < 1 || version > 3) yield found(`is of version ${String(version)}, which does not exist`);
  else if (encoding.hasExplicitVersion1) yield found('spells out version 1, which must be left out');
  else if (version < 3 && extensions.length > 0) yield found(`is of version ${String(version)}, but has extensions`);
  else if (version < 3 && role === 'root') yield weigh(found(`is of version ${String(version)}`), 'warning');
}
