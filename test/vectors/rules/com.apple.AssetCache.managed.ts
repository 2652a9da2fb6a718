import type { Dictionary, RuleExamples } from './rule-example.js';

const range = (first: string, last: string, more: Dictionary = {}): Dictionary => ({ first, last, ...more });
const lab = range('192.0.2.1', '192.0.2.254');

export const rules: RuleExamples = {
  'assetcache-personal-or-shared': {
    fires: { AllowPersonalCaching: false, AllowSharedCaching: false },
    quiet: { AllowPersonalCaching: false },
    at: '',
  },
  'assetcache-data-path-suffix': {
    fires: { DataPath: '/Volumes/Cache/Data' },
    quiet: { DataPath: '/Volumes/Cache/Library/Application Support/Apple/AssetCache/Data' },
    at: '/DataPath',
  },
  'assetcache-deny-overrides-tethered': {
    fires: { DenyTetheredCaching: true, AutoEnableTetheredCaching: true },
    quiet: { DenyTetheredCaching: false, AutoEnableTetheredCaching: true },
    at: '/AutoEnableTetheredCaching',
  },
  'assetcache-listen-ranges-ignored': {
    fires: { ListenRanges: [lab] },
    quiet: { ListenRanges: [lab], LocalSubnetsOnly: false },
    at: '',
  },
  'assetcache-peer-ranges-overridden': {
    fires: { PeerFilterRanges: [lab], PeerLocalSubnetsOnly: true },
    quiet: { PeerFilterRanges: [lab], PeerLocalSubnetsOnly: false },
    at: '/PeerLocalSubnetsOnly',
  },
  'assetcache-parents-are-ips': {
    fires: { Parents: ['192.0.2.10', 'cache.lab.test'] },
    quiet: { Parents: ['192.0.2.10', '2001:db8::10'] },
    at: '/Parents/1',
  },
  'assetcache-range-addresses': {
    fires: { PublicRanges: [range('2001:db8::1', '2001:db8::ff')] },
    quiet: { PublicRanges: [range('2001:db8::1', '2001:db8::ff', { type: 'IPv6' })] },
    at: '/PublicRanges/0',
  },
  'assetcache-auto-activation-blocked': {
    fires: {
      payloads: [{ AutoActivation: true }, { PayloadType: 'com.apple.applicationaccess', allowContentCaching: false }],
    },
    quiet: {
      payloads: [{ AutoActivation: true }, { PayloadType: 'com.apple.applicationaccess', allowContentCaching: true }],
    },
    at: '',
  },
};
