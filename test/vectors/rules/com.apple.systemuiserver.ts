import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'media-actions-string-or-array': {
    fires: { 'logout-eject': { cd: { action: 'eject' } } },
    quiet: { 'logout-eject': { cd: 'eject' } },
    speaks: 'schema-type',
    at: '/logout-eject/cd',
  },
  'media-all-media-empty': {
    fires: { 'mount-controls': { 'all-media': 'deny' } },
    quiet: { 'mount-controls': { 'all-media': '' } },
    at: '/mount-controls/all-media',
  },
  'media-unmount-actions': {
    fires: { 'unmount-controls': { dvd: ['authenticate', 'eject'] } },
    quiet: { 'unmount-controls': { dvd: ['authenticate', 'deny'] } },
    at: '/unmount-controls/dvd',
  },
};
