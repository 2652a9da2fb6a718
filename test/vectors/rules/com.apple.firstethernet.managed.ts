import { ethernetExamples } from './ethernet-examples.js';
import type { RuleExamples } from './rule-example.js';

const examples = ethernetExamples('FirstEthernet');

export const rules: RuleExamples = {
  'firsteth-interface-value': examples.interfaceName,
  'firsteth-setup-modes': examples.setupModes,
  'firsteth-eap-inherits-wifi': examples.eapLikeWifi,
  'firsteth-eap-anchor-certificates': examples.anchorCertificates,
  'firsteth-client-identity': examples.clientIdentity,
  'firsteth-user-enrollment-no-proxy': examples.noProxyUnderUserEnrollment,
};
