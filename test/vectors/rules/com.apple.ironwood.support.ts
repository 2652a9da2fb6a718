import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'ironwood-replacement': {
    fires: { 'Ironwood Allowed': false },
    quiet: { payloads: [{ PayloadType: 'com.apple.applicationaccess', allowDictation: false }] },
    at: '/Ironwood Allowed',
  },
};
