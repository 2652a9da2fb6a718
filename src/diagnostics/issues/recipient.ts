import type { IssueFacts } from './issue-facts.js';

export interface RecipientIssueDetails {
  'recipient-expired': { readonly notAfter: string };
  'recipient-key-usage': { readonly wanted: string; readonly found: string };
}

export const recipientIssues: IssueFacts<RecipientIssueDetails> = {
  'recipient-expired': {
    severity: 'warning',
    source: 'RFC 5280 section 4.1.2.5; a device decrypts with an identity that it still has',
    about:
      'A profile is encrypted for a certificate that has expired. The device has probably renewed its identity, and can no longer decrypt.',
    message: ({ notAfter }, subject) => `the certificate of the recipient ${subject} expired at ${notAfter}`,
    hint: () => 'ask the device for its present identity: `CertificateList` of MDM names it',
  },
  'recipient-key-usage': {
    severity: 'warning',
    source: 'RFC 5280 section 4.2.1.3',
    about:
      'The keyUsage of the recipient does not allow its key to be encrypted for: keyEncipherment for RSA, keyAgreement for EC. Some programs then refuse to decrypt.',
    message: ({ wanted, found }, subject) => `keyUsage of the recipient ${subject} has no ${wanted}, only: ${found}`,
    hint: ({ wanted }) => `encrypt for an identity with ${wanted}; a SCEP payload asks for it with "Key Usage" 5`,
  },
};
