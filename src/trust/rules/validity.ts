import { issue, type Issue } from '../../diagnostics/issue.js';
import { rootCommand } from '../root-command.js';
import { weigh, type CertificateContext } from './certificate-context.js';

/** Apple reads the years 50 to 69 of a UTCTime as 1 January 2001; RFC 5280 section 4.1.2.5 means 1950 to 1969 by them. */
function isMisread(date: Date, type: 'UTCTime' | 'GeneralizedTime'): boolean {
  const year = date.getUTCFullYear();
  return type === 'UTCTime' && year >= 1950 && year < 1970;
}

export function* dateEncoding({ certificate, encoding }: CertificateContext): Generator<Issue> {
  const { notBefore, notAfter } = certificate;
  if (isMisread(notAfter, encoding.notAfter)) {
    yield issue('date-encoding', { certificate }, { field: 'notAfter', year: notAfter.getUTCFullYear() });
  }
  if (isMisread(notBefore, encoding.notBefore)) {
    const found = issue('date-encoding', { certificate }, { field: 'notBefore', year: notBefore.getUTCFullYear() });
    yield weigh(found, 'warning');
  }
}

/** Reports nothing when the end itself is misread: that is one fact, and {@link dateEncoding} has it. */
export function* expired({ certificate, role, at, encoding }: CertificateContext): Generator<Issue> {
  if (at <= certificate.notAfter || isMisread(certificate.notAfter, encoding.notAfter)) return;
  const notAfter = certificate.notAfter.toISOString();
  if (role === 'root') yield issue('root-expired', { certificate }, { notAfter, command: rootCommand(certificate) });
  else yield issue('certificate-expired', { certificate }, { notAfter });
}

export function* notYetValid({ certificate, at }: CertificateContext): Generator<Issue> {
  if (at >= certificate.notBefore) return;
  yield issue('not-yet-valid', { certificate }, { notBefore: certificate.notBefore.toISOString() });
}

export function* validityReversed({ certificate, encoding }: CertificateContext): Generator<Issue> {
  const { notBefore, notAfter } = certificate;
  if (notBefore <= notAfter || isMisread(notAfter, encoding.notAfter)) return;
  yield issue(
    'validity-reversed',
    { certificate },
    { notBefore: notBefore.toISOString(), notAfter: notAfter.toISOString() },
  );
}
