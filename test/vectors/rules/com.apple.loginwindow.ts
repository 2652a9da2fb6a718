import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'loginwindow-admin-host-info-any-value': {
    fires: { AdminHostInfo: 'DSStatus' },
    quiet: { AdminHostInfo: 'DSStatus' },
    context: { platforms: { macOS: { from: '10.9' } } },
    quietContext: { platforms: { macOS: { from: '10.10' } } },
    speaks: 'schema-enum',
    at: '/AdminHostInfo',
  },
  'loginwindow-autologin-password-needs-user': {
    fires: { AutologinPassword: 'password' },
    quiet: { AutologinPassword: 'password', AutologinUsername: 'kiosk' },
    at: '',
  },
};
