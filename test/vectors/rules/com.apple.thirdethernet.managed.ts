import { identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExamples } from './rule-example.js';

const ethernet = (changes: Dictionary): Dictionary => ({ Interface: 'ThirdEthernet', ...changes });
const eap = (changes: Dictionary): Dictionary =>
  ethernet({ EAPClientConfiguration: { AcceptEAPTypes: [25], ...changes } });

export const rules: RuleExamples = {
  'thirdethernet-interface-value': {
    fires: { Interface: 'SecondEthernet' },
    quiet: { Interface: 'ThirdEthernet' },
    at: '/Interface',
  },
  'thirdethernet-setup-modes-value': {
    fires: ethernet({ SetupModes: ['System', 'User'] }),
    quiet: ethernet({ SetupModes: ['System', 'Loginwindow'] }),
    at: '/SetupModes',
  },
  'thirdethernet-eap-inherits-wifi': {
    fires: eap({ TLSMinimumVersion: '1.3' }),
    quiet: eap({ TLSMinimumVersion: '1.3', OuterIdentity: 'anonymous' }),
    speaks: 'wifi-outer-identity-required-for-tls13',
    at: '/EAPClientConfiguration',
  },
  'thirdethernet-client-identity': {
    fires: { payloads: [ethernet({ PayloadCertificateUUID: root.PayloadUUID }), root] },
    quiet: { payloads: [ethernet({ PayloadCertificateUUID: identity.PayloadUUID }), identity] },
    at: '/PayloadCertificateUUID',
  },
  'thirdethernet-no-proxy-under-user-enrollment': {
    fires: ethernet({ ProxyType: 'None' }),
    quiet: ethernet({ ProxyType: 'None' }),
    quietContext: { enrollment: 'device', platforms: { macOS: { from: '14.0' } } },
    at: '/ProxyType',
  },
};
