import { issue, type Issue } from '../../diagnostics/issue.js';
import type { Certificate } from '../../pki/certificate.js';
import type { PlistDictionary, PlistValue } from '../../plist/value.js';
import { textOf } from '../../profile/codec.js';
import { diagnoseCertificate } from '../../trust/diagnose-certificate.js';
import { diagnoseRoot } from '../../trust/diagnose-root.js';
import { weigh } from '../../trust/rules/certificate-context.js';
import { readEmbedded, type Embedded, type EmbeddedDefect } from './embedded-certificate.js';
import type { ProfileContext } from './profile-rule.js';

type DefectCode =
  | 'root-content-is-der-certificate'
  | 'pkcs1-content-is-der-certificate'
  | 'pem-content-is-pem-certificate'
  | 'pem-content-no-private-key';

interface CertificatePayload {
  readonly form: 'DER' | 'PEM';
  readonly defect: DefectCode;
  readonly privateKey: DefectCode;
}

const certificatePayloads: Readonly<Record<string, CertificatePayload>> = {
  'com.apple.security.root': {
    form: 'DER',
    defect: 'root-content-is-der-certificate',
    privateKey: 'root-content-is-der-certificate',
  },
  'com.apple.security.pkcs1': {
    form: 'DER',
    defect: 'pkcs1-content-is-der-certificate',
    privateKey: 'pkcs1-content-is-der-certificate',
  },
  'com.apple.security.pem': {
    form: 'PEM',
    defect: 'pem-content-is-pem-certificate',
    privateKey: 'pem-content-no-private-key',
  },
};

/**
 * What is in a certificate payload: one certificate in the right form, no private key; then what a device thinks of that
 * certificate, as a root only in root payloads. Content that is no data is left to the schema.
 */
export function* certificateContent({ payloads, as, at, known }: ProfileContext): Generator<Issue> {
  const roots = new Map<string, Certificate[]>();
  for (const { pointer: place, dictionary } of payloads) {
    const kind = certificatePayload(dictionary);
    const content = dictionary['PayloadContent'];
    if (kind === undefined || !isData(content)) continue;
    const pointer = `${place}/PayloadContent`;
    const isRoot = kind.defect === 'root-content-is-der-certificate';
    const embedded = readEmbedded(content, kind.form, known);
    for (const defect of embedded.defects) yield defectIssue(kind, defect, pointer, as);
    yield* countCertificates(embedded, pointer);
    const { certificate } = embedded;
    if (certificate === undefined) continue;
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

function certificatePayload(dictionary: PlistDictionary): CertificatePayload | undefined {
  const type = textOf(dictionary, 'PayloadType') ?? '';
  return Object.hasOwn(certificatePayloads, type) ? certificatePayloads[type] : undefined;
}

function isData(value: PlistValue | undefined): value is PlistValue & Uint8Array {
  return value instanceof Uint8Array;
}

/** What a device passes over weighs less when reading; a private key never does. */
function defectIssue(
  { defect, privateKey }: CertificatePayload,
  { kind, reason, cure }: EmbeddedDefect,
  pointer: string,
  as: 'author' | 'device',
): Issue {
  const found = issue(kind === 'private-key' ? privateKey : defect, { pointer }, { reason, cure });
  return kind === 'form' && as === 'device' ? weigh(found, 'warning') : found;
}

function* countCertificates({ count, certificate }: Embedded, pointer: string): Generator<Issue> {
  if (count > 1 && certificate !== undefined) {
    yield issue('root-one-cert-per-payload', { pointer }, { count, first: certificate.name });
  }
}
