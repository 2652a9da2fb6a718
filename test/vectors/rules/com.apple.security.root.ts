import { certificateFile, keyDer } from './certificate-contents.js';
import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'root-content-is-der-certificate': {
    fires: { PayloadContent: keyDer },
    quiet: { PayloadContent: certificateFile.der },
    at: '/PayloadContent',
  },
};
