import type { RuleExamples } from './rule-example.js';

const person = { UserName: 'jo', FullName: 'Jo Doe', EmailAddress: 'jo@example.com' };
const identification = { PayloadIdentification: { ...person, AuthMethod: 'UserEnteredPassword' } };

export const rules: RuleExamples = {
  'ident-password-method-needs-password': {
    fires: { PayloadIdentification: { ...person, AuthMethod: 'Password' } },
    quiet: identification,
    at: '/PayloadIdentification',
  },
  'ident-device-channel-companion': {
    fires: { payloads: [identification, { PayloadType: 'com.apple.mail.managed' }] },
    quiet: { payloads: [identification, { PayloadType: 'com.apple.DirectoryService.managed' }] },
    at: '',
  },
  'ident-user-channel-companion': {
    fires: { payloads: [identification, { PayloadType: 'com.apple.DirectoryService.managed' }] },
    quiet: { payloads: [identification, { PayloadType: 'com.apple.mail.managed' }] },
    at: '',
  },
};
