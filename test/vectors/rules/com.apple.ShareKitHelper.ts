import type { RuleExamples } from './rule-example.js';

const service = 'com.apple.share.Mail.compose';

export const rules: RuleExamples = {
  'sharekit-denied-unused': {
    fires: { SHKAllowedShareServices: [service], SHKDeniedShareServices: ['com.apple.share.AirDrop.send'] },
    quiet: { SHKDeniedShareServices: ['com.apple.share.AirDrop.send'] },
    at: '/SHKDeniedShareServices',
  },
};
