import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'certificate-revocation-hash-length': {
    fires: { EnabledForCerts: [{ Algorithm: 'sha256', Hash: new Uint8Array(20) }] },
    quiet: { EnabledForCerts: [{ Algorithm: 'sha256', Hash: new Uint8Array(32) }] },
    at: '/EnabledForCerts/0/Hash',
  },
};
