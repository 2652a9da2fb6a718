import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'guest-account-disable-without-effect': {
    fires: { EnableGuestAccount: true, DisableGuestAccount: true },
    quiet: { EnableGuestAccount: false, DisableGuestAccount: true },
    at: '/DisableGuestAccount',
  },
};
