import type { Certificate } from '../../pki/certificate.js';
import { foldAscii } from './a-labels.js';
import { isDnsName, matchDnsName, readDnsEntries } from './dns-name.js';

/**
 * Whether a RADIUS server's certificate bears one of the names of `TLSTrustedServerNames`, as Apple's evaluator compares
 * them: the list holds the patterns, the certificate the names. These are its dNSName entries, or else its commonName. A `*`
 * in the list stands for the left-most of three labels or more; a `*` in the certificate is only a label like any other, so
 * that `*.corp.example` in a certificate fits `*.corp.example` in the list and nothing that is more exact. An empty list
 * accepts nobody: whether there is a list at all is for the caller to know.
 */
export function matchEapNames(
  certificate: Pick<Certificate, 'subjectAltName' | 'commonName'>,
  names: readonly string[],
): boolean {
  const { counted } = readDnsEntries(certificate.subjectAltName);
  const { commonName = '' } = certificate;
  const presented = (counted.length > 0 ? counted : [commonName].filter(isDnsName)).map(foldAscii);
  const patterns = new Set(names.map(foldAscii));
  return [...patterns].some((pattern) => presented.some((name) => matchDnsName(name, pattern) === 'match'));
}
