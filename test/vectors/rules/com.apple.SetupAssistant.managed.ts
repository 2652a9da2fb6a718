import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'setup-assistant-known-skip-items': {
    fires: { SkipSetupItems: ['Siri', 'FileVault2'] },
    quiet: { SkipSetupItems: ['Siri', 'FileVault'] },
    context: { platforms: { macOS: { from: '15.0' } } },
    at: '/SkipSetupItems/1',
  },
};
