import { issue, type Issue } from '../../diagnostics/issue.js';
import type { Certificate } from '../../pki/certificate.js';
import { readHostName, type HostName } from '../names/host-name.js';
import { rootCommand } from '../root-command.js';
import { serverCommand } from '../server-command.js';
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
  yield issue('root-ca-flag', { certificate }, { reason, ...commandsFor(certificate) });
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

/** Who made a certificate for a server alone needs a root of another name, and then one for the server. */
function commandsFor(certificate: Certificate): { readonly command: string; readonly serverCommand?: string } {
  const host = hostOf(certificate);
  if (host === undefined) return { command: rootCommand(certificate) };
  return { command: rootCommand(certificate, ' Root'), serverCommand: serverCommand(host) };
}

/** The first host that the certificate names; a commonName is one when it is an address or has a dot. */
function hostOf({ subjectAltName, commonName = '' }: Certificate): HostName | undefined {
  const names = (subjectAltName?.names ?? []).flatMap((name) =>
    name.kind === 'dNSName' || name.kind === 'iPAddress' ? [name.value] : [],
  );
  const written = /[.:]/.test(commonName) ? [...names, commonName] : names;
  return written.map(readHostName).find((host) => host !== undefined);
}

function isIssuedLeaf({ role, subject, issuer }: Certificate): boolean {
  return role === 'leaf' && subject.normalized !== issuer.normalized;
}
