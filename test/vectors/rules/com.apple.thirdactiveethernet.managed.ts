import { identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExamples } from './rule-example.js';

const ethernet = (changes: Dictionary): Dictionary => ({ Interface: 'ThirdActiveEthernet', ...changes });
const eap = (changes: Dictionary): Dictionary =>
  ethernet({ EAPClientConfiguration: { AcceptEAPTypes: [25], ...changes } });

export const rules: RuleExamples = {
  'thirdactiveeth-interface-value': {
    fires: { Interface: 'SecondEthernet' },
    quiet: { Interface: 'ThirdActiveEthernet' },
    at: '/Interface',
  },
  'thirdactiveeth-setup-modes': {
    fires: ethernet({ SetupModes: ['System', 'User'] }),
    quiet: ethernet({ SetupModes: ['System', 'Loginwindow'] }),
    at: '/SetupModes',
  },
  'thirdactiveeth-eap-inherits-wifi': {
    fires: eap({ TLSMinimumVersion: '1.3' }),
    quiet: eap({ TLSMinimumVersion: '1.3', OuterIdentity: 'anonymous' }),
    speaks: 'wifi-outer-identity-required-for-tls13',
    at: '/EAPClientConfiguration',
  },
  'thirdactiveeth-eap-anchor-certificates': {
    fires: { payloads: [eap({ PayloadCertificateAnchorUUID: [identity.PayloadUUID] }), identity] },
    quiet: { payloads: [eap({ PayloadCertificateAnchorUUID: [root.PayloadUUID] }), root] },
    at: '/EAPClientConfiguration/PayloadCertificateAnchorUUID/0',
  },
  'thirdactiveeth-client-identity': {
    fires: { payloads: [ethernet({ PayloadCertificateUUID: root.PayloadUUID }), root] },
    quiet: { payloads: [ethernet({ PayloadCertificateUUID: identity.PayloadUUID }), identity] },
    at: '/PayloadCertificateUUID',
  },
  'thirdactiveeth-user-enrollment-no-proxy': {
    fires: ethernet({ ProxyType: 'None' }),
    quiet: ethernet({ ProxyType: 'None' }),
    quietContext: { enrollment: 'device', platforms: { macOS: { from: '14.0' } } },
    at: '/ProxyType',
  },
};
