import type { Dictionary, RuleExamples } from './rule-example.js';

const curfew = { enabled: true, rangeType: 1, start: '21:30:00', end: '07:00:00' };
const weekends = (changes: Dictionary): Dictionary => ({
  familyControlsEnabled: true,
  'time-limits': { 'weekend-curfew': { ...curfew, ...changes } },
});

export const rules: RuleExamples = {
  'time-limits-time-format': {
    fires: weekends({ end: '07:00' }),
    quiet: weekends({ end: '07:00:00' }),
    at: '/time-limits/weekend-curfew/end',
  },
  'time-limits-range-type-matches-name': {
    fires: weekends({ rangeType: 0 }),
    quiet: weekends({ rangeType: 1 }),
    at: '/time-limits/weekend-curfew/rangeType',
  },
};
