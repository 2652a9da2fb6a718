import { apple, caseOf, identity, mac, root, rootFile, until26, type PayloadCase } from './payload-case.js';

const eap = {
  AcceptEAPTypes: [13],
  PayloadCertificateAnchorUUID: [root],
  TLSTrustedServerNames: ['radius.lab'],
} as const;
export const networkCases: readonly PayloadCase[] = [
  caseOf(
    'an open network',
    'com.apple.wifi.managed',
    apple('12.0', '10.13'),
    (builder) => builder.addWifi({ ssid: 'Guests', encryption: 'None', autoJoin: false }),
    { AutoJoin: false, SSID_STR: 'Guests', EncryptionType: 'None' },
  ),
  caseOf(
    'a network with a password',
    'com.apple.wifi.managed',
    apple('12.0', '10.13'),
    (builder) => builder.addWifi({ ssid: 'Home', encryption: 'WPA2', password: 'open sesame', hidden: true }),
    { SSID_STR: 'Home', EncryptionType: 'WPA2', Password: 'open sesame', HIDDEN_NETWORK: true },
  ),
  caseOf(
    'WPA3, with a proxy',
    'com.apple.wifi.managed',
    apple('16.0', '13.0'),
    (builder) =>
      builder.addWifi({
        ssid: 'Home',
        encryption: 'WPA3',
        password: 'open sesame',
        proxy: { type: 'Manual', server: 'proxy.lab', port: 8080 },
      }),
    {
      SSID_STR: 'Home',
      EncryptionType: 'WPA3',
      Password: 'open sesame',
      ProxyType: 'Manual',
      ProxyServer: 'proxy.lab',
      ProxyServerPort: 8080,
    },
  ),
  caseOf(
    'EAP-TLS',
    'com.apple.wifi.managed',
    apple('12.0', '10.13'),
    (builder) =>
      builder.addWifi({
        ssid: 'Corp',
        encryption: 'WPA2',
        eap: {
          types: ['tls'],
          trust: [root],
          serverNames: ['radius.lab'],
          identity,
          tlsMinimumVersion: '1.2',
          tlsMaximumVersion: '1.2',
        },
      }),
    {
      SSID_STR: 'Corp',
      EncryptionType: 'WPA2',
      PayloadCertificateUUID: identity,
      EAPClientConfiguration: { ...eap, TLSMinimumVersion: '1.2', TLSMaximumVersion: '1.2' },
    },
  ),
  caseOf(
    'PEAP',
    'com.apple.wifi.managed',
    apple('12.0', '10.13'),
    (builder) =>
      builder.addWifi({
        ssid: 'Corp',
        encryption: 'WPA2',
        eap: {
          types: ['peap'],
          trust: rootFile.pem,
          serverNames: ['radius.lab'],
          username: 'anna',
          password: 'open sesame',
          outerIdentity: 'anonymous',
        },
      }),
    {
      SSID_STR: 'Corp',
      EncryptionType: 'WPA2',
      EAPClientConfiguration: {
        ...eap,
        AcceptEAPTypes: [25],
        UserName: 'anna',
        UserPassword: 'open sesame',
        OuterIdentity: 'anonymous',
      },
    },
  ),
  caseOf(
    'TTLS',
    'com.apple.wifi.managed',
    apple('12.0', '10.13'),
    (builder) =>
      builder.addWifi({
        ssid: 'Corp',
        encryption: 'WPA2',
        eap: {
          types: ['ttls'],
          trust: [root],
          serverNames: ['radius.lab'],
          ttlsInnerAuthentication: 'PAP',
          outerIdentity: 'anonymous',
          oneTimePassword: true,
        },
      }),
    {
      SSID_STR: 'Corp',
      EncryptionType: 'WPA2',
      EAPClientConfiguration: {
        ...eap,
        AcceptEAPTypes: [21],
        TTLSInnerAuthentication: 'PAP',
        OuterIdentity: 'anonymous',
        OneTimeUserPassword: true,
      },
    },
  ),
  caseOf(
    'Ethernet',
    'com.apple.firstactiveethernet.managed',
    mac('11.0'),
    (builder) =>
      builder.addEthernet({
        interface: 'FirstActiveEthernet',
        eap: { types: ['tls'], trust: [root], serverNames: ['radius.lab'], identity },
        setupModes: ['System'],
      }),
    {
      Interface: 'FirstActiveEthernet',
      PayloadCertificateUUID: identity,
      EAPClientConfiguration: eap,
      SetupModes: ['System'],
    },
  ),
  caseOf(
    'Ethernet of all systems',
    'com.apple.globalethernet.managed',
    apple('17.0', '10.13'),
    (builder) =>
      builder.addEthernet({
        interface: 'GlobalEthernet',
        eap: { types: ['tls'], trust: [root], serverNames: ['radius.lab'], identity },
      }),
    { Interface: 'GlobalEthernet', PayloadCertificateUUID: identity, EAPClientConfiguration: eap },
  ),
  caseOf(
    'DNS over HTTPS',
    'com.apple.dnsSettings.managed',
    until26,
    (builder) =>
      builder.addDnsSettings({
        protocol: 'HTTPS',
        serverUrl: 'https://dns.lab/dns-query',
        serverAddresses: ['192.0.2.1'],
        identity,
        onDemandRules: [{ action: 'Disconnect', ssids: ['Corp'] }, { action: 'Connect' }],
      }),
    {
      DNSSettings: {
        DNSProtocol: 'HTTPS',
        ServerURL: 'https://dns.lab/dns-query',
        ServerAddresses: ['192.0.2.1'],
        PayloadCertificateUUID: identity,
      },
      OnDemandRules: [{ Action: 'Disconnect', SSIDMatch: ['Corp'] }, { Action: 'Connect' }],
    },
  ),
  caseOf(
    'DNS over TLS',
    'com.apple.dnsSettings.managed',
    { ...until26, supervised: true },
    (builder) =>
      builder.addDnsSettings({
        protocol: 'TLS',
        serverName: 'dns.lab',
        matchDomains: ['lab'],
        prohibitDisablement: true,
      }),
    {
      DNSSettings: { DNSProtocol: 'TLS', ServerName: 'dns.lab', SupplementalMatchDomains: ['lab'] },
      ProhibitDisablement: true,
    },
  ),
  caseOf(
    'relays',
    'com.apple.relay.managed',
    until26,
    (builder) =>
      builder.addRelay({
        relays: [
          {
            http3Url: 'https://relay.lab/',
            http2Url: 'https://relay.lab/',
            identity,
            headers: { 'X-Token': 'open sesame' },
          },
        ],
        matchDomains: ['lab'],
      }),
    {
      Relays: [
        {
          HTTP3RelayURL: 'https://relay.lab/',
          HTTP2RelayURL: 'https://relay.lab/',
          PayloadCertificateUUID: identity,
          AdditionalHTTPHeaderFields: { 'X-Token': 'open sesame' },
        },
      ],
      MatchDomains: ['lab'],
    },
  ),
  caseOf(
    'a proxy',
    'com.apple.proxy.http.global',
    { ...apple('13.0', '10.15'), supervised: true },
    (builder) => builder.addHttpProxy({ type: 'Auto', pacUrl: 'https://proxy.lab/pac', captiveLoginAllowed: true }),
    { ProxyType: 'Auto', ProxyPACURL: 'https://proxy.lab/pac', ProxyCaptiveLoginAllowed: true },
  ),
];
