import { pkcs12File } from '../../support/pkcs12-file.js';
import { testKey } from '../../support/test-key.js';
import { certificateFile } from './certificate-contents.js';
import type { RuleExamples } from './rule-example.js';

const password = 'opens the lab';
const certificates = [certificateFile];
const identity = {
  PayloadContent: pkcs12File({ certificates, key: testKey('p256').privateKey, password, iterations: 1 }),
  Password: password,
};
const keyless = { ...identity, PayloadContent: pkcs12File({ certificates, password, iterations: 1 }) };

export const rules: RuleExamples = {
  'pkcs12-password-in-profile': {
    fires: { payloads: [identity] },
    quiet: { payloads: [identity], isEncrypted: true },
    at: '/Password',
  },
  'pkcs12-content-one-identity': { fires: keyless, quiet: identity, at: '/PayloadContent' },
};
