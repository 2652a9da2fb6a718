import { issue, type Issue } from '../../diagnostics/issue.js';
import { rootCommand } from '../root-command.js';
import type { CertificateContext } from './certificate-context.js';
import { isUnreadable } from './extensions.js';

/** Silent when basicConstraints is there but broken: basic-constraints-der has that fact. */
export function* rootIsCA({ certificate }: CertificateContext): Generator<Issue> {
  if (certificate.isCA || isUnreadable(certificate, 'basicConstraints')) return;
  const reason =
    certificate.basicConstraints === undefined ? 'basicConstraints is missing' : 'basicConstraints says cA=FALSE';
  yield issue('root-ca-flag', { certificate }, { reason, command: rootCommand(certificate) });
}

export function* rootKeyUsage({ certificate }: CertificateContext): Generator<Issue> {
  const usages = certificate.keyUsage?.usages;
  if (usages === undefined || usages.includes('keyCertSign')) return;
  yield issue(
    'root-ku-certsign',
    { certificate },
    { usages: usages.join(', ') || 'nothing', command: rootCommand(certificate) },
  );
}
