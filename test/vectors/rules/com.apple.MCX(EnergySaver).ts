import type { Dictionary, RuleExamples } from './rule-example.js';

const powerOn = (times: Dictionary): Dictionary => ({
  'com.apple.EnergySaver.desktop.Schedule': { RepeatingPowerOn: { eventtype: 'wakepoweron', ...times } },
});
const at = '/com.apple.EnergySaver.desktop.Schedule/RepeatingPowerOn';

export const rules: RuleExamples = {
  'energysaver-weekday-bits': {
    fires: powerOn({ weekdays: 128, time: 480 }),
    quiet: powerOn({ weekdays: 127, time: 480 }),
    at: `${at}/weekdays`,
  },
  'energysaver-time-of-day': {
    fires: powerOn({ weekdays: 31, time: 1440 }),
    quiet: powerOn({ weekdays: 31, time: 1439 }),
    at: `${at}/time`,
  },
};
