import { certificate, identity } from './certificate-payloads.js';
import type { RuleExamples } from './rule-example.js';

const escrow = { Location: 'Lab help desk', EncryptCertPayloadUUID: certificate.PayloadUUID };

export const rules: RuleExamples = {
  'fde-escrow-encryption-certificate': {
    fires: { payloads: [{ ...escrow, EncryptCertPayloadUUID: identity.PayloadUUID }, identity] },
    quiet: { payloads: [escrow, certificate] },
    at: '/EncryptCertPayloadUUID',
  },
  'fde-escrow-system-scope': {
    fires: { payloads: [escrow, certificate], profile: { PayloadScope: 'User' } },
    quiet: { payloads: [escrow, certificate], profile: { PayloadScope: 'System' } },
    at: '',
  },
  'fde-escrow-one-per-machine': {
    fires: { payloads: [escrow, { ...escrow, Location: 'Lab safe' }, certificate] },
    quiet: { payloads: [escrow, certificate] },
  },
};
