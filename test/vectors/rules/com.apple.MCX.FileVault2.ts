import { certificate, identity } from './certificate-payloads.js';
import type { RuleExamples } from './rule-example.js';

const on = { Enable: 'On', Defer: true };

export const rules: RuleExamples = {
  'fv-on-by-mdm-needs-auth-or-defer': {
    fires: { Enable: 'On', Username: 'admin' },
    quiet: { Enable: 'On', Username: 'admin', Password: 'SENTINEL-password' },
    at: '',
  },
  'fv-use-keychain-without-certificate': {
    fires: { ...on, UseKeychain: true, Certificate: new Uint8Array(8) },
    quiet: { ...on, UseKeychain: false, Certificate: new Uint8Array(8) },
    at: '/Certificate',
  },
  'fv-recovery-certificate-ref': {
    fires: { payloads: [{ ...on, PayloadCertificateUUID: identity.PayloadUUID }, identity] },
    quiet: { payloads: [{ ...on, PayloadCertificateUUID: certificate.PayloadUUID }, certificate] },
    at: '/PayloadCertificateUUID',
  },
};
