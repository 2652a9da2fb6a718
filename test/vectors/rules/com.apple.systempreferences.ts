import type { RuleExamples } from './rule-example.js';

const panes = (...DisabledPreferencePanes: string[]): { readonly DisabledPreferencePanes: readonly string[] } => ({
  DisabledPreferencePanes,
});
const settings = { DisabledSystemSettings: ['com.apple.Network-Settings.extension'] };

export const rules: RuleExamples = {
  'sysprefs-disabled-settings-win': {
    fires: { ...settings, EnabledPreferencePanes: ['com.apple.preference.sound'] },
    quiet: settings,
    at: '/EnabledPreferencePanes',
  },
  'sysprefs-pane-lists-replacement': {
    fires: panes('com.apple.preference.network'),
    quiet: settings,
    at: '/DisabledPreferencePanes',
  },
  'sysprefs-panes-gone-10-14': {
    fires: panes('com.apple.preference.sound', 'com.apple.preferences.appstore'),
    quiet: panes('com.apple.preference.sound', 'com.apple.preferences.softwareupdate'),
    at: '/DisabledPreferencePanes/1',
  },
  'sysprefs-panes-gone-10-15': {
    fires: { EnabledPreferencePanes: ['com.apple.preferences.icloud'] },
    quiet: { EnabledPreferencePanes: ['com.apple.preferences.AppleIDPrefPane'] },
    at: '/EnabledPreferencePanes/0',
  },
};
