import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'time-server-single': {
    fires: { timeServer: 'time.lab.test,time2.lab.test' },
    quiet: { timeServer: 'time.lab.test' },
    at: '/timeServer',
  },
  'time-zone-path': {
    fires: { timeZone: '/usr/share/zoneinfo/Europe/Paris' },
    quiet: { timeZone: 'Europe/Paris' },
    at: '/timeZone',
  },
};
