import { ethernetExamples } from './ethernet-examples.js';
import type { RuleExamples } from './rule-example.js';

const examples = ethernetExamples('SecondEthernet');

export const rules: RuleExamples = {
  'secondeth-interface-value': examples.interfaceName,
  'secondeth-setup-modes': examples.setupModes,
  'secondeth-eap-inherits-wifi': examples.eapLikeWifi,
  'secondeth-eap-anchor-certificates': examples.anchorCertificates,
  'secondeth-client-identity': examples.clientIdentity,
  'secondeth-user-enrollment-no-proxy': examples.noProxyUnderUserEnrollment,
};
