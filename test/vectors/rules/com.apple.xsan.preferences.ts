import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'xsan-prefer-vs-deny-dlc': {
    fires: { preferDLC: ['Media', 'Archive'], denyDLC: ['Archive'] },
    quiet: { preferDLC: ['Media'], denyDLC: ['Archive'] },
    at: '/preferDLC/1',
  },
  'xsan-deny-mount-unused': {
    fires: { onlyMount: ['Media'], denyMount: ['Archive'] },
    quiet: { denyMount: ['Archive'] },
    at: '/denyMount',
  },
};
