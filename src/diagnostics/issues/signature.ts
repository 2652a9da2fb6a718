import type { IssueFacts } from './issue-facts.js';

export interface SignatureIssueDetails {
  'cms-text-form': { readonly form: string };
  'cms-nested': Record<never, never>;
  'cms-certificate-unreadable': { readonly count: number };
  'no-signed-attributes': Record<never, never>;
  'signed-attributes-order': Record<never, never>;
  'signer-digest': { readonly algorithm: string };
  'signer-expired': { readonly notAfter: string };
  'signer-not-yet-valid': { readonly notBefore: string };
  'signer-expiry': { readonly notAfter: string; readonly days: number };
  'signer-include-chain': { readonly issuer: string };
}

/** `signer-include-chain` is only info when a CA is the last of the chain, because its issuer may well be a root. */
export const signatureIssues: IssueFacts<SignatureIssueDetails> = {
  'cms-text-form': {
    severity: 'error',
    source: 'Apple Security, libsecurity_smime (SecCmsDecoderUpdate), which reads BER and nothing else',
    about: 'The signed file is wrapped in text (PEM, base64 or S/MIME). It was unwrapped; a device does not do that.',
    message: ({ form }) => `the signed file is in ${form}, which a device does not read`,
    hint: ({ form }) =>
      form === 'base64'
        ? 'decode it: `base64 -d FILE > PROFILE`'
        : `convert it: \`openssl cms -cmsout -inform ${form === 'PEM' ? 'PEM' : 'SMIME'} -in FILE -outform DER -out PROFILE\``,
  },
  'cms-nested': {
    severity: 'error',
    source: 'field reports: profiles that were signed twice do not install',
    about: 'The file was signed twice. A device opens the outer signature, and finds no property list inside.',
    message: () => 'there is a signature inside of the signature',
    hint: () => 'sign the profile itself: take it out of both with `openssl cms -verify -noverify`',
  },
  'cms-certificate-unreadable': {
    severity: 'warning',
    source: 'RFC 5652 section 5.1',
    about: 'A certificate in the signature cannot be read. The one of the signer can, or the file would be refused.',
    message: ({ count }) => `${String(count)} of the certificates in the signature cannot be read`,
    hint: () => 'sign again with the chain of the signer only',
  },
  'no-signed-attributes': {
    severity: 'warning',
    source: 'ePrint 2023/1801; draft-ietf-lamps-cms-euf-cma-signeddata',
    about: 'The signature covers the bare content. The attributes of another message could be passed off as content.',
    message: (_, subject) => `the signature of ${subject} has no signed attributes`,
    hint: () => 'sign again without `-noattr`',
  },
  'signed-attributes-order': {
    severity: 'warning',
    source: 'RFC 5652 section 5.4; X.690 section 11.6',
    about:
      'Signed attributes are a DER SET OF, sorted by their encodings. Readers that sort before hashing refuse others.',
    message: (_, subject) => `the signed attributes of ${subject} are not in DER order`,
    hint: () => 'sign again with a tool that writes DER',
  },
  'signer-digest': {
    severity: 'warning',
    source: 'Apple Security, libsecurity_smime; RFC 6194',
    about: 'SHA-1 no longer protects a signature against content made to collide.',
    message: ({ algorithm }, subject) => `the signature of ${subject} uses ${algorithm}`,
    hint: () => 'sign again with SHA-256',
  },
  'signer-expired': {
    severity: 'error',
    source: 'Apple Security, SecPolicyServer.c (SecPolicyCheckBasicCertificateProcessing)',
    about: 'A device shows "Not Verified" for a profile whose signer has expired; the signing time does not help.',
    message: ({ notAfter }, subject) => `the signer ${subject} expired on ${notAfter}`,
    hint: () => 'renew the certificate of the signer, or allow it with `allowExpired`',
  },
  'signer-not-yet-valid': {
    severity: 'error',
    source: 'Apple Security, SecPolicyServer.c (SecPolicyCheckBasicCertificateProcessing)',
    about: 'A device shows "Not Verified" for a profile whose signer is not valid yet.',
    message: ({ notBefore }, subject) => `the signer ${subject} is not valid before ${notBefore}`,
    hint: () => 'check the clock, or sign after that time',
  },
  'signer-expiry': {
    severity: 'warning',
    source: 'field reports: profiles turn "Not Verified" on the day on which their signer expires',
    about: 'The signer expires within 30 days: from then on a device shows "Not Verified" for the profile.',
    message: ({ notAfter, days }, subject) =>
      `the signer ${subject} expires on ${notAfter}, in ${String(days)} day${days === 1 ? '' : 's'}`,
    hint: () => 'renew the certificate of the signer, and sign the profile again before that day',
  },
  'signer-include-chain': {
    severity: 'warning',
    source: 'field reports: micromdm issue 806, ios-cert-enrollment issue 5',
    about: 'All intermediates must travel in the signature, or a device that trusts the root shows "Not Verified".',
    message: ({ issuer }, subject) =>
      `the chain of the signer stops at ${subject}: there is no certificate of ${issuer}`,
    hint: ({ issuer }) => `pass the certificate of ${issuer} in \`chain\`, unless it is a root that devices have`,
  },
};
