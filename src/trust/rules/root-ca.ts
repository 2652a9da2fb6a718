import { issue, type Issue } from '../../diagnostics/issue.js';
import type { Certificate } from '../../pki/certificate.js';
import { rootCommand } from '../root-command.js';
import type { CertificateContext } from './certificate-context.js';
import { isUnreadable } from './extensions.js';

/**
 * Silent when basicConstraints is there but broken: basic-constraints-der has that fact. Silent, too, about what a CA has
 * issued to somebody else: that it is no root is one fact, and nobody makes it again as a CA.
 */
export function* rootIsCA({ certificate }: CertificateContext): Generator<Issue> {
  if (certificate.isCA || isIssuedLeaf(certificate) || isUnreadable(certificate, 'basicConstraints')) return;
  const reason =
    certificate.basicConstraints === undefined ? 'basicConstraints is missing' : 'basicConstraints says cA=FALSE';
  yield issue('root-ca-flag', { certificate }, { reason, command: rootCommand(certificate) });
}

export function* rootKeyUsage({ certificate }: CertificateContext): Generator<Issue> {
  const usages = certificate.keyUsage?.usages;
  if (usages === undefined || usages.includes('keyCertSign') || isIssuedLeaf(certificate)) return;
  yield issue(
    'root-ku-certsign',
    { certificate },
    { usages: usages.join(', ') || 'nothing', command: rootCommand(certificate) },
  );
}

function isIssuedLeaf({ role, subject, issuer }: Certificate): boolean {
  return role === 'leaf' && subject.normalized !== issuer.normalized;
}
