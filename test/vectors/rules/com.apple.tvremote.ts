import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'tvremote-remote-mac-format': {
    fires: { AllowedRemotes: [{ RemoteDeviceID: '00-00-5E-00-53-01' }] },
    quiet: { AllowedRemotes: [{ RemoteDeviceID: '00:00:5E:00:53:01' }] },
    at: '/AllowedRemotes/0/RemoteDeviceID',
  },
  'tvremote-tv-mac-format': {
    fires: { AllowedTVs: [{ TVDeviceID: '00:00:5e:00:53:01' }, { TVDeviceID: '00:00:5e:00:53' }] },
    quiet: { AllowedTVs: [{ TVDeviceID: '00:00:5e:00:53:01' }, { TVDeviceID: '00:00:5e:00:53:02' }] },
    at: '/AllowedTVs/1/TVDeviceID',
  },
};
