import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'desktop-replacement': {
    fires: { locked: true, 'override-picture-path': '/Library/Desktop Pictures/Lab.heic' },
    quiet: { 'override-picture-path': '/Library/Desktop Pictures/Lab.heic' },
    at: '/locked',
  },
};
