import type { Dictionary, RuleExamples } from './rule-example.js';

const sanConfigURLs = ['ldap://mdc.lab.test:389'];
const fsnameservers = ['192.0.2.10'];
const secret = { sanAuthMethod: 'auth_secret', sharedSecret: 'shared in the lab' };
const san = (changes: Dictionary): Dictionary => ({ sanName: 'Lab', ...changes });

export const rules: RuleExamples = {
  'xsan-one-source': {
    fires: san({ ...secret, sanConfigURLs, fsnameservers }),
    quiet: san({ ...secret, sanConfigURLs }),
    at: '',
  },
  'xsan-auth-method-needed': {
    fires: san({ sanConfigURLs, sharedSecret: secret.sharedSecret }),
    quiet: san({ sanConfigURLs, ...secret }),
    at: '',
  },
  'xsan-shared-secret-needed': {
    fires: san({ fsnameservers, sanAuthMethod: 'auth_secret' }),
    quiet: san({ fsnameservers }),
    at: '',
  },
  'xsan-config-url-ldap': {
    fires: san({ ...secret, sanConfigURLs: ['https://mdc.lab.test'] }),
    quiet: san({ ...secret, sanConfigURLs: ['ldaps://mdc.lab.test'] }),
    at: '/sanConfigURLs/0',
  },
};
