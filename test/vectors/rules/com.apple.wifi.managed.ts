import { identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExamples } from './rule-example.js';

const network = { SSID_STR: 'Lab', EncryptionType: 'WPA2' };
const early = { ...network, AllowJoinBeforeFirstUnlock: true };
const eap = (EAPClientConfiguration: Dictionary): Dictionary => ({
  ...network,
  EAPClientConfiguration: { AcceptEAPTypes: [13], ...EAPClientConfiguration },
});

export const rules: RuleExamples = {
  'wifi-ssid-or-domain-name': { fires: { EncryptionType: 'WPA2' }, quiet: { DomainName: 'lab.test' }, at: '' },
  'wifi-manual-proxy-needs-server-and-port': {
    fires: { ...network, ProxyType: 'Manual', ProxyServer: 'proxy.lab.test' },
    quiet: { ...network, ProxyType: 'Manual', ProxyServer: 'proxy.lab.test', ProxyServerPort: 3128 },
    at: '',
  },
  'wifi-open-network-carries-no-credentials': {
    fires: { ...network, EncryptionType: 'None', Password: 'not needed' },
    quiet: { ...network, EncryptionType: 'WPA2', Password: 'long enough' },
    at: '/Password',
  },
  'wifi-join-before-unlock-no-eap': {
    fires: { ...eap({}), AllowJoinBeforeFirstUnlock: true },
    quiet: { ...eap({}), AllowJoinBeforeFirstUnlock: false },
    at: '/EAPClientConfiguration',
  },
  'wifi-join-before-unlock-no-hotspot': {
    fires: { ...early, IsHotspot: true },
    quiet: { ...early, IsHotspot: false },
    at: '/IsHotspot',
  },
  'wifi-join-before-unlock-no-qos': {
    fires: { ...early, QoSMarkingPolicy: { QoSMarkingEnabled: true } },
    quiet: { ...network, QoSMarkingPolicy: { QoSMarkingEnabled: true } },
    at: '/QoSMarkingPolicy',
  },
  'wifi-join-before-unlock-no-proxy': {
    fires: { ...early, ProxyType: 'Auto' },
    quiet: { ...early, ProxyType: 'None' },
    at: '/ProxyType',
  },
  'wifi-join-before-unlock-only-one': {
    fires: { payloads: [early, { ...early, SSID_STR: 'Other' }] },
    quiet: { payloads: [early, { ...network, SSID_STR: 'Other' }] },
    at: '',
  },
  'wifi-outer-identity-required-for-tls13': {
    fires: eap({ TLSMinimumVersion: '1.3' }),
    quiet: eap({ TLSMinimumVersion: '1.3', OuterIdentity: 'anonymous' }),
    at: '/EAPClientConfiguration',
  },
  'wifi-outer-identity-only-for-tunnelled-eap': {
    fires: eap({ OuterIdentity: 'anonymous' }),
    quiet: eap({ AcceptEAPTypes: [13, 25], OuterIdentity: 'anonymous' }),
    at: '/EAPClientConfiguration/AcceptEAPTypes',
  },
  'wifi-ttls-inner-authentication-needs-ttls': {
    fires: eap({ AcceptEAPTypes: [25], TTLSInnerAuthentication: 'MSCHAPv2' }),
    quiet: eap({ AcceptEAPTypes: [21, 25], TTLSInnerAuthentication: 'MSCHAPv2' }),
    at: '/EAPClientConfiguration/AcceptEAPTypes',
  },
  'wifi-eapfast-provision-needs-use-pac': {
    fires: eap({ AcceptEAPTypes: [43], EAPFASTProvisionPAC: true }),
    quiet: eap({ AcceptEAPTypes: [43], EAPFASTProvisionPAC: true, EAPFASTUsePAC: true }),
    at: '/EAPClientConfiguration',
  },
  'wifi-eapfast-use-pac-needs-provision': {
    fires: eap({ AcceptEAPTypes: [43], EAPFASTUsePAC: true, EAPFASTProvisionPAC: false }),
    quiet: eap({ AcceptEAPTypes: [43], EAPFASTUsePAC: true, EAPFASTProvisionPAC: true }),
    at: '/EAPClientConfiguration/EAPFASTProvisionPAC',
  },
  'wifi-eapfast-anonymous-provisioning-insecure': {
    fires: eap({ AcceptEAPTypes: [43], EAPFASTProvisionPACAnonymously: true }),
    quiet: eap({ AcceptEAPTypes: [43], EAPFASTProvisionPACAnonymously: false }),
    at: '/EAPClientConfiguration/EAPFASTProvisionPACAnonymously',
  },
  'wifi-eapsim-rands-needs-eapsim': {
    fires: eap({ EAPSIMNumberOfRANDs: 3 }),
    quiet: eap({ AcceptEAPTypes: [18], EAPSIMNumberOfRANDs: 3 }),
    at: '/EAPClientConfiguration/AcceptEAPTypes',
  },
  'wifi-system-mode-credentials-source-value': {
    fires: eap({ SystemModeCredentialsSource: 'OpenDirectory' }),
    quiet: eap({ SystemModeCredentialsSource: 'ActiveDirectory' }),
    at: '/EAPClientConfiguration/SystemModeCredentialsSource',
  },
  'wifi-system-mode-credentials-exclusive': {
    fires: eap({ SystemModeCredentialsSource: 'ActiveDirectory', SystemModeUseOpenDirectoryCredentials: true }),
    quiet: eap({ SystemModeUseOpenDirectoryCredentials: true }),
    at: '/EAPClientConfiguration/SystemModeUseOpenDirectoryCredentials',
  },
  'wifi-trusted-server-name-wildcards': {
    fires: eap({ TLSTrustedServerNames: ['radius*.lab.test'] }),
    quiet: eap({ TLSTrustedServerNames: ['*.lab.test', 'radius.*.test'] }),
    at: '/EAPClientConfiguration/TLSTrustedServerNames/0',
  },
  'wifi-eap-anchor-certificates': {
    fires: { payloads: [eap({ PayloadCertificateAnchorUUID: [identity.PayloadUUID] }), identity] },
    quiet: { payloads: [eap({ PayloadCertificateAnchorUUID: [root.PayloadUUID] }), root] },
    at: '/EAPClientConfiguration/PayloadCertificateAnchorUUID/0',
  },
  'wifi-client-identity': {
    fires: { payloads: [{ ...eap({}), PayloadCertificateUUID: root.PayloadUUID }, root] },
    quiet: { payloads: [{ ...eap({}), PayloadCertificateUUID: identity.PayloadUUID }, identity] },
    at: '/PayloadCertificateUUID',
  },
  'wifi-qos-allow-list-replacement': {
    fires: { ...network, QoSMarkingPolicy: { QoSMarkingWhitelistedAppIdentifiers: ['com.example.app'] } },
    quiet: { ...network, QoSMarkingPolicy: { QoSMarkingAllowListAppIdentifiers: ['com.example.app'] } },
    at: '/QoSMarkingPolicy/QoSMarkingWhitelistedAppIdentifiers',
  },
};
