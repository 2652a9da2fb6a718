import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'gatekeeper-developers-needs-assessment': {
    fires: { AllowIdentifiedDevelopers: true, EnableAssessment: false },
    quiet: { AllowIdentifiedDevelopers: true, EnableAssessment: true },
    at: '/EnableAssessment',
  },
};
