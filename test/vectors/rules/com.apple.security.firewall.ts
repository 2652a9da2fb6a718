import type { RuleExamples } from './rule-example.js';

const firewall = { EnableFirewall: true };

export const rules: RuleExamples = {
  'firewall-system-scope': {
    fires: { payloads: [firewall], profile: { PayloadScope: 'User' } },
    quiet: { payloads: [firewall], profile: { PayloadScope: 'System' } },
    at: '',
  },
};
