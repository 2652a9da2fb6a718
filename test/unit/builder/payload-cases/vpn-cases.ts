import { apple, caseOf, identity, iPhone, vpnUuid, type PayloadCase } from './payload-case.js';

const ikev2Keys = {
  RemoteAddress: 'vpn.lab',
  RemoteIdentifier: 'vpn.lab',
  LocalIdentifier: 'anna@lab',
  AuthenticationMethod: 'Certificate',
  PayloadCertificateUUID: identity,
  CertificateType: 'ECDSA256',
  ServerCertificateIssuerCommonName: 'Lab Root',
} as const;
const ikev2 = {
  server: 'vpn.lab',
  remoteIdentifier: 'vpn.lab',
  localIdentifier: 'anna@lab',
  authentication: 'Certificate',
  identity,
  certificateType: 'ECDSA256',
  serverIssuerCommonName: 'Lab Root',
} as const;

export const vpnCases: readonly PayloadCase[] = [
  caseOf(
    'IKEv2 on demand',
    'com.apple.vpn.managed',
    apple('14.2', '11.0'),
    (builder) =>
      builder.addVpn({
        name: 'Lab',
        ikev2: {
          ...ikev2,
          onDemandEnabled: true,
          onDemandRules: [
            { action: 'Disconnect', interfaceType: 'WiFi', ssids: ['Corp'] },
            {
              action: 'EvaluateConnection',
              domainActions: [{ domains: ['lab'], action: 'ConnectIfNeeded', requiredDnsServers: ['192.0.2.1'] }],
            },
          ],
          ike: { encryption: 'AES-256-GCM', diffieHellmanGroup: 20, lifetimeMinutes: 600 },
          perfectForwardSecrecy: true,
        },
        dns: { protocol: 'Cleartext', serverAddresses: ['192.0.2.1'], matchDomains: ['lab'] },
      }),
    {
      UserDefinedName: 'Lab',
      VPNType: 'IKEv2',
      IKEv2: {
        ...ikev2Keys,
        OnDemandEnabled: 1,
        OnDemandRules: [
          { Action: 'Disconnect', InterfaceTypeMatch: 'WiFi', SSIDMatch: ['Corp'] },
          {
            Action: 'EvaluateConnection',
            ActionParameters: [
              { Domains: ['lab'], DomainAction: 'ConnectIfNeeded', RequiredDNSServers: ['192.0.2.1'] },
            ],
          },
        ],
        IKESecurityAssociationParameters: {
          EncryptionAlgorithm: 'AES-256-GCM',
          DiffieHellmanGroup: 20,
          LifeTimeInMinutes: 600,
        },
        EnablePFS: 1,
      },
      DNS: { DNSProtocol: 'Cleartext', ServerAddresses: ['192.0.2.1'], SupplementalMatchDomains: ['lab'] },
    },
  ),
  caseOf(
    'a per-app VPN',
    'com.apple.vpn.managed.applayer',
    iPhone('14.0'),
    (builder) =>
      builder.addVpn({ name: 'Lab', ikev2, perApp: { vpnUuid, onDemandMatchApp: true, safariDomains: ['lab'] } }),
    {
      UserDefinedName: 'Lab',
      VPNType: 'IKEv2',
      IKEv2: ikev2Keys,
      VPNUUID: vpnUuid,
      OnDemandMatchAppEnabled: true,
      SafariDomains: ['lab'],
    },
  ),
  caseOf(
    'the VPN of an app',
    'com.apple.vpn.managed',
    apple('14.2', '11.0'),
    (builder) =>
      builder.addVpn({
        name: 'Lab',
        app: {
          subtype: 'com.example.vpn',
          server: 'vpn.lab',
          authentication: 'Certificate',
          identity,
          providerType: 'packet-tunnel',
        },
      }),
    {
      UserDefinedName: 'Lab',
      VPNType: 'VPN',
      VPNSubType: 'com.example.vpn',
      VPN: {
        RemoteAddress: 'vpn.lab',
        AuthenticationMethod: 'Certificate',
        PayloadCertificateUUID: identity,
        ProviderType: 'packet-tunnel',
      },
    },
  ),
  caseOf(
    'an always-on VPN',
    'com.apple.vpn.managed',
    { ...iPhone('17.4'), supervised: true },
    (builder) =>
      builder.addVpn({
        name: 'Lab',
        alwaysOn: {
          tunnels: [{ ...ikev2, protocol: 'IKEv2', interfaces: ['Cellular', 'WiFi'], ike: { diffieHellmanGroup: 14 } }],
          serviceExceptions: [{ service: 'VoiceMail', action: 'Allow' }],
          appExceptions: [{ bundleIdentifier: 'com.example.app', protocols: ['UDP'] }],
          allowedCaptivePlugins: [{ bundleIdentifier: 'com.example.sign-in' }],
        },
      }),
    {
      UserDefinedName: 'Lab',
      VPNType: 'AlwaysOn',
      AlwaysOn: {
        TunnelConfigurations: [
          {
            ...ikev2Keys,
            ProtocolType: 'IKEv2',
            Interfaces: ['Cellular', 'WiFi'],
            IKESecurityAssociationParameters: { DiffieHellmanGroup: 14 },
          },
        ],
        ServiceExceptions: [{ ServiceName: 'VoiceMail', Action: 'Allow' }],
        ApplicationExceptions: [{ BundleIdentifier: 'com.example.app', LimitToProtocols: ['UDP'] }],
        AllowedCaptiveNetworkPlugins: [{ BundleIdentifier: 'com.example.sign-in' }],
      },
    },
  ),
  caseOf(
    'a VPN of another kind',
    'com.apple.vpn.managed',
    apple('14.0', '11.0'),
    (builder) =>
      builder.addVpn({
        name: 'Lab',
        type: 'IPSec',
        extra: {
          IPSec: { RemoteAddress: 'vpn.lab', AuthenticationMethod: 'Certificate', PayloadCertificateUUID: identity },
        },
      }),
    {
      UserDefinedName: 'Lab',
      VPNType: 'IPSec',
      IPSec: { RemoteAddress: 'vpn.lab', AuthenticationMethod: 'Certificate', PayloadCertificateUUID: identity },
    },
  ),
];
