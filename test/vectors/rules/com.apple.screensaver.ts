import type { RuleExamples } from './rule-example.js';

const saver = { moduleName: 'Flurry' };
const locked = { ...saver, askForPassword: true };

export const rules: RuleExamples = {
  'screensaver-password-needs-delay': {
    fires: locked,
    quiet: { ...locked, askForPasswordDelay: 5 },
    at: '',
  },
  'screensaver-delay-needs-password': {
    fires: { ...saver, askForPassword: false, askForPasswordDelay: 5 },
    quiet: { ...locked, askForPasswordDelay: 5 },
    at: '/askForPassword',
  },
  'screensaver-delay-range': {
    fires: { ...locked, askForPasswordDelay: -1 },
    quiet: { ...locked, askForPasswordDelay: 0 },
    at: '/askForPasswordDelay',
  },
  'screensaver-idle-time-not-negative': {
    fires: { ...saver, idleTime: -1 },
    quiet: { ...saver, idleTime: 0 },
    at: '/idleTime',
  },
  'screensaver-idle-time-renamed': {
    fires: { ...saver, loginWindowIdleTime: 600 },
    quiet: { ...saver, idleTime: 600 },
    at: '/loginWindowIdleTime',
  },
};
