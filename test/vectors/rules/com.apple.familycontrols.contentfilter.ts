import type { RuleExamples } from './rule-example.js';

const filter = { restrictWeb: true, useContentFilter: true };
const site = (address: string): readonly [{ readonly address: string; readonly pageTitle: string }] => [
  { address, pageTitle: 'Lab' },
];

export const rules: RuleExamples = {
  'familyfilter-allow-list-needed': {
    fires: { restrictWeb: true, allowListEnabled: true },
    quiet: { restrictWeb: true, allowListEnabled: true, siteAllowList: site('https://lab.test') },
    at: '',
  },
  'familyfilter-whitelist-needed': {
    fires: { restrictWeb: true, whitelistEnabled: true },
    quiet: { restrictWeb: true, whitelistEnabled: true, siteWhitelist: site('https://lab.test') },
    at: '',
  },
  'familyfilter-replacements': {
    fires: { ...filter, filterBlacklist: ['https://www.example.com'] },
    quiet: { ...filter, filterDenyList: ['https://www.example.com'] },
    at: '/filterBlacklist',
  },
  'familyfilter-site-address-scheme': {
    fires: { restrictWeb: true, allowListEnabled: true, siteAllowList: site('lab.test') },
    quiet: { restrictWeb: true, allowListEnabled: true, siteAllowList: site('http://lab.test') },
    at: '/siteAllowList/0/address',
  },
  'familyfilter-url-lists-need-filter': {
    fires: { restrictWeb: true, filterDenyList: ['https://www.example.com'] },
    quiet: { ...filter, filterDenyList: ['https://www.example.com'] },
    at: '',
  },
};
