import { certificate, identity } from './certificate-payloads.js';
import type { RuleExamples } from './rule-example.js';

const preference = { Name: 'https://portal.lab.test', PayloadCertificateUUID: identity.PayloadUUID };

export const rules: RuleExamples = {
  'identity-preference-identity': {
    fires: { payloads: [{ ...preference, PayloadCertificateUUID: certificate.PayloadUUID }, certificate] },
    quiet: { payloads: [preference, identity] },
    at: '/PayloadCertificateUUID',
  },
  'identity-preference-user-scope': {
    fires: { payloads: [preference, identity], profile: { PayloadScope: 'System' } },
    quiet: { payloads: [preference, identity], profile: { PayloadScope: 'User' } },
    at: '',
  },
};
