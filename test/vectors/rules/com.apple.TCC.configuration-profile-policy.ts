import type { Dictionary, RuleExamples } from './rule-example.js';

const app = {
  Identifier: 'com.example.app',
  IdentifierType: 'bundleID',
  CodeRequirement: 'identifier "com.example.app"',
};
const receiver = {
  AEReceiverIdentifier: 'com.apple.finder',
  AEReceiverIdentifierType: 'bundleID',
  AEReceiverCodeRequirement: 'identifier "com.apple.finder" and anchor apple',
};
const tcc = (service: string, entry: Dictionary): Dictionary => ({ Services: { [service]: [{ ...app, ...entry }] } });

export const rules: RuleExamples = {
  'tcc-known-services-only': {
    fires: tcc('Contacts', { Allowed: true }),
    quiet: tcc('AddressBook', { Allowed: true }),
    at: '/Services/Contacts',
  },
  'tcc-allowed-or-authorization': {
    fires: tcc('Calendar', { Allowed: true, Authorization: 'Allow' }),
    quiet: tcc('Calendar', { Authorization: 'Allow' }),
    at: '/Services/Calendar/0',
  },
  'tcc-standard-user-authorization-services': {
    fires: tcc('Camera', { Authorization: 'AllowStandardUserToSetSystemService' }),
    quiet: tcc('ScreenCapture', { Authorization: 'AllowStandardUserToSetSystemService' }),
    at: '/Services/Camera/0/Authorization',
  },
  'tcc-apple-events-needs-receiver': {
    fires: tcc('AppleEvents', { Allowed: true, AEReceiverIdentifier: 'com.apple.finder' }),
    quiet: tcc('AppleEvents', { Allowed: true, ...receiver }),
    at: '/Services/AppleEvents/0',
  },
  'tcc-receiver-only-for-apple-events': {
    fires: tcc('Calendar', { Allowed: true, ...receiver }),
    quiet: tcc('AppleEvents', { Allowed: true, ...receiver }),
    at: '/Services/Calendar/0/AEReceiverCodeRequirement',
  },
  'tcc-deny-only-services': {
    fires: tcc('Microphone', { Authorization: 'Allow' }),
    quiet: tcc('Microphone', { Authorization: 'Deny' }),
    at: '/Services/Microphone/0/Authorization',
  },
  'tcc-accessibility-grant-deprecated': {
    fires: tcc('Accessibility', { Allowed: true }),
    quiet: tcc('Accessibility', { Allowed: false }),
    context: { platforms: { macOS: { from: '26.2', to: '26' } } },
    at: '/Services/Accessibility/0/Allowed',
  },
  'tcc-accessibility-grant-removed': {
    fires: tcc('Accessibility', { Authorization: 'Allow' }),
    quiet: tcc('Accessibility', { Authorization: 'Deny' }),
    at: '/Services/Accessibility/0/Authorization',
  },
  'tcc-path-identifier-is-path': {
    fires: tcc('SystemPolicyAllFiles', { IdentifierType: 'path', Allowed: true }),
    quiet: tcc('SystemPolicyAllFiles', { IdentifierType: 'path', Identifier: '/usr/local/bin/backup', Allowed: true }),
    at: '/Services/SystemPolicyAllFiles/0/Identifier',
  },
  'tcc-replacements': {
    fires: tcc('SpeechRecognition', { Allowed: true }),
    quiet: tcc('AddressBook', { Allowed: true }),
    at: '/Services/SpeechRecognition',
  },
};
