import type { Dictionary, RuleExamples } from './rule-example.js';

const acme = (changes: Dictionary): Dictionary => ({
  DirectoryURL: 'https://acme.lab.test/directory',
  ClientIdentifier: 'lab-device',
  KeyType: 'ECSECPrimeRandom',
  KeySize: 256,
  HardwareBound: false,
  Subject: [[['CN', 'Lab device']]],
  ...changes,
});
const rsa = (changes: Dictionary): Dictionary => acme({ KeyType: 'RSA', KeySize: 2048, ...changes });
const bound = (changes: Dictionary): Dictionary => acme({ HardwareBound: true, ...changes });

export const rules: RuleExamples = {
  'acme-directory-url-https': {
    fires: acme({ DirectoryURL: 'http://acme.lab.test/directory' }),
    quiet: acme({ DirectoryURL: 'HTTPS://acme.lab.test/directory' }),
    at: '/DirectoryURL',
  },
  'acme-rsa-key-size': { fires: rsa({ KeySize: 2044 }), quiet: rsa({ KeySize: 2048 }), at: '/KeySize' },
  'acme-rsa-not-hardware-bound': {
    fires: rsa({ HardwareBound: true }),
    quiet: rsa({ HardwareBound: false }),
    at: '/HardwareBound',
  },
  'acme-ec-key-size': { fires: acme({ KeySize: 512 }), quiet: acme({ KeySize: 521 }), at: '/KeySize' },
  'acme-hardware-bound-needs-ec': {
    fires: bound({ KeyType: 'RSA' }),
    quiet: bound({ KeyType: 'ECSECPrimeRandom' }),
    at: '/KeyType',
  },
  'acme-hardware-bound-key-size': { fires: bound({ KeySize: 521 }), quiet: bound({ KeySize: 384 }), at: '/KeySize' },
  'acme-hardware-bound-macos-14': {
    fires: bound({}),
    quiet: bound({}),
    quietContext: { platforms: { macOS: { from: '14.0' } } },
    at: '/HardwareBound',
  },
  'acme-attest-needs-hardware-bound': {
    fires: acme({ Attest: true }),
    quiet: bound({ Attest: true }),
    at: '/HardwareBound',
  },
  'acme-attest-macos-14': { fires: acme({}), quiet: acme({ Attest: false }), at: '' },
  'acme-usage-flags-bits': { fires: acme({ UsageFlags: 2 }), quiet: acme({ UsageFlags: 5 }), at: '/UsageFlags' },
  'acme-eku-oid-format': {
    fires: acme({ ExtendedKeyUsage: ['clientAuth'] }),
    quiet: acme({ ExtendedKeyUsage: ['1.3.6.1.5.5.7.3.2'] }),
    at: '/ExtendedKeyUsage/0',
  },
  'acme-subject-attribute-names': {
    fires: acme({ Subject: [[['serialNumber', 'C02LAB']]] }),
    quiet: acme({ Subject: [[['O', 'Lab']], [['2.5.4.5', 'C02LAB']]] }),
    at: '/Subject/0/0/0',
  },
};
