import { issue, type Issue } from '../../diagnostics/issue.js';
import type { RootRemedy } from '../../diagnostics/issues/root.js';
import type { Certificate } from '../../pki/certificate.js';
import { readHostName, type HostName } from '../names/host-name.js';
import { rootCommand } from '../root-command.js';
import { serverCommand } from '../server-command.js';
import type { CertificateContext } from './certificate-context.js';
import { isUnreadable } from './extensions.js';
import { otherRootFor } from './issued-leaf.js';

/** Silent when basicConstraints is there but broken: basic-constraints-der has that fact. */
export function* rootIsCA({ certificate }: CertificateContext): Generator<Issue> {
  if (certificate.isCA || isUnreadable(certificate, 'basicConstraints')) return;
  const reason =
    certificate.basicConstraints === undefined ? 'basicConstraints is missing' : 'basicConstraints says cA=FALSE';
  yield issue('root-ca-flag', { certificate }, { reason, ...commandsFor(certificate) });
}

export function* rootKeyUsage({ certificate }: CertificateContext): Generator<Issue> {
  const usages = certificate.keyUsage?.usages;
  if (usages === undefined || usages.includes('keyCertSign')) return;
  yield issue(
    'root-ku-certsign',
    { certificate },
    { usages: usages.join(', ') || 'nothing', ...(otherRootFor(certificate) ?? { command: rootCommand(certificate) }) },
  );
}

/** Who made a certificate for a server alone needs a root of another name, and then one for the server. */
function commandsFor(certificate: Certificate): RootRemedy & { readonly serverCommand?: string } {
  const other = otherRootFor(certificate);
  if (other !== undefined) return other;
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
