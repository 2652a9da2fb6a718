import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'lock-screen-message-replacement': {
    fires: { IfLostReturnToMessage: 'Return to the lab' },
    quiet: { LockScreenFootnote: 'Return to the lab' },
    at: '/IfLostReturnToMessage',
  },
};
