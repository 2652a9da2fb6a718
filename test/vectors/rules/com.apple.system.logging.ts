import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'system-logging-private-data-key': {
    fires: { System: { 'Enable-Private-Data': true, 'Enable-Logging': true } },
    quiet: { System: { 'Enable-Private-Data': true } },
    at: '/System/Enable-Logging',
  },
};
