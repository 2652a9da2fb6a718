import type { CertificateOptions } from '../../../../support/issue-certificate.js';
import type { Scenario, TrustCase } from '../trust-case.js';

const switchOff: Scenario = { source: 'installed' };
const reminder = 'info trust-manual-toggle root';
const noCN: CertificateOptions = { subject: [['O', 'Lab']] };

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

export const switchCases: readonly TrustCase[] = [...installed, ...withoutSwitch];
