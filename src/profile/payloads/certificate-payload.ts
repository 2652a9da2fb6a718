import { copyBytes } from '../../asn1/der.js';
import { escapeText } from '../../diagnostics/escape-text.js';
import type { Certificate } from '../../pki/certificate.js';
import { encodePem } from '../../pki/pem.js';
import { purposeDigest, subjectTitle } from '../identifier.js';
import type { PayloadDraft } from '../payload-draft.js';
import type { CertificatePayloadOptions } from '../profile.js';

/** The payload types that hold one certificate: DER in the first two, which are aliases for a device, PEM in the third. */
export type CertificatePayloadType = 'com.apple.security.root' | 'com.apple.security.pkcs1' | 'com.apple.security.pem';

const purposes: Readonly<Record<CertificatePayloadType, string>> = {
  'com.apple.security.root': 'root',
  'com.apple.security.pkcs1': 'certificate',
  'com.apple.security.pem': 'pem',
};

/** Drafts the payload that holds `certificate`, byte for byte. */
export function draftCertificatePayload(
  type: CertificatePayloadType,
  certificate: Certificate,
  { fileName, ...options }: CertificatePayloadOptions,
): PayloadDraft {
  const isPem = type === 'com.apple.security.pem';
  return Object.freeze({
    type,
    purpose: `${purposes[type]}.${purposeDigest([certificate])}`,
    content: {
      PayloadCertificateFileName: fileName,
      PayloadContent: isPem
        ? new TextEncoder().encode(encodePem('CERTIFICATE', certificate.raw))
        : copyBytes(certificate.raw),
    },
    options: { displayName: certificateTitle(certificate), ...options },
    certificate,
  });
}

/** What a person calls the certificate: its CN, or else its subject, fit for any text field. */
export function certificateTitle(certificate: Certificate): string {
  return escapeText(subjectTitle(certificate) || `Certificate ${certificate.serialNumber}`, 120);
}
