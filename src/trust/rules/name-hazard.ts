import { equalBytes } from '../../asn1/der.js';
import { escapeText } from '../../diagnostics/escape-text.js';
import { issue, type Issue } from '../../diagnostics/issue.js';
import type { DistinguishedName } from '../../pki/distinguished-name.js';
import type { CertificateContext } from './certificate-context.js';

/** The names as far as a reader sees them: the subject, the issuer when it is another one, and the SubjectAltName texts. */
export function* nameHazard({ certificate }: CertificateContext): Generator<Issue> {
  const { subject, issuer, subjectAltName } = certificate;
  const fields: [string, readonly string[]][] = [['the subject', texts(subject)]];
  if (!equalBytes(subject.raw, issuer.raw)) fields.push(['the issuer', texts(issuer)]);
  const alternatives = (subjectAltName?.names ?? []).flatMap((name) => {
    if (name.kind === 'directoryName') return texts(name.value);
    return 'value' in name ? [name.value] : [];
  });
  fields.push(['SubjectAltName', alternatives]);
  for (const [field, values] of fields) {
    const text = values.find(isHazardous);
    if (text !== undefined) yield issue('name-hazard', { certificate }, { field, text: escapeText(text) });
  }
}

function texts(name: DistinguishedName): string[] {
  return name.rdns.flat().map(({ value }) => value);
}

function isHazardous(text: string): boolean {
  return escapeText(text, text.length) !== text;
}
