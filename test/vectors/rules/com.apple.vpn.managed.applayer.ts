import { identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExamples } from './rule-example.js';
import { ikev2, ipsec, l2tp } from './vpn-payloads.js';

const VPNUUID = 'lab-vpn';
const perApp = (changes: Dictionary): Dictionary => ({ VPNUUID, ...ikev2({}), ...changes });

export const rules: RuleExamples = {
  'applayer-inherits-vpn': {
    fires: { VPNUUID, UserDefinedName: 'Lab', VPNType: 'IKEv2' },
    quiet: perApp({}),
    speaks: 'vpn-ikev2-needs-its-dictionary',
    at: '',
  },
  'applayer-vpn-type': { fires: { VPNUUID, ...l2tp({}) }, quiet: { VPNUUID, ...ipsec({}) }, at: '/VPNType' },
  'applayer-watchos-ikev2-only': { fires: { VPNUUID, ...ipsec({}) }, quiet: perApp({}), at: '/VPNType' },
  'applayer-identities': {
    fires: { payloads: [perApp(ikev2({ PayloadCertificateUUID: root.PayloadUUID })), root] },
    quiet: { payloads: [perApp(ikev2({ PayloadCertificateUUID: identity.PayloadUUID })), identity] },
    at: '/IKEv2/PayloadCertificateUUID',
  },
  'applayer-domain-lists-replacement': {
    fires: perApp({ MailDomains: ['mail.lab.test'] }),
    quiet: perApp({ SafariDomains: ['mail.lab.test'] }),
    at: '/MailDomains',
  },
  'applayer-domain-format': {
    fires: perApp({ SafariDomains: ['portal.lab.test', 'https://lab.test'] }),
    quiet: perApp({ SafariDomains: ['portal.lab.test', 'lab.test'] }),
    at: '/SafariDomains/1',
  },
};
