import { certificateFile, certificatePem } from './certificate-contents.js';
import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'wapi-identity-pem-encoding': {
    fires: { PEMData: certificateFile.der },
    quiet: { PEMData: certificatePem },
    at: '/PEMData',
  },
};
