import type { Dictionary, RuleExamples } from './rule-example.js';

const scep = (changes: Dictionary): Dictionary => ({
  PayloadContent: { URL: 'https://scep.lab.test/enroll', Subject: [[['CN', 'Lab device']]], ...changes },
});

export const rules: RuleExamples = {
  'scep-key-type-rsa': {
    fires: scep({ 'Key Type': 'EC' }),
    quiet: scep({ 'Key Type': 'RSA' }),
    at: '/PayloadContent/Key Type',
  },
  'scep-key-usage-bits': {
    fires: scep({ 'Key Usage': 2 }),
    quiet: scep({ 'Key Usage': 5 }),
    at: '/PayloadContent/Key Usage',
  },
  'scep-subject-shape': {
    fires: scep({ Subject: [[['CN', 'Lab', 'device']]] }),
    quiet: scep({ Subject: [[['CN', 'Lab device']]] }),
    at: '/PayloadContent/Subject/0/0',
  },
  'scep-subject-attribute-names': {
    fires: scep({ Subject: [[['E', 'lab@example.com']]] }),
    quiet: scep({ Subject: [[['1.2.840.113549.1.9.1', 'lab@example.com']]] }),
    at: '/PayloadContent/Subject/0/0/0',
  },
  'scep-subject-alt-name-string-or-array': {
    fires: scep({ SubjectAltName: { ntPrincipalName: ['lab@example.com', 'lab@lab.test'] } }),
    quiet: scep({ SubjectAltName: { rfc822Name: ['lab@example.com', 'lab@lab.test'] } }),
    speaks: 'schema-type',
    at: '/PayloadContent/SubjectAltName/ntPrincipalName',
  },
};
