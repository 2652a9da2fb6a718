import type { RuleExamples } from './rule-example.js';

export const rules: RuleExamples = {
  'ct-hash-is-sha256': {
    fires: { DisabledForCerts: [{ Algorithm: 'sha256', Hash: new Uint8Array(64) }] },
    quiet: { DisabledForCerts: [{ Algorithm: 'sha256', Hash: new Uint8Array(32) }] },
    at: '/DisabledForCerts/0/Hash',
  },
  'ct-domain-no-wildcard': {
    fires: { DisabledForDomains: ['*.lab.test'] },
    quiet: { DisabledForDomains: ['.lab.test'] },
    at: '/DisabledForDomains/0',
  },
  'ct-domain-dot-not-tld': {
    fires: { DisabledForDomains: ['lab.test', '.test'] },
    quiet: { DisabledForDomains: ['lab.test', '.lab.test'] },
    at: '/DisabledForDomains/1',
  },
};
