import { issue, type Issue } from '../../diagnostics/issue.js';
import { weigh, type CertificateContext } from './certificate-context.js';

/** RFC 5280 allows 20 octets, Apple's parser 37. */
const MAX_OCTETS = 20;
const MAX_LOADABLE_OCTETS = 37;

export function* serialNumber({ certificate }: CertificateContext): Generator<Issue> {
  const octets = certificate.serialNumber.length / 2;
  const found = (reason: string): Issue => issue('serial-number', { certificate }, { reason });
  if (octets === 0) yield found('is empty');
  else if (/^0+$/.test(certificate.serialNumber)) yield found('is zero');
  else if (/^[89A-F]/.test(certificate.serialNumber)) yield found('is negative');
  if (octets > MAX_OCTETS) {
    const long = found(`has ${String(octets)} octets`);
    yield octets > MAX_LOADABLE_OCTETS ? weigh(long, 'error') : long;
  }
}
