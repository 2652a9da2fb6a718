import type { TrustIssueFacts } from './issue-facts.js';

export interface CertificateIssueDetails {
  'certificate-expired': { readonly notAfter: string };
  'not-yet-valid': { readonly notBefore: string };
  'valid-since-recently': { readonly notBefore: string };
  'validity-reversed': { readonly notBefore: string; readonly notAfter: string };
  'date-encoding': { readonly field: string; readonly year: number };
  'rsa-pss-signature': Record<never, never>;
  'sha1-signature': { readonly hash: string };
  'sigalg-mismatch': Record<never, never>;
  'x509-version': { readonly reason: string };
  'serial-number': { readonly reason: string };
  'duplicate-extension': { readonly name: string };
  'known-extension-unparseable': { readonly name: string; readonly defect: string };
  'basic-constraints-der': { readonly defect: string };
  'certificate-not-der': { readonly count: number; readonly offset: number; readonly reason: string };
  'name-hazard': { readonly field: string; readonly text: string };
}

const issueAgain = (): string => 'issue the certificate again with a current tool, such as openssl 3';

/** About one certificate, whatever it is for; its key and its place in a path have areas of their own. */
export const certificateIssues: TrustIssueFacts<CertificateIssueDetails> = {
  'certificate-expired': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple Security, SecPolicyServer.c (SecPolicyCheckBasicCertificateProcessing); SecPolicyChecks.list (TemporalValidity; errSecCertificateExpired)',
    about: 'A certificate behind its notAfter is refused by every policy.',
    message: ({ notAfter }, subject) => `${subject} expired on ${notAfter}`,
    hint: () => 'renew the certificate, and put the new one in its place',
  },
  'not-yet-valid': {
    severity: 'warning',
    confidence: 'high',
    source:
      'Apple Security, SecPolicyServer.c (SecPolicyCheckBasicCertificateProcessing); SecPolicyChecks.list (TemporalValidity)',
    about: 'A certificate before its notBefore is refused until the clock of the device has reached it.',
    message: ({ notBefore }, subject) => `${subject} is not valid before ${notBefore}`,
    hint: () => 'check the clock of the CA that issued it, or wait until then',
  },
  'valid-since-recently': {
    severity: 'info',
    confidence: 'medium',
    source:
      'Apple Security, SecCertificate.c (SecCertificateIsValidWithAdjustments); mitmproxy, certs.py, which dates back',
    about:
      'A certificate that is valid for less than 48 hours is refused by a device whose clock is behind. Told of the youngest of a path.',
    message: ({ notBefore }, subject) =>
      `${subject} is only valid since ${notBefore}: a clock that is behind refuses it`,
    hint: () =>
      'date the next certificate back by two days (`-not_before` since OpenSSL 3.4, `openssl ca -startdate` before), or check the clock of a device that refuses it',
  },
  'validity-reversed': {
    severity: 'error',
    confidence: 'high',
    source: 'RFC 5280 section 4.1.2.5',
    about: 'notBefore stands behind notAfter: there is no time at which the certificate is valid.',
    message: ({ notBefore, notAfter }, subject) =>
      `${subject} is valid from ${notBefore} to ${notAfter}, which is never`,
    hint: issueAgain,
  },
  'date-encoding': {
    severity: 'error',
    confidence: 'high',
    source: 'Apple Security, SecCertificate.c (SecAbsoluteTimeFromDateContentWithError); RFC 5280 section 4.1.2.5',
    about:
      'A UTCTime with a year from 50 to 69 is read as 1 January 2001 by Apple. Dates from 2050 on are GeneralizedTime. In notBefore it does less harm (warning).',
    message: ({ field, year }, subject) =>
      `${field} of ${subject} is a UTCTime of the year ${String(year)}, which Apple reads as 1 January 2001`,
    hint: () => 'issue the certificate again with an end before 2050, or with a tool that writes GeneralizedTime',
  },
  'rsa-pss-signature': {
    severity: 'error',
    confidence: 'high',
    source: 'Apple Security, SecCertificate.c (SecKeyAlgorithmFromDERAlgorithmId)',
    about:
      'The certificate verifier of Apple platforms knows no RSASSA-PSS: no chain through the certificate is built, and a root that signs itself so is not self-signed.',
    message: (_, subject) => `${subject} is signed with RSASSA-PSS, which Apple does not verify in certificates`,
    hint: () => 'issue the certificate again with sha256WithRSAEncryption',
  },
  'sha1-signature': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple support article 103769; Apple Security, SecPolicy.c (SecPolicyRemoveWeakHashOptions); SecPolicyChecks.list (SignatureHashAlgorithms, WeakSignature; errSecInvalidDigestAlgorithm)',
    about:
      'Since iOS 13 and macOS 10.15 the TLS policy takes no MD2, MD4, MD5 or SHA-1 signature on a certificate that is not self-signed. EAP still takes SHA-1.',
    message: ({ hash }, subject) => `${subject} is signed with ${hash}`,
    hint: () => 'issue the certificate again with SHA-256',
  },
  'sigalg-mismatch': {
    severity: 'error',
    confidence: 'high',
    source: 'RFC 5280 section 4.1.1.2; Apple Security, SecCertificate.c (SecCertificateIsSignedBy)',
    about:
      'The signature algorithm outside the signed part differs from the one inside: the signature is not accepted.',
    message: (_, subject) => `the two signature algorithms in ${subject} differ`,
    hint: issueAgain,
  },
  'x509-version': {
    severity: 'error',
    confidence: 'high',
    source: 'Apple Security, SecCertificate.c (SecCertificateParse); RFC 5280 section 4.1.2.1',
    about:
      'Certificates are of version 3. A root of version 1 is still taken (warning); other versions, extensions in an old version, and a spelt out version 1 are not.',
    message: ({ reason }, subject) => `${subject} ${reason}`,
    hint: () =>
      'issue the certificate again with extensions, which make it version 3: `openssl x509 -req` of OpenSSL 3.0 leaves them all out without `-extfile`',
  },
  'serial-number': {
    severity: 'warning',
    confidence: 'high',
    source: 'RFC 5280 section 4.1.2.2; Apple Security, SecCertificate.c (SecCertificateParse)',
    about:
      'A serial number is positive and has at most 20 octets. Apple only logs a longer one, but cannot load more than 37 octets (error).',
    message: ({ reason }, subject) => `the serial number of ${subject} ${reason}`,
    hint: issueAgain,
  },
  'duplicate-extension': {
    severity: 'error',
    confidence: 'high',
    source: 'RFC 5280 section 4.2; Apple Security, SecPolicyChecks.list (DuplicateExtension)',
    about: 'Since iOS 15 and macOS 12 a certificate in which an extension stands twice is refused.',
    message: ({ name }, subject) => `${subject} has the extension ${name} more than once`,
    hint: issueAgain,
  },
  'known-extension-unparseable': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple Security, SecPolicyServer.c (SecPolicyCheckUnparseableExtension); SecPolicyChecks.list (UnparseableExtension)',
    about:
      'An extension that is known does not have the structure it must have: the chain is refused, before iOS 13 only when the extension is critical (else a warning).',
    message: ({ name, defect }, subject) => `the extension ${name} of ${subject} cannot be read: ${defect}`,
    hint: issueAgain,
  },
  'basic-constraints-der': {
    severity: 'error',
    confidence: 'medium',
    source: 'Apple Security, test fixtures parse_fail_basic_constraints_*; RFC 5280 section 4.2.1.9',
    about: 'basicConstraints that is not exact DER, such as TRUE written as 01, makes the certificate unloadable.',
    message: ({ defect }, subject) => `basicConstraints of ${subject} cannot be read: ${defect}`,
    hint: issueAgain,
  },
  'certificate-not-der': {
    severity: 'warning',
    confidence: 'medium',
    source: 'RFC 5280 section 4.1; X.690 section 10',
    about:
      'The certificate can be read, but its bytes depart from DER: other software may read something else or nothing.',
    message: ({ count, offset, reason }, subject) =>
      `${subject} departs from DER ${count === 1 ? 'once' : `${String(count)} times, first`} at byte ${String(offset)}: ${reason}`,
    hint: issueAgain,
  },
  'name-hazard': {
    severity: 'warning',
    confidence: 'medium',
    source: 'Unicode Technical Report 36; RFC 5280 section 8',
    about: 'A name holds NUL, control, invisible or direction-changing characters: a reader sees another name.',
    message: ({ field, text }, subject) => `${field} of ${subject} holds characters that deceive a reader: "${text}"`,
    hint: () => 'issue the certificate again with plain text in its names',
  },
};
