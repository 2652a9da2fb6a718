import { issue, type Issue } from '../../diagnostics/issue.js';
import type { CertificateContext } from './certificate-context.js';

export function* duplicateExtension({ certificate }: CertificateContext): Generator<Issue> {
  const seen = new Map<string, number>();
  for (const { oid, name } of certificate.extensions) {
    const count = (seen.get(oid) ?? 0) + 1;
    seen.set(oid, count);
    if (count === 2) yield issue('duplicate-extension', { certificate }, { name });
  }
}

export function* knownExtensionUnparseable({ certificate }: CertificateContext): Generator<Issue> {
  for (const { name, defect } of certificate.extensions) {
    if (defect === undefined || name === 'basicConstraints') continue;
    yield issue('known-extension-unparseable', { certificate }, { name, defect });
  }
}

export function* basicConstraintsDer({ certificate }: CertificateContext): Generator<Issue> {
  for (const { name, defect } of certificate.extensions) {
    if (defect !== undefined && name === 'basicConstraints') {
      yield issue('basic-constraints-der', { certificate }, { defect });
    }
  }
}
