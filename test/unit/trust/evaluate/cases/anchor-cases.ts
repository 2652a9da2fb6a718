import type { CertificateOptions } from '../../../../support/issue-certificate.js';
import { authorityInfoAccess } from '../../../../support/policy-extension.js';
import { at, type Scenario, type TrustCase } from '../trust-case.js';

const noCN: CertificateOptions = { subject: [['O', 'Lab']] };

const found: readonly TrustCase[] = [
  ['a root of the user', {}, 'trusted'],
  ['a root of the app', { source: 'app' }, 'trusted'],
  ['a root of the system', { source: 'system' }, 'trusted', 'warning ct-required leaf'],
  [
    'a root of the system, and timestamps in the leaf',
    {
      source: 'system',
      leaf: { extraExtensions: [{ oid: '1.3.6.1.4.1.11129.2.4.2', value: Uint8Array.of(4, 2, 0, 0) }] },
    },
    'trusted',
  ],
  ['a root of the system without TLS', { source: 'system', policy: 'basic' }, 'trusted'],
  [
    'a root of the system above a leaf issued on 15 October 2018',
    {
      source: 'system',
      leaf: { notBefore: new Date('2018-10-15T23:59:59Z'), notAfter: new Date('2019-10-01T00:00:00Z') },
      at: new Date('2019-01-01T00:00:00Z'),
    },
    'trusted',
  ],
  [
    'a root of the system above a leaf issued on 16 October 2018',
    {
      source: 'system',
      leaf: { notBefore: new Date('2018-10-16T00:00:00Z'), notAfter: new Date('2019-10-01T00:00:00Z') },
      at: new Date('2019-01-01T00:00:00Z'),
    },
    'trusted',
    'warning ct-required leaf',
  ],
  ['a root that the server sends too', { sends: ['leaf', 'intermediate', 'root'] }, 'trusted'],
  [
    'an order that is not that of issuance',
    { sends: ['leaf', 'root', 'intermediate'] },
    'trusted',
    'warning chain-order leaf',
  ],
  [
    'an order that is not that of issuance, without TLS',
    { sends: ['leaf', 'root', 'intermediate'], policy: 'basic' },
    'trusted',
  ],
];

const missing: readonly TrustCase[] = [
  ['no intermediate', { sends: ['leaf'] }, 'refused', 'error issuer-not-found leaf'],
  ['no intermediate, although the root is sent', { sends: ['leaf', 'root'] }, 'refused', 'error issuer-not-found leaf'],
  [
    'a root that is sent, but that nobody trusts',
    { sends: ['leaf', 'intermediate', 'root'], anchor: 'none' },
    'refused',
    'error path-not-anchored root',
  ],
  [
    'a leaf that signs itself and that nobody trusts',
    { isLeafSelfSigned: true, anchor: 'none' },
    'refused',
    'error path-not-anchored leaf',
  ],
];

const address = 'http://lab.example/ca.crt';
/** Without its issuer, a leaf that says where that can be had. */
const fetching = (uniformResourceIdentifier: string, method = '1.3.6.1.5.5.7.48.2'): Scenario => ({
  sends: ['leaf'],
  leaf: { extraExtensions: [authorityInfoAccess([{ method, location: { uniformResourceIdentifier } }])] },
});
const lost = 'error issuer-not-found leaf';
const told = 'warning aia-fetch leaf';

const downloads: readonly TrustCase[] = [
  ['no intermediate, and the address of it', fetching(address), 'refused', lost, told],
  [
    'no intermediate, and its address over TLS, where nobody looks',
    fetching('https://lab.example/ca.crt'),
    'refused',
    lost,
  ],
  ['no intermediate, and the address of an OCSP responder', fetching(address, '1.3.6.1.5.5.7.48.1'), 'refused', lost],
  ['no intermediate, and its address on a watch', { ...fetching(address), platform: 'watchOS 11.0' }, 'refused', lost],
  ['no intermediate, and its address, for EAP', { ...fetching(address), policy: 'eap-server' }, 'refused', lost],
  ['an intermediate, and its address', { ...fetching(address), sends: ['leaf', 'intermediate'] }, 'trusted'],
  [
    'no intermediate, and its address in a leaf that is expired',
    { ...fetching(address), at: new Date(at.getTime() + 800 * 86_400_000) },
    'refused',
    lost,
    'error certificate-expired leaf',
  ],
];

const shapes: readonly TrustCase[] = [
  ['a root of the user without CN', { root: noCN }, 'trusted'],
  [
    'a root of the user with AKI without SKI',
    { root: { subjectKeyIdentifier: 'absent', authorityKeyIdentifier: 'mismatch' } },
    'refused',
    'error root-self-signed-shape root',
  ],
  [
    'a root of the user with AKI other than SKI',
    { root: { authorityKeyIdentifier: 'mismatch' } },
    'refused',
    'error root-self-signed-shape root',
  ],
  [
    'a root of the app with AKI other than SKI',
    { root: { authorityKeyIdentifier: 'mismatch' }, source: 'app' },
    'trusted',
  ],
  [
    'an intermediate that the user trusts',
    { anchor: 'intermediate' },
    'refused',
    'error root-not-self-signed intermediate',
  ],
  ['an intermediate that the app trusts', { anchor: 'intermediate', source: 'app' }, 'trusted'],
  [
    'an intermediate that the system trusts',
    { anchor: 'intermediate', source: 'system' },
    'trusted',
    'warning ct-required leaf',
  ],
  ['a leaf that the user trusts for itself', { anchor: 'leaf' }, 'trusted'],
  ['a leaf that the app trusts for itself', { anchor: 'leaf', source: 'app' }, 'trusted'],
];

const identifiers: readonly TrustCase[] = [
  [
    'AKI of the leaf other than SKI of its issuer',
    { leaf: { authorityKeyIdentifier: 'mismatch' } },
    'refused',
    'error aki-ski intermediate',
  ],
  [
    'AKI of the intermediate other than SKI of the root',
    { root: { subjectKeyIdentifier: 'mismatch' }, intermediate: { authorityKeyIdentifier: 'mismatch' } },
    'refused',
    'error aki-ski root',
  ],
  ['no AKI in the leaf', { leaf: { authorityKeyIdentifier: 'absent' } }, 'trusted'],
  [
    'no SKI in its issuer',
    { intermediate: { subjectKeyIdentifier: 'absent' }, leaf: { authorityKeyIdentifier: 'mismatch' } },
    'trusted',
  ],
  [
    'issuer and serial number of AKI, which nobody uses',
    { leaf: { authorityKeyIdentifier: { serialNumber: Uint8Array.of(9), issuer: [{ directoryName: 'Nobody' }] } } },
    'trusted',
  ],
];

const limits: readonly TrustCase[] = [
  ['three certificates where three are allowed', { limits: { maxPathLength: 3 } }, 'trusted'],
  ['three certificates where two are allowed', { limits: { maxPathLength: 2 } }, 'refused', 'error path-limit leaf'],
  ['two signatures where two may be checked', { limits: { maxSignatureChecks: 2 } }, 'trusted'],
  [
    'two signatures where one may be checked',
    { limits: { maxSignatureChecks: 1 } },
    'refused',
    'error path-limit leaf',
  ],
  ['two issuers where one may be looked at', { limits: { maxCertificates: 1 } }, 'refused', 'error path-limit leaf'],
];

export const anchorCases: readonly TrustCase[] = [
  ...found,
  ...missing,
  ...downloads,
  ...shapes,
  ...identifiers,
  ...limits,
];
