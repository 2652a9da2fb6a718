import { identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExamples } from './rule-example.js';

const https = { DNSProtocol: 'HTTPS', ServerURL: 'https://dns.lab.test/query' };
const tls = { DNSProtocol: 'TLS', ServerName: 'dns.lab.test' };
const dns = (settings: Dictionary): Dictionary => ({ DNSSettings: { ...https, ...settings } });
const onDemand = (rule: Dictionary): Dictionary => ({ ...dns({}), OnDemandRules: [{ Action: 'Connect', ...rule }] });
const ActionParameters = [{ Domains: ['lab.test'], DomainAction: 'NeverConnect' }];

export const rules: RuleExamples = {
  'dns-https-needs-server-url': {
    fires: { DNSSettings: { DNSProtocol: 'HTTPS' } },
    quiet: { DNSSettings: https },
    at: '/DNSSettings',
  },
  'dns-server-url-https': {
    fires: dns({ ServerURL: 'http://dns.lab.test/query' }),
    quiet: dns({}),
    at: '/DNSSettings/ServerURL',
  },
  'dns-server-name-only-with-tls': {
    fires: dns({ ServerName: 'dns.lab.test' }),
    quiet: { DNSSettings: tls },
    at: '/DNSSettings/ServerName',
  },
  'dns-server-addresses-are-ips': {
    fires: dns({ ServerAddresses: ['192.0.2.53', 'dns.lab.test'] }),
    quiet: dns({ ServerAddresses: ['192.0.2.53', '2001:db8::53'] }),
    at: '/DNSSettings/ServerAddresses/1',
  },
  'dns-supplemental-domain-wildcard': {
    fires: dns({ SupplementalMatchDomains: ['*.lab.test', 'www.*.lab.test'] }),
    quiet: dns({ SupplementalMatchDomains: ['*.lab.test', 'lab.test'] }),
    at: '/DNSSettings/SupplementalMatchDomains/1',
  },
  'dns-on-demand-domain-wildcard': {
    fires: onDemand({ DNSDomainMatch: ['*.*.lab.test'] }),
    quiet: onDemand({ DNSDomainMatch: ['*.lab.test'] }),
    at: '/OnDemandRules/0/DNSDomainMatch/0',
  },
  'dns-on-demand-server-wildcard': {
    fires: onDemand({ DNSServerAddressMatch: ['192.*.2.*'] }),
    quiet: onDemand({ DNSServerAddressMatch: ['192.0.2.*'] }),
    at: '/OnDemandRules/0/DNSServerAddressMatch/0',
  },
  'dns-action-parameters-only-evaluate': {
    fires: onDemand({ ActionParameters }),
    quiet: onDemand({ Action: 'EvaluateConnection', ActionParameters }),
    at: '/OnDemandRules/0/Action',
  },
  'dns-identity-ref': {
    fires: { payloads: [dns({ PayloadCertificateUUID: root.PayloadUUID }), root] },
    quiet: { payloads: [dns({ PayloadCertificateUUID: identity.PayloadUUID }), identity] },
    at: '/DNSSettings/PayloadCertificateUUID',
  },
  'dns-certificate-uuid-not-top-level': {
    fires: { payloads: [{ ...dns({}), PayloadCertificateUUID: identity.PayloadUUID }, identity] },
    quiet: { payloads: [dns({ PayloadCertificateUUID: identity.PayloadUUID }), identity] },
    at: '/PayloadCertificateUUID',
  },
};
