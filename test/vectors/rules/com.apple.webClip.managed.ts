import { png } from '../../unit/validation/content-files.js';
import type { RuleExamples } from './rule-example.js';

const clip = { URL: 'https://portal.lab.test', Label: 'Lab' };

export const rules: RuleExamples = {
  'webclip-ignore-manifest-scope-needs-full-screen': {
    fires: { ...clip, IgnoreManifestScope: true },
    quiet: { ...clip, IgnoreManifestScope: true, FullScreen: true },
    at: '',
  },
  'webclip-icon-image': {
    fires: { ...clip, Icon: png(512, 512) },
    quiet: { ...clip, Icon: png(400, 400) },
    at: '/Icon',
  },
};
