import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'airplay-security-password-required': {
    fires: { SecurityType: 'PASSWORD', AccessType: 'ANY' },
    quiet: { SecurityType: 'PASSWORD', AccessType: 'ANY', Password: 'SENTINEL-password' },
    at: '',
  },
  'airplay-security-none-deprecated': {
    fires: { SecurityType: 'NONE', AccessType: 'ANY' },
    quiet: { SecurityType: 'PASSCODE_ONCE', AccessType: 'ANY' },
    at: '/SecurityType',
  },
};
