import type { Identity } from '../identity.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { dnsOnDemandTable, type DnsOnDemandRule } from './on-demand.js';
import { choice, flag, identity, list, text, texts } from './option-table.js';

interface DnsServerOptions extends ExtraOption<'com.apple.dnsSettings.managed'> {
  /** ServerAddresses: IPv4 and IPv6 addresses of the server. */
  readonly serverAddresses?: readonly string[];
  /** SupplementalMatchDomains: asks this server for these domains only, and for all unless given. */
  readonly matchDomains?: readonly string[];
  /** AllowFailover: asks the usual servers when this one does not answer. False unless given. */
  readonly allowFailover?: boolean;
  /** PayloadCertificateUUID: the identity that the server asks for. */
  readonly identity?: Identity;
  /** OnDemandRules: where the server is used; everywhere unless given. */
  readonly onDemandRules?: readonly DnsOnDemandRule[];
  /** ProhibitDisablement: the user of a supervised device cannot switch it off. False unless given. */
  readonly prohibitDisablement?: boolean;
}

/** DNS over HTTPS. */
export interface DnsOverHttpsOptions extends DnsServerOptions {
  /** DNSProtocol. */
  readonly protocol: 'HTTPS';
  /** ServerURL: the https URI template of the server. */
  readonly serverUrl: string;
  readonly serverName?: never;
}

/** DNS over TLS. */
export interface DnsOverTlsOptions extends DnsServerOptions {
  /** DNSProtocol. */
  readonly protocol: 'TLS';
  /** ServerName: the name in the server's certificate. */
  readonly serverName: string;
  readonly serverUrl?: never;
}

/** Options of {@link ProfileBuilder.addDnsSettings}. */
export type DnsSettingsOptions = DnsOverHttpsOptions | DnsOverTlsOptions;

/** Both of them in one. */
interface AnyDnsOptions extends DnsServerOptions {
  readonly protocol: 'HTTPS' | 'TLS';
  readonly serverUrl?: string;
  readonly serverName?: string;
}

export const dnsSettings: PayloadMapping<AnyDnsOptions> = {
  type: 'com.apple.dnsSettings.managed',
  options: {
    protocol: choice('DNSSettings/DNSProtocol', ['HTTPS', 'TLS']),
    serverUrl: text('DNSSettings/ServerURL'),
    serverName: text('DNSSettings/ServerName'),
    serverAddresses: texts('DNSSettings/ServerAddresses'),
    matchDomains: texts('DNSSettings/SupplementalMatchDomains'),
    allowFailover: flag('DNSSettings/AllowFailover'),
    identity: identity('DNSSettings/PayloadCertificateUUID'),
    onDemandRules: list('OnDemandRules', dnsOnDemandTable),
    prohibitDisablement: flag('ProhibitDisablement'),
  },
};
