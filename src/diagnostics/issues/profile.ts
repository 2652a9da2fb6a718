import type { IssueFacts } from './issue-facts.js';

export interface ProfileIssueDetails {
  'common-payload-uuid-unique': { readonly first: string };
  'common-payload-identifier-unique': { readonly identifier: string; readonly first: string };
  'profile-unreadable': { readonly code: string; readonly reason: string; readonly cure: string };
  'profile-uuid': { readonly uuid: string };
  'profile-version': { readonly found: string };
  'toplevel-content-or-encrypted-content': { readonly reason: string };
  'toplevel-consent-text-default': Record<never, never>;
  'toplevel-consent-text-is-language-map': { readonly language: string };
  'toplevel-identifier-reverse-dns': { readonly identifier: string };
  'toplevel-scope-written': Record<never, never>;
  'root-content-is-der-certificate': { readonly reason: string; readonly cure: string };
  'pkcs1-content-is-der-certificate': { readonly reason: string; readonly cure: string };
  'pem-content-is-pem-certificate': { readonly reason: string; readonly cure: string };
  'pem-content-no-private-key': { readonly reason: string; readonly cure: string };
  'root-one-cert-per-payload': { readonly count: number; readonly first: string };
}

const topLevel = 'Apple device-management schema, TopLevel';
const common = 'Apple device-management schema, CommonPayloadKeys';
const derCertificate = {
  severity: 'error' as const,
  message: ({ reason }: { readonly reason: string }, pointer: string) =>
    `PayloadContent at ${pointer} must be one certificate in DER: ${reason}`,
  hint: ({ cure }: { readonly cure: string }) => `correct PayloadContent: ${cure}`,
};

export const profileIssues: IssueFacts<ProfileIssueDetails> = {
  'common-payload-uuid-unique': {
    severity: 'error',
    source: common,
    about:
      'PayloadUUID names one payload, and other payloads refer to it by this name. Letters count in either case. A warning when reading: some of Apple\u2019s own profiles repeat one.',
    message: ({ first }, pointer) => `PayloadUUID at ${pointer} is the same as at ${first}`,
    hint: () => 'give each payload and the profile a UUID of its own',
  },
  'common-payload-identifier-unique': {
    severity: 'error',
    source: common,
    about:
      'A device tells payloads apart by PayloadIdentifier when it updates a profile. The profile itself needs one of its own too. A warning when reading.',
    message: ({ identifier, first }, pointer) =>
      `PayloadIdentifier "${identifier}" at ${pointer} is the same as at ${first}`,
    hint: ({ identifier }) => `change one of the two, for example to "${identifier}.2"`,
  },
  'profile-unreadable': {
    severity: 'error',
    source: 'the reader of this package; the code of the error stands in the message',
    about: 'The file cannot be read as a profile: it is damaged, or something else.',
    message: ({ code, reason }) => `the profile cannot be read: ${reason} [${code}]`,
    hint: ({ cure }) => `correct the file: ${cure}`,
  },
  'profile-uuid': {
    severity: 'warning',
    source: 'RFC 9562 section 4; profiles in the field with other forms install',
    about: 'PayloadUUID should be a UUID: 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.',
    message: ({ uuid }, pointer) => `PayloadUUID "${uuid}" at ${pointer} is no UUID`,
    hint: () => 'make one with `uuidgen`, or leave it out so that it is derived',
  },
  'profile-version': {
    severity: 'error',
    source: `${topLevel} and CommonPayloadKeys`,
    about:
      'PayloadVersion is the integer 1, in the profile and in every payload: it is the version of the format, not of the content. A warning when reading.',
    message: ({ found }, pointer) =>
      `PayloadVersion${pointer === '' ? '' : ` at ${pointer}`} must be the integer 1, found ${found}`,
    hint: () => 'write the integer 1; a new version of the content shows in PayloadUUID',
  },
  'toplevel-content-or-encrypted-content': {
    severity: 'error',
    source: topLevel,
    about: 'A profile has either PayloadContent or, when it is encrypted, EncryptedPayloadContent.',
    message: ({ reason }) => `the profile has ${reason}`,
    hint: () => 'write one of PayloadContent and EncryptedPayloadContent',
  },
  'toplevel-consent-text-default': {
    severity: 'warning',
    source: topLevel,
    about: 'ConsentText should have a text under "default", for devices in a language that is not listed.',
    message: () => 'ConsentText has no text for "default"',
    hint: () => 'add "default" to ConsentText',
  },
  'toplevel-consent-text-is-language-map': {
    severity: 'error',
    source: `${topLevel}; BCP 47`,
    about: 'The keys of ConsentText are languages such as "en" or "pt-BR", or "default". A warning when reading.',
    message: ({ language }, pointer) => `"${language}" at ${pointer} is no language`,
    hint: () => 'write a language tag such as "en" or "pt-BR", or "default"',
  },
  'toplevel-identifier-reverse-dns': {
    severity: 'info',
    source: topLevel,
    about: 'PayloadIdentifier of a profile is meant to be in reverse-DNS form. A third of real profiles is not.',
    message: ({ identifier }) => `PayloadIdentifier "${identifier}" is not in reverse-DNS form`,
    hint: () => 'prefer a form such as "com.example.wifi"; a changed identifier makes it another profile',
  },
  'toplevel-scope-written': {
    severity: 'warning',
    source: 'field reports: MDM products read a missing PayloadScope as System or as User; mullvad issue 20',
    about:
      'Without PayloadScope the products that pass a profile on, and macOS, disagree whether it is for the device or for one user. Info when reading.',
    message: () => 'PayloadScope is missing',
    hint: () => 'write "System" for the whole device, or "User" for one user of a Mac',
  },
  'root-content-is-der-certificate': {
    ...derCertificate,
    source: 'Apple device-management schema, com.apple.security.root',
    about:
      'A root payload holds exactly one certificate, in DER, and never a private key. When reading, text and bytes behind the certificate are a warning.',
  },
  'pkcs1-content-is-der-certificate': {
    ...derCertificate,
    source: 'Apple device-management schema, com.apple.security.pkcs1',
    about:
      'A certificate payload holds exactly one certificate, in DER, and never a private key. When reading, text and bytes behind the certificate are a warning.',
  },
  'pem-content-is-pem-certificate': {
    severity: 'error',
    source: 'Apple device-management schema, com.apple.security.pem',
    about: 'A PEM payload holds the text of a certificate. When reading, a certificate in another form is a warning.',
    message: ({ reason }, pointer) => `PayloadContent at ${pointer} must be one certificate in PEM: ${reason}`,
    hint: ({ cure }) => `correct PayloadContent: ${cure}`,
  },
  'pem-content-no-private-key': {
    severity: 'error',
    source: 'Apple device-management schema, com.apple.security.pem',
    about: 'A private key in a PEM payload would reach every device.',
    message: ({ reason }, pointer) => `PayloadContent at ${pointer} must hold no private key: ${reason}`,
    hint: ({ cure }) => `correct PayloadContent: ${cure}`,
  },
  'root-one-cert-per-payload': {
    severity: 'error',
    source: 'Apple Security, SecCertificate.c (SecCertificateCreateWithPEM)',
    about: 'A device reads the first certificate of a PEM text only; the others are lost. A warning when reading.',
    message: ({ count, first }, pointer) =>
      `PayloadContent at ${pointer} holds ${String(count)} certificates, of which devices read ${first} only`,
    hint: () => 'write one payload for each certificate',
  },
};
