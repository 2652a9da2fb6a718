import { issue, type Issue } from '../../diagnostics/issue.js';
import type { Certificate } from '../../pki/certificate.js';
import type { CertificateContext } from './certificate-context.js';

/** Whether the extension is there, but cannot be read: what it says is then not known. */
export function isUnreadable({ extensions }: Certificate, wanted: string): boolean {
  return extensions.some(({ name, defect }) => name === wanted && defect !== undefined);
}

export function* duplicateExtension({ certificate }: CertificateContext): Generator<Issue> {
  const seen = new Map<string, number>();
  for (const { oid, name } of certificate.extensions) {
    const count = (seen.get(oid) ?? 0) + 1;
    seen.set(oid, count);
    if (count === 2) yield issue('duplicate-extension', { certificate }, { name });
  }
}

/** One issue a defect, however often it stands there. */
function defectsOf({
  extensions,
}: Certificate): ReadonlyMap<string, { readonly name: string; readonly defect: string }> {
  return new Map(
    extensions.flatMap(({ name, defect }) => (defect === undefined ? [] : [[`${name} ${defect}`, { name, defect }]])),
  );
}

export function* knownExtensionUnparseable({ certificate }: CertificateContext): Generator<Issue> {
  for (const { name, defect } of defectsOf(certificate).values()) {
    if (name === 'basicConstraints') continue;
    yield issue('known-extension-unparseable', { certificate }, { name, defect });
  }
}

export function* basicConstraintsDer({ certificate }: CertificateContext): Generator<Issue> {
  for (const { name, defect } of defectsOf(certificate).values()) {
    if (name === 'basicConstraints') yield issue('basic-constraints-der', { certificate }, { defect });
  }
}
