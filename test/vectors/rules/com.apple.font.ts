import { font } from '../../unit/validation/content-files.js';
import type { RuleExamples } from './rule-example.js';

/** Begins like a collection of fonts (OpenType, "Font Collections"). */
const collection = Uint8Array.from([...Buffer.from('ttcf'), 0, 1, 0, 0, 0, 0, 0, 0]);

export const rules: RuleExamples = {
  'font-format': { fires: { Font: collection }, quiet: { Font: font('Lab', 'otf') }, at: '/Font' },
  'font-postscript-name-unique': {
    fires: { payloads: [{ Font: font('Lab-Regular') }, { Font: font('Lab-Regular', 'otf') }] },
    quiet: { payloads: [{ Font: font('Lab-Regular') }, { Font: font('Lab-Bold', 'otf') }] },
  },
};
