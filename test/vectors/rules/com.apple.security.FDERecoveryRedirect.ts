import { certificate, root } from './certificate-payloads.js';
import type { RuleExamples } from './rule-example.js';

const redirect = { RedirectURL: 'https://fde.lab.test/key', EncryptCertPayloadUUID: certificate.PayloadUUID };
const sierra = { platforms: { macOS: { from: '10.12', to: '10.12.6' } } };

export const rules: RuleExamples = {
  'fde-redirect-url-https': {
    fires: { ...redirect, RedirectURL: 'http://fde.lab.test/key' },
    quiet: redirect,
    at: '/RedirectURL',
  },
  'fde-redirect-encrypt-cert-ref': {
    fires: { payloads: [{ ...redirect, EncryptCertPayloadUUID: root.PayloadUUID }, root] },
    quiet: { payloads: [redirect, certificate] },
    at: '/EncryptCertPayloadUUID',
  },
  'fde-redirect-system-scope': {
    fires: { payloads: [redirect, certificate], profile: { PayloadScope: 'User' } },
    quiet: { payloads: [redirect, certificate], profile: { PayloadScope: 'System' } },
    at: '',
  },
  'fde-redirect-one-per-machine': {
    fires: { payloads: [redirect, { ...redirect, RedirectURL: 'https://fde.example.com/key' }, certificate] },
    quiet: { payloads: [redirect, certificate] },
  },
  'fde-redirect-replacement': { fires: redirect, quiet: redirect, quietContext: sierra, at: '' },
  'fde-redirect-ignored-since-10-13': { fires: redirect, quiet: redirect, quietContext: sierra, at: '' },
};
