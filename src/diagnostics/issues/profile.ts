import type { IssueFacts } from './issue-facts.js';

export interface ProfileIssueDetails {
  'profile-encrypted': Record<never, never>;
  'profile-clear-payloads': Record<never, never>;
  'profile-unreadable': { readonly code: string; readonly reason: string; readonly cure: string };
  'identifier-empty': Record<never, never>;
  'profile-uuid': { readonly uuid: string };
  'profile-version': { readonly found: string };
  'toplevel-removal-date': { readonly date: string };
  'toplevel-scope-written': Record<never, never>;
  'pem-content-is-pem-certificate': { readonly reason: string; readonly cure: string };
  'acme-scep-needs-root': { readonly protocol: string; readonly host: string };
  'identity-missing': { readonly why: string };
  'tls-version-range': { readonly least: string; readonly greatest: string; readonly isWritten: boolean };
  'server-host': { readonly key: string };
  'ssid-length': { readonly bytes: number };
  'wpa-passphrase': { readonly encryption: string };
  'ikev2-certificate-type': { readonly key: string; readonly fitting: string; readonly given?: string };
}

const topLevel = 'Apple device-management schema, TopLevel';
export const profileIssues: IssueFacts<ProfileIssueDetails> = {
  'profile-encrypted': {
    severity: 'info',
    source: topLevel,
    about: 'The payloads are encrypted for single devices (EncryptedPayloadContent): nobody else can look at them.',
    message: () => 'the payloads are encrypted, and none of them was looked at',
    hint: () => 'check the profile before it is encrypted',
  },
  'profile-clear-payloads': {
    severity: 'error',
    source: `${topLevel}, EncryptedPayloadContent: it stands in the place of PayloadContent; that a device looks at no other is inferred from it`,
    about:
      'The profile is encrypted, and holds payloads in the clear, too: people and programs see these, and a device installs the encrypted ones.',
    message: () => 'PayloadContent stands in the clear in a profile that is encrypted',
    hint: () =>
      'remove PayloadContent, or what says that the profile is encrypted: IsEncrypted, EncryptedPayloadContent',
  },
  'profile-unreadable': {
    severity: 'error',
    source: 'the reader of this package; the code of the error stands in the message',
    about: 'The file cannot be read as a profile: it is damaged, or something else.',
    message: ({ code, reason }) => `the profile cannot be read: ${reason} [${code}]`,
    hint: ({ cure }) => `correct the file: ${cure}`,
  },
  'identifier-empty': {
    severity: 'warning',
    source: `${topLevel} and CommonPayloadKeys, PayloadIdentifier; a profile with an empty one is in the field`,
    about:
      'By its PayloadIdentifier a device knows which profile an update replaces, and an empty one names none: it comes of a variable that is not set.',
    message: (_, pointer) => `PayloadIdentifier at ${pointer} is empty`,
    hint: () => 'give it a name such as com.example.wifi, or leave the option out so that it is derived',
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
  'toplevel-removal-date': {
    severity: 'warning',
    source: `${topLevel}, RemovalDate`,
    about: 'The date at which a device removes the profile has come already: it installs nothing that stays.',
    message: ({ date }, pointer) => `RemovalDate ${date} at ${pointer} has come already`,
    hint: () => 'write a later RemovalDate, or leave it out',
  },
  'toplevel-scope-written': {
    severity: 'warning',
    source: 'field reports: MDM products read a missing PayloadScope as System or as User; mullvad issue 20',
    about:
      'Without PayloadScope the products that pass a profile on, and macOS, disagree whether it is for the device or for one user. Info when reading.',
    message: () => 'PayloadScope is missing',
    hint: () => 'write "System" for the whole device, or "User" for one user of a Mac',
  },
  'pem-content-is-pem-certificate': {
    severity: 'error',
    source: 'Apple device-management schema, com.apple.security.pem',
    about: 'A PEM payload holds the text of a certificate. When reading, a certificate in another form is a warning.',
    message: ({ reason }, pointer) => `PayloadContent at ${pointer} must be one certificate in PEM: ${reason}`,
    hint: ({ cure }) => `correct PayloadContent: ${cure}`,
  },
  'acme-scep-needs-root': {
    severity: 'warning',
    source: 'step-ca documentation, provisioners (ACME device attestation); micromdm issue 836',
    about:
      'A device gets the identity of an ACME or SCEP payload while it installs the profile. When the TLS certificate of that server comes from a private CA, the root of that CA has to be in the profile, or be trusted before. Info when reading.',
    message: ({ protocol, host }) =>
      `the ${protocol} server ${host} is asked over TLS, and the profile has no root by which its certificate could be trusted`,
    hint: () =>
      'give the identity its root with `trust`, or add it with addRootCA; switch this rule off when devices trust the server already',
  },
  'identity-missing': {
    severity: 'warning',
    source:
      'Apple device-management schema, com.apple.wifi.managed (TLSCertificateIsRequired) and com.apple.vpn.managed (AuthenticationMethod)',
    about:
      'A network or tunnel asks the device for a certificate, and the payload names no identity: nothing connects unless somebody picks one on the device. Info when reading.',
    message: ({ why }, pointer) => `PayloadCertificateUUID is missing at ${pointer}, and ${why}`,
    hint: () => 'give the payload its `identity`; switch this rule off when people pick one on the device',
  },
  'tls-version-range': {
    severity: 'warning',
    source: 'Apple device-management schema, com.apple.wifi.managed and com.apple.vpn.managed (TLSMaximumVersion)',
    about:
      'The least version of TLS is above the greatest, which is 1.2 unless it is written: there is none that a device could take.',
    message: ({ least, greatest, isWritten }, pointer) =>
      `TLSMinimumVersion ${least} at ${pointer} is above TLSMaximumVersion, which is ${greatest}${isWritten ? '' : ' unless it is written'}`,
    hint: ({ least }) => `write TLSMaximumVersion "${least}" (\`tlsMaximumVersion\`), or a smaller TLSMinimumVersion`,
  },
  'server-host': {
    severity: 'warning',
    source: 'RFC 3986 section 3.2.2 (host); Apple device-management schema: port, path and TLS have keys of their own',
    about: 'A key that holds the host of a server holds a URL. No server has such a name.',
    message: ({ key }, pointer) => `"${key}" at ${pointer} is a URL, and should be a host`,
    hint: () => 'write the host alone, such as mail.example.com',
  },
  'ssid-length': {
    severity: 'warning',
    source: 'IEEE 802.11-2020, 9.4.2.2 (SSID element)',
    about: 'The name of a network has at most 32 bytes; letters beyond ASCII take two or more of them.',
    message: ({ bytes }, pointer) =>
      `SSID_STR at ${pointer} has ${String(bytes)} bytes, and the name of a network has at most 32`,
    hint: () => 'write the name as the access point sends it',
  },
  'wpa-passphrase': {
    severity: 'warning',
    source: 'IEEE 802.11i-2004, H.4.1',
    about:
      'A password of WPA and WPA2 has 8 to 63 characters of ASCII, or is a key of 64 hexadecimal digits. No network takes another one.',
    message: ({ encryption }, pointer) => `Password at ${pointer} can be no password of a ${encryption} network`,
    hint: () => 'write 8 to 63 characters of ASCII, or a key of 64 hexadecimal digits',
  },
  'ikev2-certificate-type': {
    severity: 'warning',
    source: 'Apple device-management schema, com.apple.vpn.managed (CertificateType)',
    about:
      'CertificateType says how the device signs with IKEv2, and is RSA unless it is written. With a key of another kind the server refuses the device.',
    message: ({ key, given }, pointer) =>
      given === undefined
        ? `CertificateType is missing at ${pointer}, which means RSA, and the key of the identity is ${key}`
        : `CertificateType at ${pointer} is ${given}, and the key of the identity is ${key}`,
    hint: ({ fitting }) => `write CertificateType "${fitting}" (\`certificateType\`)`,
  },
};
