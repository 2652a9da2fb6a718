import type { Dictionary, RuleExamples } from './rule-example.js';

const app = (BundleID: string): Dictionary => ({ Type: 'Application', BundleID });
const clip = (URL: string): Dictionary => ({ Type: 'WebClip', URL });
const folder = (...items: readonly Dictionary[]): Dictionary => ({
  Type: 'Folder',
  DisplayName: 'Lab',
  Pages: [items],
});
const page = (...items: readonly Dictionary[]): Dictionary => ({ Pages: [items] });
const dock = (...names: readonly string[]): Dictionary => ({
  Dock: names.map((name) => app(`com.apple.${name}`)),
  Pages: [],
});
const webClip = { PayloadType: 'com.apple.webClip.managed', URL: 'https://lab.test/', Label: 'Lab' };

export const rules: RuleExamples = {
  'homescreen-item-target-required': {
    fires: page(folder(app('com.example.app'), { Type: 'WebClip' })),
    quiet: page(folder(app('com.example.app'), clip('https://lab.test/'))),
    at: '/Pages/0/0/Pages/0/1',
  },
  'homescreen-folder-only-keys': {
    fires: page({ ...app('com.example.app'), DisplayName: 'Lab' }),
    quiet: page(folder(app('com.example.app'))),
    at: '/Pages/0/0/DisplayName',
  },
  'homescreen-dock-max-4-iphone': {
    fires: dock('mobilephone', 'mobilesafari', 'MobileSMS', 'mobilemail', 'Maps'),
    quiet: dock('mobilephone', 'mobilesafari', 'MobileSMS', 'mobilemail'),
    at: '/Dock',
  },
  'homescreen-webclip-ref': {
    fires: { payloads: [page(folder(clip('https://lab.test/start'))), webClip] },
    quiet: { payloads: [page(folder(clip('https://lab.test/'))), webClip] },
    at: '/Pages/0/0/Pages/0/0/URL',
  },
};
