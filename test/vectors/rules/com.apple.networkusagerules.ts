import type { Dictionary, RuleExamples } from './rule-example.js';

const apps = (...AppIdentifierMatches: readonly string[]): Dictionary => ({
  ApplicationRules: [{ AppIdentifierMatches, AllowCellularData: false }],
});
const sims = (...ICCIDs: readonly string[]): Dictionary => ({ SIMRules: [{ ICCIDs, WiFiAssistPolicy: 3 }] });
const iccid = '8901260000000000001';

export const rules: RuleExamples = {
  'network-usage-some-rules': { fires: {}, quiet: sims(iccid), at: '' },
  'network-usage-app-identifier-wildcard': {
    fires: apps('com.example.app', 'com.example*'),
    quiet: apps('com.example.app', 'com.example.*'),
    at: '/ApplicationRules/0/AppIdentifierMatches/1',
  },
  'network-usage-iccids-present': { fires: sims(), quiet: sims(iccid), at: '/SIMRules/0/ICCIDs' },
  'network-usage-iccids-unique': {
    fires: { payloads: [sims(iccid), sims('8901260000000000002', iccid)] },
    quiet: { payloads: [sims(iccid), sims('8901260000000000002')] },
  },
};
