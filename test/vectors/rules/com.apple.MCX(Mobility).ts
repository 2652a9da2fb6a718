import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'mobility-never-needs-warn': {
    fires: { 'cachedaccounts.WarnOnCreate.allowNever': true },
    quiet: { 'cachedaccounts.WarnOnCreate.allowNever': true, 'com.apple.cachedaccounts.WarnOnCreate': true },
    at: '',
  },
  'mobility-expiry-minimum': {
    fires: { 'cachedaccounts.expiry.delete.disusedSeconds': -2 },
    quiet: { 'cachedaccounts.expiry.delete.disusedSeconds': -1 },
    at: '/cachedaccounts.expiry.delete.disusedSeconds',
  },
};
