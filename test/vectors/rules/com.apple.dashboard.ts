import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'dashboard-item-type': {
    fires: { whiteListEnabled: true, WhiteList: [{ Type: 'path', ID: '/Library/Widgets/Clock.wdgt' }] },
    quiet: { whiteListEnabled: true, WhiteList: [{ Type: 'bundleID', ID: 'com.example.widget.clock' }] },
    at: '/WhiteList/0/Type',
  },
};
