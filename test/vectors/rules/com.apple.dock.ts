import type { RuleExamples } from './rule-example.js';

const apps = [{ 'tile-type': 'file-tile', 'tile-data': { label: 'Mail', 'file-type': 1 } }];

export const rules: RuleExamples = {
  'dock-fixup-device-channel': {
    fires: { AllowDockFixupOverride: true },
    quiet: { AllowDockFixupOverride: true },
    quietContext: { platforms: { macOS: { from: '10.12' } }, channel: 'device' },
    at: '/AllowDockFixupOverride',
  },
  'dock-static-only-ignores-persistent': {
    fires: { 'static-only': true, 'persistent-apps': apps },
    quiet: { 'static-only': false, 'persistent-apps': apps },
    at: '/persistent-apps',
  },
};
