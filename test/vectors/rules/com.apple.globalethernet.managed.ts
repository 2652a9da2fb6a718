import { ethernetExamples } from './ethernet-examples.js';
import type { RuleExamples } from './rule-example.js';

const examples = ethernetExamples('GlobalEthernet');

export const rules: RuleExamples = {
  'globalethernet-interface-value': examples.interfaceName,
  'globalethernet-setup-modes-value': examples.setupModes,
  'globalethernet-eap-inherits-wifi': examples.eapLikeWifi,
  'globalethernet-client-identity': examples.clientIdentity,
  'globalethernet-no-proxy-under-user-enrollment': examples.noProxyUnderUserEnrollment,
};
