import { identity } from './certificate-payloads.js';
import type { Dictionary, RuleExamples } from './rule-example.js';
import { ikev2, ipsec, l2tp } from './vpn-payloads.js';

const dns = (DNS: Dictionary): Dictionary => ({ ...ikev2({}), DNS: { ServerAddresses: ['192.0.2.53'], ...DNS } });
const proxies = (Proxies: Dictionary): Dictionary => ({ ...ikev2({}), Proxies });

/** The dictionaries beside those of the types, and the older types. */
export const rules: RuleExamples = {
  'vpn-dns-server-addresses-optional-when-encrypted': {
    fires: { ...ikev2({}), DNS: { DNSProtocol: 'Cleartext' } },
    quiet: { ...ikev2({}), DNS: { DNSProtocol: 'TLS', ServerName: 'dns.lab.test' } },
    at: '/DNS',
  },
  'vpn-dns-server-addresses-are-ip': {
    fires: dns({ DNSProtocol: 'Cleartext', ServerAddresses: ['192.0.2.53', 'dns.lab.test'] }),
    quiet: dns({ DNSProtocol: 'Cleartext', ServerAddresses: ['192.0.2.53', '2001:db8::53'] }),
    at: '/DNS/ServerAddresses/1',
  },
  'vpn-dns-https-needs-server-url': {
    fires: dns({ DNSProtocol: 'HTTPS' }),
    quiet: dns({ DNSProtocol: 'HTTPS', ServerURL: 'https://dns.lab.test/query' }),
    at: '/DNS',
  },
  'vpn-dns-tls-needs-server-name': {
    fires: dns({ DNSProtocol: 'TLS' }),
    quiet: dns({ DNSProtocol: 'TLS', ServerName: 'dns.lab.test' }),
    at: '/DNS',
  },
  'vpn-dns-server-url-https': {
    fires: dns({ DNSProtocol: 'HTTPS', ServerURL: 'http://dns.lab.test/query' }),
    quiet: dns({ DNSProtocol: 'HTTPS', ServerURL: 'https://dns.lab.test/query' }),
    at: '/DNS/ServerURL',
  },
  'vpn-proxies-http-port': {
    fires: proxies({ HTTPEnable: 1, HTTPProxy: 'proxy.lab.test' }),
    quiet: proxies({ HTTPEnable: 1, HTTPProxy: 'proxy.lab.test', HTTPPort: 3128 }),
    at: '/Proxies',
  },
  'vpn-proxies-https-port': {
    fires: proxies({ HTTPSEnable: 1, HTTPSProxy: 'proxy.lab.test', HTTPPort: 3128 }),
    quiet: proxies({ HTTPSEnable: 1, HTTPSProxy: 'proxy.lab.test', HTTPSPort: 3128 }),
    at: '/Proxies',
  },
  'vpn-proxies-pac-url-needs-enable': {
    fires: proxies({ ProxyAutoConfigURLString: 'https://proxy.lab.test/proxy.pac' }),
    quiet: proxies({ ProxyAutoConfigURLString: 'https://proxy.lab.test/proxy.pac', ProxyAutoConfigEnable: 1 }),
    at: '/Proxies',
  },
  'vpn-l2tp-securid-single-eap-plugin': {
    fires: l2tp({ TokenCard: 1, AuthProtocol: ['EAP'], AuthEAPPlugins: ['EAP-TLS'] }),
    quiet: l2tp({ TokenCard: 1, AuthProtocol: ['EAP'], AuthEAPPlugins: ['EAP-RSA'] }),
    at: '/PPP/AuthEAPPlugins/0',
  },
  'vpn-ppp-encryption-needs-ccp': {
    fires: l2tp({ CCPMPPE128Enabled: 1 }),
    quiet: l2tp({ CCPMPPE128Enabled: 1, CCPEnabled: 1 }),
    at: '/PPP',
  },
  'vpn-ipsec-shared-secret-keys-need-that-method': {
    fires: ipsec({ AuthenticationMethod: 'Certificate', LocalIdentifier: 'lab' }),
    quiet: ipsec({ AuthenticationMethod: 'SharedSecret', LocalIdentifier: 'lab' }),
    at: '/IPSec/LocalIdentifier',
  },
  'vpn-ipsec-certificate-needs-certificate-method': {
    fires: { payloads: [ipsec({ PayloadCertificateUUID: identity.PayloadUUID }), identity] },
    quiet: {
      payloads: [
        ipsec({ PayloadCertificateUUID: identity.PayloadUUID, AuthenticationMethod: 'Certificate' }),
        identity,
      ],
    },
    at: '/IPSec',
  },
};
