import type { Dictionary, RuleExamples } from './rule-example.js';

const regex = (passwordContentRegex: string, passwordContentDescription: Dictionary = {}): Dictionary => ({
  customRegex: { passwordContentRegex, passwordContentDescription },
});

export const rules: RuleExamples = {
  'passcode-login-reset-needs-max-failed-attempts': {
    fires: { minutesUntilFailedLoginReset: 10 },
    quiet: { minutesUntilFailedLoginReset: 10, maxFailedAttempts: 6 },
    at: '',
  },
  'passcode-max-inactivity-macos': {
    fires: { maxInactivity: 61 },
    quiet: { maxInactivity: 60 },
    at: '/maxInactivity',
  },
  'passcode-regex-length': {
    fires: regex('.'.repeat(2049)),
    quiet: regex('.'.repeat(2048)),
    at: '/customRegex/passwordContentRegex',
  },
  'passcode-regex-description-languages': {
    fires: regex('^(?=.*[0-9]).*$', { default: 'One digit.', 'British English': 'One digit.' }),
    quiet: regex('^(?=.*[0-9]).*$', { default: 'One digit.', 'en-GB': 'One digit.' }),
    at: '/customRegex/passwordContentDescription/British English',
  },
  'passcode-change-at-next-auth-device-wide': {
    fires: { changeAtNextAuth: true },
    quiet: { changeAtNextAuth: true },
    quietContext: { channel: 'user', platforms: { macOS: { from: '10.13' } } },
    at: '/changeAtNextAuth',
  },
  'passcode-user-enrollment-fixed-policy': {
    fires: { forcePIN: true, allowSimple: false, minLength: 8 },
    quiet: { forcePIN: true, allowSimple: false, minLength: 6 },
    at: '/minLength',
  },
};
