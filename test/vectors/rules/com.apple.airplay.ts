import type { RuleExamples } from './rule-example.js';

const Password = 'SENTINEL-password';

export const rules: RuleExamples = {
  'airplay-password-needs-device-name-on-ios': {
    fires: { Passwords: [{ Password, DeviceID: '00:00:5E:00:53:01' }] },
    quiet: { Passwords: [{ Password, DeviceName: 'Lobby' }] },
    at: '/Passwords/0',
  },
  'airplay-one-payload-on-ios': {
    fires: { payloads: [{ AllowList: [{ DeviceName: 'Lobby' }] }, { AllowList: [{ DeviceName: 'Library' }] }] },
    quiet: { AllowList: [{ DeviceName: 'Lobby' }, { DeviceName: 'Library' }] },
  },
  'airplay-allow-list-device-ids-unique': {
    fires: { AllowList: [{ DeviceID: '00:00:5E:00:53:AF' }, { DeviceID: '00:00:5e:00:53:af' }] },
    quiet: { AllowList: [{ DeviceID: '00:00:5E:00:53:AF' }, { DeviceID: '00:00:5E:00:53:AE' }] },
    at: '/AllowList/1/DeviceID',
  },
  'airplay-password-device-names-unique': {
    fires: {
      Passwords: [
        { DeviceName: 'Lobby', Password },
        { DeviceName: 'Lobby', Password },
      ],
    },
    quiet: {
      Passwords: [
        { DeviceName: 'Lobby', Password },
        { DeviceName: 'lobby', Password },
      ],
    },
    at: '/Passwords/1/DeviceName',
  },
  'airplay-password-device-ids-unique': {
    fires: {
      payloads: [
        { Passwords: [{ DeviceID: '00:00:5E:00:53:AF', Password }] },
        { Passwords: [{ DeviceID: '00:00:5e:00:53:af', Password }] },
      ],
    },
    quiet: {
      payloads: [
        { Passwords: [{ DeviceID: '00:00:5E:00:53:AF', Password }] },
        { Passwords: [{ DeviceID: '00:00:5E:00:53:AE', Password }] },
      ],
    },
  },
  'airplay-replacements': {
    fires: { Whitelist: [{ DeviceName: 'Lobby' }] },
    quiet: { AllowList: [{ DeviceName: 'Lobby' }] },
    at: '/Whitelist',
  },
};
