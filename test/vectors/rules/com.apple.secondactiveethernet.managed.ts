import { ethernetExamples } from './ethernet-examples.js';
import type { RuleExamples } from './rule-example.js';

const examples = ethernetExamples('SecondActiveEthernet');

export const rules: RuleExamples = {
  'secondactiveeth-interface-value': examples.interfaceName,
  'secondactiveeth-setup-modes': examples.setupModes,
  'secondactiveeth-eap-inherits-wifi': examples.eapLikeWifi,
  'secondactiveeth-eap-anchor-certificates': examples.anchorCertificates,
  'secondactiveeth-client-identity': examples.clientIdentity,
  'secondactiveeth-user-enrollment-no-proxy': examples.noProxyUnderUserEnrollment,
};
