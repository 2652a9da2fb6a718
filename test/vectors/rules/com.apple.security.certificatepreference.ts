import { certificate } from './certificate-payloads.js';
import type { RuleExamples } from './rule-example.js';

const preference = { Name: 'mail@example.com', PayloadCertificateUUID: certificate.PayloadUUID };

export const rules: RuleExamples = {
  'certpref-certificate-ref': {
    fires: { payloads: [preference] },
    quiet: { payloads: [preference, certificate] },
    at: '/PayloadCertificateUUID',
  },
  'certpref-user-profile-only': {
    fires: { payloads: [preference, certificate], profile: { PayloadScope: 'System' } },
    quiet: { payloads: [preference, certificate], profile: { PayloadScope: 'User' } },
    at: '',
  },
};
