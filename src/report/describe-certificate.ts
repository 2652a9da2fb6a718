import type { ReportedCertificate } from '../document/reported-certificate.js';
import { alignRows, day } from './text-layout.js';

const roles: Readonly<Record<ReportedCertificate['role'], string>> = {
  root: 'root CA (self-signed)',
  intermediate: 'intermediate CA',
  leaf: 'not a CA (the certificate of a server, client or signer)',
};

/** A certificate as lines of text: what it is, whose it is, how long it is valid, its key and its fingerprint. */
export function certificateRows(certificate: ReportedCertificate): string[] {
  const { role, subject, issuer, notBefore, notAfter, key, signatureAlgorithm, subjectAltName, sha256 } = certificate;
  return alignRows([
    ['role', roles[role]],
    ['subject', subject === '' ? '(empty)' : subject],
    ['issuer', role === 'root' ? undefined : issuer],
    ['names', subjectAltName && listSome(subjectAltName, 5)],
    ['valid', `${day(notBefore)} to ${day(notAfter)}`],
    ['key', `${key}, signed with ${signatureAlgorithm}`],
    ['SHA-256', groupDigits(sha256)],
  ]);
}

function listSome(texts: readonly string[], maximum: number): string {
  const more = texts.length - maximum;
  return [...texts.slice(0, maximum), ...(more > 0 ? [`${String(more)} more`] : [])].join(', ');
}

/** 64 digits in eight groups, which two people can compare aloud. */
function groupDigits(digits: string): string {
  return digits.match(/.{1,8}/g)?.join(' ') ?? digits;
}
