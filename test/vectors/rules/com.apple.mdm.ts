import { identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExamples } from './rule-example.js';

const mdm = (keys: Dictionary = {}): Dictionary => ({
  IdentityCertificateUUID: identity.PayloadUUID,
  Topic: 'com.apple.mgmt.External.lab',
  ServerURL: 'https://mdm.lab.test/server',
  ServerCapabilities: ['com.apple.mdm.per-user-connections'],
  ...keys,
});
const account = { AssignedManagedAppleID: 'user@example.com' };
const mode = { EnrollmentMode: 'BYOD' };

export const rules: RuleExamples = {
  'mdm-topic-prefix': {
    fires: mdm({ Topic: 'com.example.mgmt.External.lab' }),
    quiet: mdm({ Topic: 'com.apple.mgmt.External.lab' }),
    at: '/Topic',
  },
  'mdm-access-rights-bits': {
    fires: mdm({ AccessRights: 1 + 2 + 128 }),
    quiet: mdm({ AccessRights: 1 + 2 + 64 + 128 }),
    at: '/AccessRights',
  },
  'mdm-access-rights-ignored-with-managed-apple-id': {
    fires: mdm({ ManagedAppleID: 'user@example.com', AccessRights: 8191 }),
    quiet: mdm({ ManagedAppleID: 'user@example.com' }),
    at: '/AccessRights',
  },
  'mdm-enrollment-mode-needs-assigned-account': { fires: mdm(mode), quiet: mdm({ ...mode, ...account }), at: '' },
  'mdm-assigned-account-needs-enrollment-mode': { fires: mdm(account), quiet: mdm({ ...mode, ...account }), at: '' },
  'mdm-required-app-only-account-driven': {
    fires: mdm({ ...account, RequiredAppIDForMDM: 361_309_726 }),
    quiet: mdm({ ...account, ...mode, RequiredAppIDForMDM: 361_309_726 }),
    at: '',
  },
  'mdm-server-capabilities-unique': {
    fires: mdm({ ServerCapabilities: ['com.apple.mdm.token', 'com.apple.mdm.token'] }),
    quiet: mdm({ ServerCapabilities: ['com.apple.mdm.token', 'com.apple.mdm.bootstraptoken'] }),
    at: '/ServerCapabilities',
  },
  'mdm-macos-needs-per-user-connections': {
    fires: mdm({ ServerCapabilities: ['com.apple.mdm.token'] }),
    quiet: mdm({ ServerCapabilities: ['com.apple.mdm.token', 'com.apple.mdm.per-user-connections'] }),
    at: '/ServerCapabilities',
  },
  'mdm-shared-ipad-needs-per-user-connections': {
    fires: mdm({ ServerCapabilities: ['com.apple.mdm.bootstraptoken'] }),
    quiet: mdm({ ServerCapabilities: ['com.apple.mdm.bootstraptoken'] }),
    quietContext: { sharedIPad: false, platforms: { iOS: { from: '17.0' } } },
    at: '/ServerCapabilities',
  },
  'mdm-bootstrap-token-capability-support': {
    fires: mdm({ ServerCapabilities: ['com.apple.mdm.bootstraptoken'] }),
    quiet: mdm({ ServerCapabilities: ['com.apple.mdm.bootstraptoken'] }),
    context: { platforms: { macOS: { from: '10.15' } } },
    quietContext: { platforms: { macOS: { from: '11.0' } } },
    at: '/ServerCapabilities',
  },
  'mdm-development-apns-off-for-portal-certificates': {
    fires: mdm({ UseDevelopmentAPNS: true }),
    quiet: mdm({ UseDevelopmentAPNS: false }),
    at: '/UseDevelopmentAPNS',
  },
  'mdm-payload-version-is-one': {
    fires: mdm({ PayloadVersion: 2 }),
    quiet: mdm({ PayloadVersion: 1 }),
    at: '/PayloadVersion',
  },
  'mdm-immutable-on-update': {
    fires: { payloads: [mdm({ ServerURL: 'https://mdm2.lab.test/server' })], previous: [mdm()] },
    quiet: { payloads: [mdm({ CheckOutWhenRemoved: true })], previous: [mdm()] },
    at: '/ServerURL',
  },
  'mdm-identity-certificate': {
    fires: { payloads: [mdm({ IdentityCertificateUUID: root.PayloadUUID }), identity, root] },
    quiet: { payloads: [mdm({ IdentityCertificateUUID: identity.PayloadUUID }), identity, root] },
    at: '/IdentityCertificateUUID',
  },
  'mdm-pinning-certificates': {
    fires: { payloads: [mdm({ CheckInURLPinningCertificateUUIDs: [identity.PayloadUUID] }), identity, root] },
    quiet: { payloads: [mdm({ CheckInURLPinningCertificateUUIDs: [root.PayloadUUID] }), identity, root] },
    at: '/CheckInURLPinningCertificateUUIDs/0',
  },
};
