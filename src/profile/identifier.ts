import { createHash } from 'node:crypto';
import type { Certificate } from '../pki/certificate.js';

/**
 * What stays the same when a CA renews its certificate: the subject, in whatever type of string it is encoded, and the
 * key. Neither the order of the certificates nor a repetition counts.
 */
export function purposeDigest(certificates: readonly Certificate[]): string {
  const [only, ...others] = certificates;
  if (only !== undefined && others.length === 0) return purposeOf(only).digest;
  return digestOf([...new Set(certificates.map((certificate) => purposeOf(certificate).purpose))]);
}

function digestOf(purposes: string[]): string {
  return sha256(purposes.sort().join()).slice(0, 16);
}

const known = new WeakMap<Certificate, { readonly purpose: string; readonly digest: string }>();

/** Computed once a certificate: one root usually stands in many profiles. */
function purposeOf(certificate: Certificate): { readonly purpose: string; readonly digest: string } {
  const present = known.get(certificate);
  if (present !== undefined) return present;
  const { subject, publicKey } = certificate;
  const name = subject.rdns.map((rdn) => rdn.map(({ oid, value }) => [oid, value]));
  const purpose = sha256(JSON.stringify(name), publicKey.spki);
  const made = { purpose, digest: digestOf([purpose]) };
  known.set(certificate, made);
  return made;
}

function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** `profilewright.lab-root.0123456789abcdef`: readable, reverse-DNS in form, and stable when a certificate is renewed. */
export function deriveProfileIdentifier(certificates: readonly Certificate[]): string {
  const slugs = certificates.map((certificate) => slug(subjectTitle(certificate))).filter((text) => text !== '');
  // The first of them in the alphabet, because the order of the certificates must not count.
  return ['profilewright', slugs.sort()[0] ?? 'certificates', purposeDigest(certificates)].join('.');
}

/** The CN, or else the whole subject; empty when that is. */
export function subjectTitle({ commonName, subject }: Certificate): string {
  return commonName?.trim() ? commonName : subject.text;
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
