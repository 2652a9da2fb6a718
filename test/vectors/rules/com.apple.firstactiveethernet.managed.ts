import { ethernetExamples } from './ethernet-examples.js';
import type { RuleExamples } from './rule-example.js';

const examples = ethernetExamples('FirstActiveEthernet');

export const rules: RuleExamples = {
  'firstactiveethernet-interface-value': examples.interfaceName,
  'firstactiveethernet-setup-modes-value': examples.setupModes,
  'firstactiveethernet-eap-inherits-wifi': examples.eapLikeWifi,
  'firstactiveethernet-client-identity': examples.clientIdentity,
  'firstactiveethernet-no-proxy-under-user-enrollment': examples.noProxyUnderUserEnrollment,
};
