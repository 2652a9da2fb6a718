import type { Identity } from '../identity.js';
import { bit, choice, count, group, identity, text, texts, type OptionTable } from './option-table.js';

/** DNS: the servers that names are asked of while the VPN is connected. */
export interface VpnDnsOptions {
  /** DNSProtocol. */
  readonly protocol: 'Cleartext' | 'HTTPS' | 'TLS';
  /** ServerURL, for HTTPS. */
  readonly serverUrl?: string;
  /** ServerName, for TLS. */
  readonly serverName?: string;
  /** ServerAddresses. */
  readonly serverAddresses?: readonly string[];
  /** SearchDomains. */
  readonly searchDomains?: readonly string[];
  /** DomainName: the primary domain of the tunnel. */
  readonly domainName?: string;
  /** SupplementalMatchDomains: asks these servers for these domains only. */
  readonly matchDomains?: readonly string[];
  /** SupplementalMatchDomainsNoSearch: those domains are not searched for short names. False unless given. */
  readonly matchDomainsNoSearch?: boolean;
  /** PayloadCertificateUUID: the identity that the server asks for. */
  readonly identity?: Identity;
}

/** A proxy for http, or for https, while the VPN is connected. */
export interface VpnProxyOptions {
  /** HTTPEnable, HTTPSEnable. False unless given. */
  readonly enabled?: boolean;
  /** HTTPProxy, HTTPSProxy. */
  readonly server?: string;
  /** HTTPPort, HTTPSPort. */
  readonly port?: number;
}

/** Proxies: what stands between the device and the web while the VPN is connected. */
export interface VpnProxiesOptions {
  /** ProxyAutoConfigEnable: the proxy is found by the script at `autoConfigUrl`. */
  readonly autoConfigEnabled?: boolean;
  /** ProxyAutoConfigURLString. */
  readonly autoConfigUrl?: string;
  /** ProxyAutoDiscoveryEnable. True unless given. */
  readonly autoDiscoveryEnabled?: boolean;
  readonly http?: VpnProxyOptions;
  readonly https?: VpnProxyOptions;
  /** HTTPProxyUsername. */
  readonly username?: string;
  /** HTTPProxyPassword. */
  readonly password?: string;
  /** SupplementalMatchDomains: for these domains only. */
  readonly matchDomains?: readonly string[];
}

export const vpnDnsTable: OptionTable<VpnDnsOptions> = {
  protocol: choice('DNSProtocol', ['Cleartext', 'HTTPS', 'TLS']),
  serverUrl: text('ServerURL'),
  serverName: text('ServerName'),
  serverAddresses: texts('ServerAddresses'),
  searchDomains: texts('SearchDomains'),
  domainName: text('DomainName'),
  matchDomains: texts('SupplementalMatchDomains'),
  matchDomainsNoSearch: bit('SupplementalMatchDomainsNoSearch'),
  identity: identity('PayloadCertificateUUID'),
};

const proxy = (scheme: 'HTTP' | 'HTTPS'): OptionTable<VpnProxyOptions> => ({
  enabled: bit(`${scheme}Enable`),
  server: text(`${scheme}Proxy`),
  port: count(`${scheme}Port`),
});

export const vpnProxiesTable: OptionTable<VpnProxiesOptions> = {
  autoConfigEnabled: bit('ProxyAutoConfigEnable'),
  autoConfigUrl: text('ProxyAutoConfigURLString'),
  autoDiscoveryEnabled: bit('ProxyAutoDiscoveryEnable'),
  http: group('', proxy('HTTP')),
  https: group('', proxy('HTTPS')),
  username: text('HTTPProxyUsername'),
  password: text('HTTPProxyPassword'),
  matchDomains: texts('SupplementalMatchDomains'),
};
