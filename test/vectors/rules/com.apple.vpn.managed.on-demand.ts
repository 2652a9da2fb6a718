import type { Dictionary, RuleExamples } from './rule-example.js';
import { ikev2, ipsec } from './vpn-payloads.js';

const onDemand = (rule: Dictionary): Dictionary => ikev2({ OnDemandEnabled: 1, OnDemandRules: [rule] });
const evaluate = (parameters: Dictionary): Dictionary =>
  onDemand({ Action: 'EvaluateConnection', ActionParameters: [{ Domains: ['lab.test'], ...parameters }] });
const ifNeeded = (parameters: Dictionary): Dictionary => evaluate({ DomainAction: 'ConnectIfNeeded', ...parameters });
const rule = '/IKEv2/OnDemandRules/0';
const parameters = `${rule}/ActionParameters/0`;

export const rules: RuleExamples = {
  'vpn-on-demand-allow-deprecated': {
    fires: onDemand({ Action: 'Allow' }),
    quiet: onDemand({ Action: 'Connect' }),
    at: `${rule}/Action`,
  },
  'vpn-on-demand-watchos-only-disconnect': {
    fires: onDemand({ Action: 'Connect' }),
    quiet: onDemand({ Action: 'Disconnect' }),
    at: `${rule}/Action`,
  },
  'vpn-on-demand-watchos-no-url-probe': {
    fires: onDemand({ Action: 'Disconnect', URLStringProbe: 'https://lab.test' }),
    quiet: onDemand({ Action: 'Disconnect' }),
    at: `${rule}/URLStringProbe`,
  },
  'vpn-on-demand-action-parameters-need-evaluate': {
    fires: onDemand({ Action: 'Connect', ActionParameters: [] }),
    quiet: evaluate({ DomainAction: 'NeverConnect' }),
    at: `${rule}/Action`,
  },
  'vpn-on-demand-evaluate-needs-action-parameters': {
    fires: onDemand({ Action: 'EvaluateConnection' }),
    quiet: evaluate({ DomainAction: 'NeverConnect' }),
    at: rule,
  },
  'vpn-on-demand-probe-needs-connect-if-needed': {
    fires: evaluate({ DomainAction: 'NeverConnect', RequiredURLStringProbe: 'https://probe.lab.test' }),
    quiet: evaluate({ DomainAction: 'ConnectIfNeeded', RequiredURLStringProbe: 'https://probe.lab.test' }),
    at: `${parameters}/DomainAction`,
  },
  'vpn-on-demand-required-probe-scheme': {
    fires: ifNeeded({ RequiredURLStringProbe: 'probe.lab.test' }),
    quiet: ifNeeded({ RequiredURLStringProbe: 'http://probe.lab.test' }),
    at: `${parameters}/RequiredURLStringProbe`,
  },
  'vpn-on-demand-dns-servers-are-addresses': {
    fires: ifNeeded({ RequiredDNSServers: ['dns.lab.test'] }),
    quiet: ifNeeded({ RequiredDNSServers: ['192.0.2.53', '2001:db8::53'] }),
    at: `${parameters}/RequiredDNSServers/0`,
  },
  'vpn-on-demand-dns-domain-wildcard': {
    fires: onDemand({ Action: 'Connect', DNSDomainMatch: ['lab.*'] }),
    quiet: onDemand({ Action: 'Connect', DNSDomainMatch: ['*.lab.test', '*lab.test'] }),
    at: `${rule}/DNSDomainMatch/0`,
  },
  'vpn-on-demand-dns-server-wildcard': {
    fires: onDemand({ Action: 'Connect', DNSServerAddressMatch: ['192.*.2.*'] }),
    quiet: onDemand({ Action: 'Connect', DNSServerAddressMatch: ['192.0.2.*'] }),
    at: `${rule}/DNSServerAddressMatch/0`,
  },
  'vpn-on-demand-domains-replacement': {
    fires: ipsec({ OnDemandMatchDomainsAlways: ['lab.test'] }),
    quiet: ipsec({ OnDemandRules: [{ Action: 'Connect' }] }),
    at: '/IPSec/OnDemandMatchDomainsAlways',
  },
};
