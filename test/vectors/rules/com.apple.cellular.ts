import type { RuleExamples } from './rule-example.js';

const cellular = { AttachAPN: { Name: 'internet.example.com' } };
const apn = {
  PayloadType: 'com.apple.apn.managed',
  DefaultsData: { apns: [{ apn: 'internet.example.com' }] },
  DefaultsDomainName: 'com.apple.managedCarrier',
};

export const rules: RuleExamples = {
  'cellular-excludes-apn': { fires: { payloads: [cellular, apn] }, quiet: cellular, at: '' },
};
