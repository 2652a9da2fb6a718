import { certificateAndKeyPem, certificatePem } from './certificate-contents.js';
import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'pem-content-no-private-key': {
    fires: { PayloadContent: certificateAndKeyPem },
    quiet: { PayloadContent: certificatePem },
    at: '/PayloadContent',
  },
};
