import type { RuleExamples } from './rule-example.js';

const apn = {
  DefaultsData: { apns: [{ apn: 'internet.example.com' }] },
  DefaultsDomainName: 'com.apple.managedCarrier',
};

export const rules: RuleExamples = {
  'apn-excludes-cellular': {
    fires: { payloads: [apn, { PayloadType: 'com.apple.cellular', AttachAPN: { Name: 'internet.example.com' } }] },
    quiet: apn,
    at: '',
  },
  'apn-replacement': {
    fires: apn,
    quiet: apn,
    quietContext: { platforms: { iOS: { from: '5.0', to: '6' } } },
    at: '',
  },
};
