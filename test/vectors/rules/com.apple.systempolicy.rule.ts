import type { RuleExamples } from './rule-example.js';

const policy = { Requirement: 'identifier "com.example.app" and anchor apple generic', Comment: 'Lab' };

export const rules: RuleExamples = {
  'system-policy-rule-system-scope': {
    fires: { payloads: [policy], profile: { PayloadScope: 'User' } },
    quiet: { payloads: [policy], profile: { PayloadScope: 'System' } },
    at: '',
  },
};
