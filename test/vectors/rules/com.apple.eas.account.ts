import { certificate, identity, perAppVpn } from './certificate-payloads.js';
import type { Dictionary, RuleExample, RuleExamples, WholeProfile } from './rule-example.js';

const account = { Host: 'mail.example.com', UserName: 'jo', EmailAddress: 'jo@example.com' };
const eas = (more: Dictionary): Dictionary => ({ ...account, ...more });
const encrypted = (content: Dictionary): WholeProfile => ({ payloads: [content], isEncrypted: true });
const signIn = 'https://login.example.com/authorize';
const services = {
  EnableMail: false,
  EnableContacts: false,
  EnableCalendars: false,
  EnableReminders: false,
  EnableNotes: false,
};
const credential = (key: string): RuleExample => ({
  fires: { payloads: [eas({ [key]: certificate.PayloadUUID }), certificate] },
  quiet: { payloads: [eas({ [key]: identity.PayloadUUID }), identity] },
  at: `/${key}`,
});

export const rules: RuleExamples = {
  'eas-oauth-no-password': {
    fires: encrypted(eas({ OAuth: true, Password: 'SENTINEL-password' })),
    quiet: encrypted(eas({ OAuth: false, Password: 'SENTINEL-password' })),
    at: '/Password',
  },
  'eas-oauth-urls-need-oauth': {
    fires: eas({ OAuthTokenRequestURL: 'https://login.example.com/token' }),
    quiet: eas({ OAuthTokenRequestURL: 'https://login.example.com/token', OAuth: true }),
    at: '',
  },
  'eas-oauth-sign-in-url-needs-host': {
    fires: { EmailAddress: 'jo@example.com', OAuth: true, OAuthSignInURL: signIn },
    quiet: { EmailAddress: 'jo@example.com', OAuth: true, OAuthSignInURL: signIn, Host: 'mail.example.com' },
    at: '',
  },
  'eas-username-noninteractive': { fires: { Host: 'mail.example.com' }, quiet: account, at: '' },
  'eas-identity-uuid-overrides-certificate': {
    fires: {
      payloads: [eas({ PayloadCertificateUUID: identity.PayloadUUID, Certificate: new Uint8Array(8) }), identity],
    },
    quiet: eas({ Certificate: new Uint8Array(8) }),
    at: '/Certificate',
  },
  'eas-one-service-enabled': { fires: eas(services), quiet: eas({ ...services, EnableNotes: true }), at: '' },
  'eas-smime-signing-replacement': {
    fires: eas({ SMIMEEnabled: true }),
    quiet: eas({ SMIMESigningEnabled: true }),
    at: '/SMIMEEnabled',
  },
  'eas-smime-encryption-replacement': {
    fires: eas({ SMIMEEnablePerMessageSwitch: true }),
    quiet: eas({ SMIMEEnableEncryptionPerMessageSwitch: true }),
    at: '/SMIMEEnablePerMessageSwitch',
  },
  'eas-password-encrypted-only': {
    fires: eas({ Password: 'SENTINEL-password' }),
    quiet: encrypted(eas({ Password: 'SENTINEL-password' })),
    at: '/Password',
  },
  'eas-certificate-password-encrypted-only': {
    fires: eas({ Certificate: new Uint8Array(8), CertificatePassword: 'SENTINEL-password' }),
    quiet: encrypted(eas({ Certificate: new Uint8Array(8), CertificatePassword: 'SENTINEL-password' })),
    at: '/CertificatePassword',
  },
  'eas-identity-ref': credential('PayloadCertificateUUID'),
  'eas-smime-signing-ref': credential('SMIMESigningCertificateUUID'),
  'eas-smime-encryption-ref': credential('SMIMEEncryptionCertificateUUID'),
  'eas-vpn-ref': {
    fires: { payloads: [eas({ VPNUUID: perAppVpn.PayloadUUID }), perAppVpn] },
    quiet: { payloads: [eas({ VPNUUID: perAppVpn.VPNUUID }), perAppVpn] },
    at: '/VPNUUID',
  },
};
