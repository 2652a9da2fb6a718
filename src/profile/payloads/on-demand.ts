import { choice, list, text, texts, type OptionTable } from './option-table.js';

/** What must hold for a rule: all that is given. */
interface OnDemandConditions {
  /** DNSDomainMatch: search domains, `*.example.com` included. */
  readonly dnsDomains?: readonly string[];
  /** DNSServerAddressMatch: DNS servers of the network, `17.*` included. */
  readonly dnsServerAddresses?: readonly string[];
  /** InterfaceTypeMatch. */
  readonly interfaceType?: 'Ethernet' | 'WiFi' | 'Cellular';
  /** SSIDMatch: names of Wi-Fi networks. */
  readonly ssids?: readonly string[];
  /** URLStringProbe: a URL that must be answered with 200. */
  readonly urlProbe?: string;
}

/** What to do for some domains, when `action` is `EvaluateConnection`. */
export interface DnsDomainAction {
  /** Domains. */
  readonly domains: readonly string[];
  /** DomainAction. */
  readonly action: 'ConnectIfNeeded' | 'NeverConnect';
}

/** {@link DnsDomainAction} of a VPN, with what tells that a connection is needed. */
export interface VpnDomainAction extends DnsDomainAction {
  /** RequiredDNSServers: addresses of DNS servers. */
  readonly requiredDnsServers?: readonly string[];
  /** RequiredURLStringProbe: an http or https URL. */
  readonly requiredUrlProbe?: string;
}

/** When DNS settings are used: the first rule that fits counts. */
export interface DnsOnDemandRule extends OnDemandConditions {
  /** Action. */
  readonly action: 'Connect' | 'Disconnect' | 'EvaluateConnection';
  /** ActionParameters. */
  readonly domainActions?: readonly DnsDomainAction[];
}

/** When a VPN connects: the first rule that fits counts. */
export interface VpnOnDemandRule extends OnDemandConditions {
  /** Action. */
  readonly action: 'Connect' | 'Disconnect' | 'EvaluateConnection' | 'Ignore';
  /** ActionParameters. */
  readonly domainActions?: readonly VpnDomainAction[];
}

const conditions: OptionTable<OnDemandConditions> = {
  dnsDomains: texts('DNSDomainMatch'),
  dnsServerAddresses: texts('DNSServerAddressMatch'),
  interfaceType: choice('InterfaceTypeMatch', ['Ethernet', 'WiFi', 'Cellular']),
  ssids: texts('SSIDMatch'),
  urlProbe: text('URLStringProbe'),
};

const domainAction: OptionTable<DnsDomainAction> = {
  domains: texts('Domains'),
  action: choice('DomainAction', ['ConnectIfNeeded', 'NeverConnect']),
};

export const dnsOnDemandTable: OptionTable<DnsOnDemandRule> = {
  action: choice('Action', ['Connect', 'Disconnect', 'EvaluateConnection']),
  domainActions: list('ActionParameters', domainAction),
  ...conditions,
};

export const vpnOnDemandTable: OptionTable<VpnOnDemandRule> = {
  action: choice('Action', ['Connect', 'Disconnect', 'EvaluateConnection', 'Ignore']),
  domainActions: list('ActionParameters', {
    ...domainAction,
    requiredDnsServers: texts('RequiredDNSServers'),
    requiredUrlProbe: text('RequiredURLStringProbe'),
  }),
  ...conditions,
};
