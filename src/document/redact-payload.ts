import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { readCertificates } from '../pki/read-certificates.js';
import type { PlistDictionary, PlistValue } from '../plist/value.js';
import { payloadSchema } from '../schema/catalogue.js';
import { certificateForm } from '../validation/content/payload-certificates.js';
import { redactContent, type RedactedContent } from './redact-content.js';
import { reportCertificate, type ReportedCertificate } from './reported-certificate.js';

/** The keys of a payload without its secrets, and the certificates that it carries. */
export interface RedactedPayload extends RedactedContent {
  readonly certificates?: readonly ReportedCertificate[];
}

/** What may be shown of a payload of a type; `pointer` is where it stands. */
export function redactPayload(type: string, content: PlistDictionary, pointer: string): RedactedPayload {
  const isCertificate = certificateForm(type) !== undefined;
  const certificates = isCertificate ? reportCertificates(content['PayloadContent']) : undefined;
  const secretKeys = certificates === 'secret' ? ['PayloadContent'] : [];
  const redacted = redactContent(content, pointer, { schema: payloadSchema(type), secretKeys });
  return certificates === undefined || certificates === 'secret' ? redacted : { ...redacted, certificates };
}

/** What is no certificate has none to report; that a key stands there makes it a secret. Validation says what is wrong. */
function reportCertificates(content: PlistValue | undefined): readonly ReportedCertificate[] | 'secret' | undefined {
  if (!(content instanceof Uint8Array) && typeof content !== 'string') return undefined;
  try {
    const certificates = readCertificates(content);
    // A device takes no text here; it is shown as it stands.
    return typeof content === 'string' ? undefined : certificates.map(reportCertificate);
  } catch (error) {
    if (!isProfilewrightError(error)) throw error;
    const { code } = error;
    return code === 'ERR_CERTIFICATE_IS_KEY' || code === 'ERR_CERTIFICATE_IS_PKCS12' ? 'secret' : undefined;
  }
}
