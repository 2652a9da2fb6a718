import type { DeviceContext } from '../../../src/device/device-context.js';
import type { RuleExamples } from './rule-example.js';

const proxy = { AppBundleIdentifier: 'com.example.dns' };
const provider = { ...proxy, ProviderBundleIdentifier: 'com.example.dns.extension' };
const from = (version: string): DeviceContext => ({ platforms: { iOS: { from: version } } });

export const rules: RuleExamples = {
  'dnsproxy-user-enrollment-needs-uuid': {
    fires: proxy,
    quiet: { ...proxy, DNSProxyUUID: '00000000-0000-4000-8000-00000000D115' },
    at: '',
  },
  'dnsproxy-user-enrollment-ios-16': {
    fires: proxy,
    quiet: proxy,
    quietContext: { ...from('16.0'), enrollment: 'user' },
    at: '',
  },
  'dnsproxy-unsupervised-ios-15': {
    fires: proxy,
    quiet: proxy,
    quietContext: { ...from('15.0'), supervised: false },
    at: '',
  },
  'dnsproxy-designated-requirement': {
    fires: provider,
    quiet: { ...provider, ProviderDesignatedRequirement: 'identifier "com.example.dns.extension"' },
    at: '',
  },
};
