import type { Dictionary, RuleExamples } from './rule-example.js';
import { ikev2 } from './vpn-payloads.js';

const ppk = { PPK: new TextEncoder().encode('shared after quantum'), PPKIdentifier: 'lab' };
const ike = (IKESecurityAssociationParameters: Dictionary): Dictionary => ({ IKESecurityAssociationParameters });
const child = (ChildSecurityAssociationParameters: Dictionary): Dictionary => ({ ChildSecurityAssociationParameters });
const strict = (parameters: Dictionary): Dictionary => ikev2({ EnforceStrictAlgorithmSelection: 1, ...parameters });

export const rules: RuleExamples = {
  'vpn-ikev2-password-never-used': {
    fires: ikev2({ Password: 'SENTINEL-password' }),
    quiet: ikev2({ AuthPassword: 'used' }),
    at: '/IKEv2/Password',
  },
  'vpn-ikev2-enforce-routes-ignored': {
    fires: ikev2({ IncludeAllNetworks: 1, EnforceRoutes: 1 }),
    quiet: ikev2({ IncludeAllNetworks: 1, EnforceRoutes: 0 }),
    at: '/IKEv2/EnforceRoutes',
  },
  'vpn-ikev2-exclusions-need-include-all-networks': {
    fires: ikev2({ ExcludeCellularServices: 1, IncludeAllNetworks: 0 }),
    quiet: ikev2({ ExcludeCellularServices: 1, IncludeAllNetworks: 1 }),
    at: '/IKEv2/IncludeAllNetworks',
  },
  'vpn-ikev2-exclude-local-needs-include-or-enforce': {
    fires: ikev2({ ExcludeLocalNetworks: 1 }),
    quiet: ikev2({ ExcludeLocalNetworks: 1, EnforceRoutes: 1 }),
    at: '/IKEv2',
  },
  'vpn-ikev2-exclude-local-default': {
    fires: ikev2({ EnforceRoutes: 1 }),
    quiet: ikev2({ EnforceRoutes: 1, ExcludeLocalNetworks: 0 }),
    context: { platforms: { iOS: { from: '17.0' }, macOS: { from: '14.0' } } },
    at: '/IKEv2',
  },
  'vpn-ikev2-watchos-idle-timer': {
    fires: ikev2({ DisconnectOnIdle: 1, DisconnectOnIdleTimer: 120 }),
    quiet: ikev2({ DisconnectOnIdle: 1, DisconnectOnIdleTimer: 15 }),
    at: '/IKEv2/DisconnectOnIdleTimer',
  },
  'vpn-ikev2-idle-timer-needs-disconnect-on-idle': {
    fires: ikev2({ DisconnectOnIdleTimer: 120 }),
    quiet: ikev2({ DisconnectOnIdleTimer: 120, DisconnectOnIdle: 1 }),
    at: '/IKEv2',
  },
  'vpn-ikev2-eap-only-needs-extended-auth': {
    fires: ikev2({ AuthenticationMethod: 'None' }),
    quiet: ikev2({ AuthenticationMethod: 'None', ExtendedAuthEnabled: 1 }),
    at: '/IKEv2',
  },
  'vpn-ikev2-certificate-type-needs-issuer-with-eap': {
    fires: ikev2({ CertificateType: 'RSA', ExtendedAuthEnabled: 1 }),
    quiet: ikev2({ CertificateType: 'RSA', ExtendedAuthEnabled: 1, ServerCertificateIssuerCommonName: 'Lab CA' }),
    at: '/IKEv2',
  },
  'vpn-ikev2-certificate-type-needs-issuer': {
    fires: ikev2({ CertificateType: 'ECDSA256' }),
    quiet: ikev2({ CertificateType: 'ECDSA256', ServerCertificateIssuerCommonName: 'Lab CA' }),
    at: '/IKEv2',
  },
  'vpn-ikev2-nat-keepalive-minimum': {
    fires: ikev2({ NATKeepAliveInterval: 19 }),
    quiet: ikev2({ NATKeepAliveInterval: 20 }),
    at: '/IKEv2/NATKeepAliveInterval',
  },
  'vpn-ikev2-ppk-needs-identifier': { fires: ikev2({ PPK: ppk.PPK }), quiet: ikev2(ppk), at: '/IKEv2' },
  'vpn-ikev2-ppk-identifier-needs-ppk': { fires: ikev2({ PPKIdentifier: 'lab' }), quiet: ikev2(ppk), at: '/IKEv2' },
  'vpn-ikev2-ppk-mandatory-needs-ppk': {
    fires: ikev2({ PPKMandatory: 1 }),
    quiet: ikev2({ PPKMandatory: 1, ...ppk }),
    at: '/IKEv2',
  },
  'vpn-ikev2-pq-fallback-needs-methods': {
    fires: ikev2({ AllowPostQuantumKeyExchangeFallback: 1, ...child({}) }),
    quiet: ikev2({ AllowPostQuantumKeyExchangeFallback: 1, ...child({ PostQuantumKeyExchangeMethods: [36] }) }),
    at: '/IKEv2',
  },
  'vpn-ikev2-pq-methods-at-most-seven': {
    fires: ikev2(ike({ PostQuantumKeyExchangeMethods: [36, 37, 36, 37, 36, 37, 36, 0] })),
    quiet: ikev2(ike({ PostQuantumKeyExchangeMethods: [36, 37, 36, 37, 36, 37, 0] })),
    at: '/IKEv2/IKESecurityAssociationParameters/PostQuantumKeyExchangeMethods',
  },
  'vpn-ikev2-strict-algorithms': {
    fires: strict(child({ DiffieHellmanGroup: 5 })),
    quiet: strict(child({ DiffieHellmanGroup: 14 })),
    at: '/IKEv2/ChildSecurityAssociationParameters/DiffieHellmanGroup',
  },
  'vpn-ikev2-strict-ike-not-weaker-than-child': {
    fires: strict({ ...ike({ EncryptionAlgorithm: 'AES-128' }), ...child({ EncryptionAlgorithm: 'AES-256-GCM' }) }),
    quiet: strict({ ...ike({ EncryptionAlgorithm: 'AES-128' }), ...child({ EncryptionAlgorithm: 'AES-128-GCM' }) }),
    at: '/IKEv2/IKESecurityAssociationParameters/EncryptionAlgorithm',
  },
  'vpn-ikev2-no-des-since-26': {
    fires: ikev2(child({ EncryptionAlgorithm: '3DES' })),
    quiet: ikev2(child({ EncryptionAlgorithm: 'AES-256' })),
    at: '/IKEv2/ChildSecurityAssociationParameters/EncryptionAlgorithm',
  },
  'vpn-ikev2-no-des-on-tvos-watchos': {
    fires: ikev2(ike({ EncryptionAlgorithm: 'DES' })),
    quiet: ikev2(ike({ EncryptionAlgorithm: 'AES-128' })),
    at: '/IKEv2/IKESecurityAssociationParameters/EncryptionAlgorithm',
  },
  'vpn-ikev2-no-sha1-since-26': {
    fires: ikev2(ike({ IntegrityAlgorithm: 'SHA1-96' })),
    quiet: ikev2(ike({ IntegrityAlgorithm: 'SHA2-256' })),
    at: '/IKEv2/IKESecurityAssociationParameters/IntegrityAlgorithm',
  },
  'vpn-ikev2-no-sha1-on-tvos-watchos': {
    fires: ikev2(child({ IntegrityAlgorithm: 'SHA1-160' })),
    quiet: ikev2(child({ IntegrityAlgorithm: 'SHA2-256' })),
    at: '/IKEv2/ChildSecurityAssociationParameters/IntegrityAlgorithm',
  },
  'vpn-ikev2-no-small-dh-groups-since-26': {
    fires: ikev2(ike({ DiffieHellmanGroup: 5 })),
    quiet: ikev2(ike({ DiffieHellmanGroup: 14 })),
    at: '/IKEv2/IKESecurityAssociationParameters/DiffieHellmanGroup',
  },
  'vpn-ikev2-no-small-dh-groups-on-tvos-watchos': {
    fires: ikev2(child({ DiffieHellmanGroup: 2 })),
    quiet: ikev2(child({ DiffieHellmanGroup: 14 })),
    at: '/IKEv2/ChildSecurityAssociationParameters/DiffieHellmanGroup',
  },
  'vpn-ikev2-default-cipher-watchos-tvos': {
    fires: ikev2(ike({ DiffieHellmanGroup: 19 })),
    quiet: ikev2(ike({ DiffieHellmanGroup: 19, EncryptionAlgorithm: 'AES-256-GCM' })),
    at: '/IKEv2/IKESecurityAssociationParameters',
  },
};
