import type { RuleExamples } from './rule-example.js';

const computer = { CertServer: 'ca.lab.test', CertTemplate: 'Machine', Description: 'Lab computer' };
const user = { ...computer, CertTemplate: 'User', Description: 'Lab user' };
const prompt = {
  fires: { ...computer, PromptForCredentials: true },
  quiet: { ...computer, PromptForCredentials: false },
  at: '/PromptForCredentials',
};

export const rules: RuleExamples = {
  'adcertificate-acquisition-mechanism': {
    fires: { ...computer, CertificateAcquisitionMechanism: 'DCOM' },
    quiet: { ...computer, CertificateAcquisitionMechanism: 'RPC' },
    at: '/CertificateAcquisitionMechanism',
  },
  'adcertificate-no-prompt-device-channel': prompt,
  'adcertificate-no-prompt-mdm-install': prompt,
  'adcertificate-auto-renewal-device-only': {
    fires: { ...user, EnableAutoRenewal: true },
    quiet: { ...user, EnableAutoRenewal: false },
    at: '/EnableAutoRenewal',
  },
};
