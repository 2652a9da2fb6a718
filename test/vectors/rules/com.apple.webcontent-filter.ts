import { identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExamples } from './rule-example.js';

const requirement = 'identifier "com.example.filter.extension" and anchor apple generic';
const builtIn = (changes: Dictionary): Dictionary => ({ FilterType: 'BuiltIn', ...changes });
const plugin = (changes: Dictionary): Dictionary => ({
  FilterType: 'Plugin',
  UserDefinedName: 'Lab filter',
  PluginBundleID: 'com.example.filter',
  ...changes,
});
const dataProvider = {
  FilterDataProviderBundleIdentifier: 'com.example.filter.data',
  FilterDataProviderDesignatedRequirement: requirement,
};
const parameters = {
  URLFilterControlProviderBundleIdentifier: 'com.example.filter.control',
  PIRServerURL: 'https://pir.lab.test',
  PIRPrivacyPassIssuerURL: 'https://issuer.lab.test',
  PIRAuthenticationToken: 'a token of the lab',
};
const urls = (count: number): string[] => Array.from({ length: count }, (_, index) => `https://${String(index)}.test`);
const title = { URL: 'https://lab.test', Title: 'Lab' };

export const rules: RuleExamples = {
  'wcf-macos-plugin-only': {
    fires: { UserDefinedName: 'Lab filter' },
    quiet: { UserDefinedName: 'Lab filter', FilterType: 'Plugin' },
    at: '',
  },
  'wcf-plugin-needs-name-and-bundle': {
    fires: { FilterType: 'Plugin', UserDefinedName: 'Lab filter' },
    quiet: { FilterType: 'Plugin', UserDefinedName: 'Lab filter', PluginBundleID: 'com.example.filter' },
    at: '',
  },
  'wcf-builtin-keys-with-plugin': {
    fires: plugin({ DenyListURLs: urls(1) }),
    quiet: builtIn({ DenyListURLs: urls(1) }),
    at: '/DenyListURLs',
  },
  'wcf-plugin-keys-with-builtin': {
    fires: builtIn({ ServerAddress: 'filter.lab.test' }),
    quiet: plugin({ ServerAddress: 'filter.lab.test' }),
    at: '/ServerAddress',
  },
  'wcf-permitted-urls-need-autofilter': {
    fires: builtIn({ PermittedURLs: urls(1), AutoFilterEnabled: false }),
    quiet: builtIn({ PermittedURLs: urls(1), AutoFilterEnabled: true }),
    at: '/AutoFilterEnabled',
  },
  'wcf-deny-list-max-500': {
    fires: builtIn({ DenyListURLs: urls(501) }),
    quiet: builtIn({ DenyListURLs: urls(500) }),
    at: '/DenyListURLs',
  },
  'wcf-plugin-browsers-or-sockets': {
    fires: plugin({ FilterSockets: false }),
    quiet: plugin({ FilterSockets: true }),
    at: '',
  },
  'wcf-plugin-packets-or-sockets': {
    fires: plugin({ FilterPackets: false }),
    quiet: plugin({ FilterPackets: true }),
    at: '',
  },
  'wcf-sockets-need-data-provider': {
    fires: plugin({ FilterSockets: true, FilterDataProviderBundleIdentifier: 'com.example.filter.data' }),
    quiet: plugin({ FilterSockets: true, ...dataProvider }),
    at: '',
  },
  'wcf-sockets-need-data-provider-ios': {
    fires: plugin({ FilterSockets: true }),
    quiet: plugin({ FilterSockets: true, FilterDataProviderBundleIdentifier: 'com.example.filter.data' }),
    at: '',
  },
  'wcf-packets-need-packet-provider': {
    fires: plugin({ FilterPackets: true, FilterPacketProviderDesignatedRequirement: requirement }),
    quiet: plugin({
      FilterPackets: true,
      FilterPacketProviderBundleIdentifier: 'com.example.filter.packet',
      FilterPacketProviderDesignatedRequirement: requirement,
    }),
    at: '',
  },
  'wcf-filter-urls-needs-parameters': {
    fires: plugin({ FilterURLs: true }),
    quiet: plugin({ FilterURLs: true, URLFilterParameters: parameters }),
    at: '',
  },
  'wcf-url-filter-macos-requirement': {
    fires: plugin({ FilterURLs: true, URLFilterParameters: parameters }),
    quiet: plugin({
      FilterURLs: true,
      URLFilterParameters: { ...parameters, URLFilterControlProviderDesignatedRequirement: requirement },
    }),
    at: '/URLFilterParameters',
  },
  'wcf-unsupervised-needs-uuid': {
    fires: plugin({ FilterBrowsers: true }),
    quiet: plugin({ FilterBrowsers: true, ContentFilterUUID: 'lab-filter' }),
    at: '',
  },
  'wcf-user-enrollment-needs-uuid': {
    fires: plugin({ FilterBrowsers: true }),
    quiet: plugin({ FilterBrowsers: true, ContentFilterUUID: 'lab-filter' }),
    at: '',
  },
  'wcf-supervised-before-ios-16': {
    fires: builtIn({ AutoFilterEnabled: true }),
    quiet: builtIn({ AutoFilterEnabled: true }),
    context: { supervised: false, platforms: { iOS: { from: '15.0' } } },
    quietContext: { supervised: true, platforms: { iOS: { from: '15.0' } } },
    at: '',
  },
  'wcf-replacements': {
    fires: builtIn({ WhitelistedBookmarks: [title] }),
    quiet: builtIn({ AllowListBookmarks: [title] }),
    at: '/WhitelistedBookmarks',
  },
  'wcf-identity-ref': {
    fires: { payloads: [plugin({ PayloadCertificateUUID: root.PayloadUUID }), root] },
    quiet: { payloads: [plugin({ PayloadCertificateUUID: identity.PayloadUUID }), identity] },
    at: '/PayloadCertificateUUID',
  },
};
