import { real } from '../../../src/plist/value.js';
import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'global-autologout-range': {
    fires: { 'com.apple.autologout.AutoLogOutDelay': real(60) },
    quiet: { 'com.apple.autologout.AutoLogOutDelay': real(300) },
    at: '/com.apple.autologout.AutoLogOutDelay',
  },
};
