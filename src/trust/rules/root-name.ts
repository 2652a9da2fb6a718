import { issue, type Issue } from '../../diagnostics/issue.js';
import { rootCommand } from '../root-command.js';
import type { CertificateContext } from './certificate-context.js';

export function* rootEmptySubject({ certificate }: CertificateContext): Generator<Issue> {
  if (certificate.subject.rdns.length > 0) return;
  yield issue('root-empty-subject', { certificate }, { command: rootCommand(certificate) });
}

export function* rootCommonName({ certificate }: CertificateContext): Generator<Issue> {
  if (certificate.subject.rdns.length === 0 || (certificate.commonName ?? '').trim() !== '') return;
  yield issue('root-common-name', { certificate }, { command: rootCommand(certificate) });
}
