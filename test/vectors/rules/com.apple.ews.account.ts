import { identity, root } from './certificate-payloads.js';
import type { RuleExamples } from './rule-example.js';

const account = { EmailAddress: 'user@example.com', UserName: 'user' };
const hosted = { ...account, Host: 'mail.example.com' };
const signIn = { OAuth: true, OAuthSignInURL: 'https://login.example.com/oauth' };

export const rules: RuleExamples = {
  'ews-oauth-no-password': {
    fires: { ...account, OAuth: true, Password: 'SENTINEL-password' },
    quiet: { ...account, OAuth: false, Password: 'used' },
    at: '/Password',
  },
  'ews-oauth-sign-in-url-needs-host': {
    fires: { ...account, ...signIn },
    quiet: { ...hosted, ...signIn },
    at: '',
  },
  'ews-oauth-ignores-host': {
    fires: { ...hosted, OAuth: true },
    quiet: { ...hosted, ...signIn },
    at: '/Host',
  },
  'ews-username-noninteractive': {
    fires: { EmailAddress: 'user@example.com' },
    quiet: account,
    at: '',
  },
  'ews-authentication-uuid-replacement': {
    fires: { payloads: [{ ...account, AuthenticationCertificateUUID: identity.PayloadUUID }, identity] },
    quiet: { payloads: [{ ...account, PayloadCertificateUUID: identity.PayloadUUID }, identity] },
    at: '/AuthenticationCertificateUUID',
  },
  'ews-password-encrypted-only': {
    fires: { payloads: [{ ...account, Password: 'in the clear' }] },
    quiet: { payloads: [{ ...account, Password: 'SENTINEL-encrypted' }], isEncrypted: true },
    at: '/Password',
  },
  'ews-identity-ref': {
    fires: { payloads: [{ ...account, PayloadCertificateUUID: root.PayloadUUID }, root] },
    quiet: { payloads: [{ ...account, PayloadCertificateUUID: identity.PayloadUUID }, identity] },
    at: '/PayloadCertificateUUID',
  },
  'ews-authentication-ref': {
    fires: { payloads: [{ ...account, AuthenticationCertificateUUID: identity.PayloadUUID }] },
    quiet: { payloads: [{ ...account, AuthenticationCertificateUUID: identity.PayloadUUID }, identity] },
    at: '/AuthenticationCertificateUUID',
  },
};
