import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'appstore-admin-install-replacement': {
    fires: { 'restrict-store-require-admin-to-install': true },
    quiet: { 'restrict-store-softwareupdate-only': true },
    at: '/restrict-store-require-admin-to-install',
  },
};
