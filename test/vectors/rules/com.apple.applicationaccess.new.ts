import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'parental-apps-replacements': {
    fires: { familyControlsEnabled: true, pathBlackList: ['/Applications/Games'] },
    quiet: { familyControlsEnabled: true, pathDenyList: ['/Applications/Games'] },
    at: '/pathBlackList',
  },
};
