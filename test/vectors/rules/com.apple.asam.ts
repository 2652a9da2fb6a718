import type { Dictionary, RuleExamples } from './rule-example.js';

const app = (BundleIdentifier: string, TeamIdentifier: string): Dictionary => ({ BundleIdentifier, TeamIdentifier });
const first = app('com.example.app', 'ABCDE12345');

export const rules: RuleExamples = {
  'asam-bundle-one-team': {
    fires: { AllowedApplications: [first, app('com.example.app', 'FGHIJ67890')] },
    quiet: { AllowedApplications: [first, app('com.example.other', 'FGHIJ67890')] },
    at: '/AllowedApplications/1/TeamIdentifier',
  },
};
