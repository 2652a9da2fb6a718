import type { CertificateOptions } from '../../../../support/issue-certificate.js';
import type { Scenario, TrustCase } from '../trust-case.js';

const switchOff: Scenario = { source: 'installed' };
const reminder = 'info trust-manual-toggle root';
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

const installed: readonly TrustCase[] = [
  ['a root whose switch is off', switchOff, 'after-switch', reminder],
  [
    'a root whose switch is off, and no CN',
    { ...switchOff, root: noCN },
    'refused',
    'error root-common-name root',
    reminder,
  ],
  [
    'a root whose switch is off, and no basicConstraints',
    { ...switchOff, root: { basicConstraints: 'absent' } },
    'refused',
    'error root-ca-flag root',
    reminder,
  ],
  [
    'a root whose switch is off, and cA=FALSE',
    { ...switchOff, root: { basicConstraints: { cA: false } } },
    'refused',
    'error root-ca-flag root',
    reminder,
  ],
  [
    'a root whose switch is off, and no keyCertSign',
    { ...switchOff, root: { keyUsage: ['cRLSign'] } },
    'refused',
    'error root-ku-certsign root',
    reminder,
  ],
  [
    'a root whose switch is off, and an empty subject',
    { ...switchOff, root: { subject: [] } },
    'refused',
    'error root-empty-subject root',
    reminder,
  ],
  [
    'a root whose switch is off, and AKI without SKI',
    { ...switchOff, root: { subjectKeyIdentifier: 'absent', authorityKeyIdentifier: 'mismatch' } },
    'refused',
    'error root-self-signed-shape root',
    reminder,
  ],
  [
    'a root whose switch is off, and AKI other than SKI',
    { ...switchOff, root: { authorityKeyIdentifier: 'mismatch' } },
    'refused',
    'error root-self-signed-shape root',
    reminder,
  ],
  [
    'a root whose switch is off, and AKI equal to SKI',
    { ...switchOff, root: { authorityKeyIdentifier: 'self' } },
    'after-switch',
    reminder,
  ],
  [
    'an intermediate that is installed in place of the root',
    { ...switchOff, anchor: 'intermediate' },
    'refused',
    'error root-not-self-signed intermediate',
    'info trust-manual-toggle intermediate',
  ],
  [
    'a root of version 1 whose switch is off',
    { ...switchOff, root: { version: 1, extensions: [] } },
    'after-switch',
    reminder,
    'warning x509-version root',
  ],
  [
    'a root whose switch is off, and an expired leaf',
    { ...switchOff, leaf: { notAfter: new Date('2020-01-01T00:00:00Z'), notBefore: new Date('2019-01-01T00:00:00Z') } },
    'refused',
    'error certificate-expired leaf',
    reminder,
  ],
];

const onMac: Scenario = { ...switchOff, platform: 'macOS 15.0' };
const unset = 'warning macos-profile-ssl-not-set root';

/** The rules of Certificate Trust Settings hold where there are such settings. */
const withoutSwitch: readonly TrustCase[] = [
  ['a root that a person installed on a Mac', onMac, 'after-switch', unset],
  ['a root without CN on a Mac, which has no such list', { ...onMac, root: noCN }, 'after-switch', unset],
  [
    'a root without basicConstraints on a Mac',
    { ...onMac, root: { basicConstraints: 'absent' } },
    'refused',
    'error issuer-not-ca root',
    unset,
  ],
  [
    'a root on a Mac with AKI other than SKI',
    { ...onMac, root: { authorityKeyIdentifier: 'mismatch' } },
    'refused',
    'error root-self-signed-shape root',
    unset,
  ],
  [
    'a leaf that signs itself and was installed on a Mac, where it may be no CA',
    { ...onMac, isLeafSelfSigned: true, intermediate: 'none', anchor: 'leaf' },
    'after-switch',
    'warning macos-profile-ssl-not-set leaf',
  ],
  [
    'a leaf that signs itself and was installed on an iPhone, where it must be a CA to be listed',
    { ...switchOff, isLeafSelfSigned: true, intermediate: 'none', anchor: 'leaf' },
    'refused',
    'error root-ca-flag leaf',
    'error root-ku-certsign leaf',
    'info trust-manual-toggle leaf',
  ],
  [
    'a root without CN on an Apple Watch',
    { ...switchOff, root: noCN, platform: 'watchOS 11.0' },
    'after-switch',
    reminder,
  ],
  [
    'a root without CN on an Apple TV',
    { ...switchOff, root: noCN, platform: 'tvOS 18.0' },
    'refused',
    'error root-common-name root',
    reminder,
  ],
  [
    'a root without CN on a Vision Pro',
    { ...switchOff, root: noCN, platform: 'visionOS 2.0' },
    'refused',
    'error root-common-name root',
    reminder,
  ],
  [
    'a root that was installed on iOS 10.2, before there was a switch',
    { ...switchOff, platform: 'iOS 10.2' },
    'trusted',
  ],
  ['a root that was installed on iOS 10.3', { ...switchOff, platform: 'iOS 10.3' }, 'after-switch', reminder],
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
  ...installed,
  ...withoutSwitch,
  ...shapes,
  ...identifiers,
  ...limits,
];
