import { identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExamples } from './rule-example.js';

const relay = { HTTP3RelayURL: 'https://relay.lab.test/' };
const relays = (...Relays: readonly Dictionary[]): Dictionary => ({ Relays });
const matching = { ...relays(relay), MatchDomains: ['lab.test'] };

export const rules: RuleExamples = {
  'relay-needs-http2-or-http3-url': {
    fires: relays(relay, { AdditionalHTTPHeaderFields: { Authorization: 'PrivateToken' } }),
    quiet: relays(relay, { HTTP2RelayURL: 'https://relay.lab.test/' }),
    at: '/Relays/1',
  },
  'relay-identity-ref': {
    fires: { payloads: [relays({ ...relay, PayloadCertificateUUID: root.PayloadUUID }), root] },
    quiet: { payloads: [relays({ ...relay, PayloadCertificateUUID: identity.PayloadUUID }), identity] },
    at: '/Relays/0/PayloadCertificateUUID',
  },
  'relay-uuid-user-enrollment': {
    fires: matching,
    quiet: { ...matching, RelayUUID: 'E0000000-0000-4000-8000-00000000000E' },
    at: '',
  },
  'relay-excluded-fqdn-under-match-domain': {
    fires: { ...matching, ExcludedFQDNs: ['www.lab.test', 'www.mylab.test'] },
    quiet: { ...matching, ExcludedFQDNs: ['www.lab.test', 'www.my.lab.test'] },
    at: '/ExcludedFQDNs/1',
  },
};
