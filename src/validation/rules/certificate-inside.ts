import { issue, type Issue } from '../../diagnostics/issue.js';
import type { Certificate } from '../../pki/certificate.js';
import { textOf } from '../../profile/codec.js';
import { diagnoseCertificate } from '../../trust/diagnose-certificate.js';
import { diagnoseRoot } from '../../trust/diagnose-root.js';
import { weigh } from '../../trust/rules/certificate-context.js';
import type { Embedded } from '../content/embedded-certificate.js';
import { certificateForm, embeddedIn } from '../content/payload-certificates.js';
import type { ProfileContext } from './profile-rule.js';

/**
 * The certificate in a certificate payload: that it is one, in PEM where a payload is for PEM, and what a device thinks of
 * it, as a root only in root payloads.
 */
export function* certificateInside(context: ProfileContext): Generator<Issue> {
  const roots = new Map<string, Certificate[]>();
  for (const payload of context.payloads) {
    const embedded = embeddedIn(payload, context);
    if (embedded === undefined) continue;
    const type = textOf(payload.dictionary, 'PayloadType') ?? '';
    const pointer = `${payload.pointer}/PayloadContent`;
    if (certificateForm(type) === 'PEM') yield* pemIssues(embedded, pointer, context.as);
    yield* countCertificates(embedded, pointer);
    const { certificate } = embedded;
    if (certificate === undefined) continue;
    const { at } = context;
    const isRoot = type === 'com.apple.security.root';
    const found = isRoot
      ? diagnoseRoot(certificate, { at, others: rememberRoot(roots, certificate) })
      : diagnoseCertificate(certificate, { at, role: 'other' });
    for (const issue of found) yield Object.freeze({ ...issue, where: Object.freeze({ certificate, pointer }) });
  }
}

/** The roots of the same subject that came before. */
function rememberRoot(roots: Map<string, Certificate[]>, certificate: Certificate): readonly Certificate[] {
  const { normalized } = certificate.subject;
  const before = roots.get(normalized) ?? [];
  // The first one is enough to tell that there is one.
  if (before.length === 0) roots.set(normalized, [certificate]);
  return before;
}

/** What a device passes over weighs less when reading. */
function* pemIssues({ defects }: Embedded, pointer: string, as: 'author' | 'device'): Generator<Issue> {
  for (const { kind, reason, cure } of defects) {
    if (kind === 'private-key') continue;
    const found = issue('pem-content-is-pem-certificate', { pointer }, { reason, cure });
    yield kind === 'form' && as === 'device' ? weigh(found, 'warning') : found;
  }
}

function* countCertificates({ count, certificate }: Embedded, pointer: string): Generator<Issue> {
  if (count > 1 && certificate !== undefined) {
    yield issue('root-one-cert-per-payload', { pointer }, { count, first: certificate.name });
  }
}
