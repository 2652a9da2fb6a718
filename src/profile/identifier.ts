import { createHash } from 'node:crypto';
import type { Certificate } from '../pki/certificate.js';

/** What stays the same when a CA renews its certificate: the subject and the key. */
export function purposeDigest(certificates: readonly Certificate[]): string {
  return createHash('sha256')
    .update([...new Set(certificates.map(purposeOf))].sort().join())
    .digest('hex')
    .slice(0, 16);
}

const purposes = new WeakMap<Certificate, string>();

/** Computed once a certificate: one root usually stands in many profiles. */
function purposeOf(certificate: Certificate): string {
  const { subject, publicKey } = certificate;
  const purpose =
    purposes.get(certificate) ?? createHash('sha256').update(subject.raw).update(publicKey.spki).digest('hex');
  purposes.set(certificate, purpose);
  return purpose;
}

/** `profilewright.lab-root.0123456789abcdef`: readable, reverse-DNS in form, and stable when the certificate is renewed. */
export function deriveProfileIdentifier(certificates: readonly Certificate[], displayName: string): string {
  return ['profilewright', slug(displayName) || 'certificates', purposeDigest(certificates)].join('.');
}

/** The text in lower-case ASCII letters, digits and single hyphens, 40 characters at most. */
export function slug(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
}
