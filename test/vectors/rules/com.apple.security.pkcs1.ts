import { certificateFile, certificatePem } from './certificate-contents.js';
import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'pkcs1-content-is-der-certificate': {
    fires: { PayloadContent: certificatePem },
    quiet: { PayloadContent: certificateFile.der },
    at: '/PayloadContent',
  },
};
