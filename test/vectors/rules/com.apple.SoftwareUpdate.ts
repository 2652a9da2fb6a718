import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'software-update-catalog-unsupported': {
    fires: { CatalogURL: 'https://updates.lab.test/index.sucatalog' },
    quiet: { CatalogURL: 'https://updates.lab.test/index.sucatalog' },
    quietContext: { platforms: { macOS: { from: '10.13', to: '10.15' } } },
    at: '/CatalogURL',
  },
  'software-update-replacement': {
    fires: { AutomaticDownload: true },
    quiet: { AutomaticDownload: true },
    // macOS 27 has the payload no more, which is then told in place of the rule.
    context: { platforms: { macOS: { from: '26.0', to: '26' } } },
    quietContext: { platforms: { macOS: { from: '14.0', to: '15' } } },
    at: '',
  },
};
