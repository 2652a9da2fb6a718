import type { RuleExamples, WholeProfile } from './rule-example.js';

const profile = (keys: NonNullable<WholeProfile['profile']>): WholeProfile => ({ payloads: [], profile: keys });

export const rules: RuleExamples = {
  'toplevel-content-or-encrypted-content': {
    fires: profile({ EncryptedPayloadContent: new Uint8Array(8) }),
    quiet: profile({}),
  },
  'toplevel-consent-text-default': {
    fires: profile({ ConsentText: { en: 'Text' } }),
    quiet: profile({ ConsentText: { default: 'Text', en: 'Text' } }),
  },
  'toplevel-target-device-type-macos': {
    fires: profile({ TargetDeviceType: 1 }),
    quiet: profile({ TargetDeviceType: 5 }),
  },
  'toplevel-removal-disallowed-mdm-macos': {
    fires: profile({ PayloadRemovalDisallowed: true }),
    quiet: profile({ PayloadRemovalDisallowed: true }),
    quietContext: { install: 'manual', platforms: { macOS: { from: '10.15' } } },
  },
  'toplevel-payload-enabled': {
    fires: profile({ PayloadEnabled: 'yes' }),
    quiet: profile({ PayloadEnabled: true }),
    speaks: 'schema-type',
  },
  'toplevel-is-encrypted': {
    fires: profile({ IsEncrypted: 'yes' }),
    quiet: profile({ IsEncrypted: true }),
    speaks: 'schema-type',
  },
  'toplevel-identifier-reverse-dns': {
    fires: profile({ PayloadIdentifier: 'wifi' }),
    quiet: profile({ PayloadIdentifier: 'com.example.wifi' }),
  },
  'toplevel-consent-text-is-language-map': {
    fires: profile({ ConsentText: { default: 'Text', 'English (UK)': 'Text' } }),
    quiet: profile({ ConsentText: { default: 'Text', 'en-GB': 'Text' } }),
  },
  'toplevel-target-device-type-ios': {
    fires: profile({ TargetDeviceType: 5 }),
    quiet: profile({ TargetDeviceType: 1 }),
  },
  'toplevel-target-device-type-watchos': {
    fires: profile({ TargetDeviceType: 1 }),
    quiet: profile({ TargetDeviceType: 2 }),
  },
  'toplevel-target-device-type-tvos': {
    fires: profile({ TargetDeviceType: 1 }),
    quiet: profile({ TargetDeviceType: 4 }),
  },
  'toplevel-target-device-type-visionos': {
    fires: profile({ TargetDeviceType: 1 }),
    quiet: profile({ TargetDeviceType: 6 }),
  },
};
