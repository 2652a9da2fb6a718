import { identity, root } from './certificate-payloads.js';
import { perAppVpn } from './per-app-vpn.js';
import type { RuleExamples } from './rule-example.js';

const account = {
  EmailAccountType: 'EmailTypeIMAP',
  EmailAddress: 'user@example.com',
  IncomingMailServerAuthentication: 'EmailAuthPassword',
  IncomingMailServerHostName: 'imap.example.com',
  OutgoingMailServerAuthentication: 'EmailAuthPassword',
  OutgoingMailServerHostName: 'smtp.example.com',
};

export const rules: RuleExamples = {
  'mail-passwords-only-in-encrypted-profiles': {
    fires: { payloads: [{ ...account, OutgoingPassword: 'in the clear' }] },
    quiet: { payloads: [{ ...account, OutgoingPassword: 'SENTINEL-encrypted' }], isEncrypted: true },
    at: '/OutgoingPassword',
  },
  'mail-same-password-only-interactive': {
    fires: { ...account, OutgoingPasswordSameAsIncomingPassword: true },
    quiet: { ...account, OutgoingPasswordSameAsIncomingPassword: true },
    quietContext: { install: 'manual' },
    at: '/OutgoingPasswordSameAsIncomingPassword',
  },
  'mail-smime-enabled-ignored': {
    fires: { ...account, SMIMEEnabled: true },
    quiet: { ...account, SMIMESigningEnabled: true },
    at: '/SMIMEEnabled',
  },
  'mail-imap-path-prefix-needs-imap': {
    fires: { ...account, EmailAccountType: 'EmailTypePOP', IncomingMailServerIMAPPathPrefix: 'INBOX' },
    quiet: { ...account, EmailAccountType: 'EmailTypeIMAP', IncomingMailServerIMAPPathPrefix: 'INBOX' },
    at: '/EmailAccountType',
  },
  'mail-smime-identities': {
    fires: { payloads: [{ ...account, SMIMEEncryptionCertificateUUID: root.PayloadUUID }, root] },
    quiet: { payloads: [{ ...account, SMIMEEncryptionCertificateUUID: identity.PayloadUUID }, identity] },
    at: '/SMIMEEncryptionCertificateUUID',
  },
  'mail-vpnuuid-per-app-vpn': {
    fires: { payloads: [{ ...account, VPNUUID: perAppVpn.PayloadUUID }, perAppVpn] },
    quiet: { payloads: [{ ...account, VPNUUID: perAppVpn.VPNUUID }, perAppVpn] },
    at: '/VPNUUID',
  },
  'mail-per-message-switch-replacement': {
    fires: { ...account, SMIMEEnablePerMessageSwitch: true },
    quiet: { ...account, SMIMEEnableEncryptionPerMessageSwitch: true },
    at: '/SMIMEEnablePerMessageSwitch',
  },
};
