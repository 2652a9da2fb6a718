import { concat } from '../../../../support/der.js';
import { subjectAltName } from '../../../../support/extension.js';
import type { CertificateOptions } from '../../../../support/issue-certificate.js';
import { toBer } from '../../../../support/to-ber.js';
import type { TrustCase } from '../trust-case.js';

const version1: CertificateOptions = { version: 1, extensions: [] };
const version2: CertificateOptions = { version: 2, extensions: [] };
const octets = (count: number): CertificateOptions => ({ serialNumber: new Uint8Array(count).fill(0x11) });
const nameless: CertificateOptions = { subject: [] };
const names = [{ dNSName: 'lab.example' }];

const versions: readonly TrustCase[] = [
  ['a root of version 1', { root: version1 }, 'trusted', 'warning x509-version root'],
  [
    'a root of version 1 in an app',
    { root: version1, source: 'app', policy: 'basic' },
    'trusted',
    'warning x509-version root',
  ],
  [
    'an intermediate of version 1',
    { intermediate: version1 },
    'refused',
    'error issuer-not-ca intermediate',
    'error x509-version intermediate',
  ],
  [
    'an intermediate of version 2',
    { intermediate: version2 },
    'refused',
    'error issuer-not-ca intermediate',
    'error x509-version intermediate',
  ],
  ['a leaf of version 1 without TLS', { leaf: version1, policy: 'basic' }, 'trusted', 'warning x509-version leaf'],
  [
    'a version 1 that is spelt out',
    { root: { version: 'explicit-1', extensions: [] }, policy: 'basic' },
    'refused',
    'error x509-version root',
  ],
  ['version 4', { leaf: { version: 4 } }, 'refused', 'error x509-version leaf'],
  ['extensions in version 1', { leaf: { version: 1 } }, 'refused', 'error x509-version leaf'],
  ['extensions in version 2', { root: { version: 2 } }, 'refused', 'error x509-version root'],
];

const serialNumbers: readonly TrustCase[] = [
  ['a serial number of 20 octets', { leaf: octets(20) }, 'trusted'],
  ['a serial number of 21 octets', { leaf: octets(21) }, 'trusted', 'warning serial-number leaf'],
  ['a serial number of 37 octets', { leaf: octets(37) }, 'trusted', 'warning serial-number leaf'],
  ['a serial number of 38 octets', { leaf: octets(38) }, 'refused', 'error serial-number leaf'],
  ['a serial number of 38 octets in the root', { root: octets(38) }, 'refused', 'error serial-number root'],
  ['the serial number 0', { leaf: { serialNumber: 0 } }, 'trusted', 'warning serial-number leaf'],
  ['the serial number -1', { intermediate: { serialNumber: -1 } }, 'trusted', 'warning serial-number intermediate'],
  ['the serial number 1', { leaf: { serialNumber: 1 } }, 'trusted'],
];

const subjects: readonly TrustCase[] = [
  [
    'an empty subject without a critical SubjectAltName',
    { leaf: nameless },
    'refused',
    'error leaf-empty-subject leaf',
  ],
  [
    'an empty subject with a critical SubjectAltName',
    { leaf: { ...nameless, subjectAltName: subjectAltName(names, true) } },
    'trusted',
  ],
  ['an empty subject without TLS', { leaf: nameless, policy: 'basic' }, 'refused', 'error leaf-empty-subject leaf'],
  [
    'an intermediate with an empty subject',
    { intermediate: nameless },
    'refused',
    'error ca-empty-subject intermediate',
  ],
  ['a root with an empty subject', { root: nameless }, 'refused', 'error ca-empty-subject root'],
  [
    'a leaf that is a CA with an empty subject, whatever its SubjectAltName',
    { leaf: { ...nameless, basicConstraints: { cA: true }, subjectAltName: subjectAltName(names, true) } },
    'refused',
    'error ca-empty-subject leaf',
    'warning leaf-is-ca leaf',
  ],
  ['a CA without a CN that is switched on', { root: { subject: [['O', 'Lab']] } }, 'trusted'],
];

const encodings: readonly TrustCase[] = [
  [
    'a leaf in BER',
    { leaf: { rewriteTbs: (tbs) => concat(toBer(tbs)) } },
    'trusted',
    'warning certificate-not-der leaf',
  ],
  ['a line feed in the name', { leaf: { subject: 'lab\nexample' } }, 'trusted', 'warning name-hazard leaf'],
  [
    'a turn of direction in the name of the root',
    { root: { subject: 'Lab \u202egpj' } },
    'trusted',
    'warning name-hazard intermediate',
    'warning name-hazard root',
  ],
  ['umlauts in the name', { leaf: { subject: 'Prüflabor Süd' } }, 'trusted'],
];

export const certificateCases: readonly TrustCase[] = [...versions, ...serialNumbers, ...subjects, ...encodings];
