import { extendedKeyUsage, keyUsage } from '../../../../support/extension.js';
import type { CertificateOptions } from '../../../../support/issue-certificate.js';
import type { Scenario, TrustCase } from '../trust-case.js';

const MS_SGC = '1.3.6.1.4.1.311.10.3.3';
const NETSCAPE_SGC = '2.16.840.1.113730.4.1';

const purposes = (...extendedKeyUsages: readonly string[]): CertificateOptions => ({
  extendedKeyUsage: extendedKeyUsages,
});
const noPurposes: CertificateOptions = { extendedKeyUsage: 'absent' };
/** The last moment that is free of the rules of July 2019, and the first that is not. */
const before2019: CertificateOptions = { notBefore: new Date('2019-06-30T23:00:00Z') };
const since2019: CertificateOptions = { notBefore: new Date('2019-06-30T23:00:01Z') };
const soonAfter: Scenario = { at: new Date('2019-08-01T00:00:00Z') };
const year: CertificateOptions = { notAfter: new Date('2020-06-01T00:00:00Z') };

const missing: readonly TrustCase[] = [
  ['no extendedKeyUsage below a root of the user', { leaf: noPurposes }, 'trusted', 'warning eku-serverauth leaf'],
  [
    'no extendedKeyUsage below a root whose switch is off',
    { leaf: noPurposes, source: 'installed' },
    'after-switch',
    'info trust-manual-toggle root',
    'warning eku-serverauth leaf',
  ],
  [
    'no extendedKeyUsage below a root of the app',
    { leaf: noPurposes, source: 'app' },
    'refused',
    'error eku-serverauth leaf',
  ],
  [
    'no extendedKeyUsage below a root of the system',
    { leaf: noPurposes, source: 'system' },
    'refused',
    'error eku-serverauth leaf',
    'warning ct-required leaf',
  ],
  [
    'no extendedKeyUsage below a root of the app, issued in June 2019',
    { leaf: { ...noPurposes, ...year, ...before2019 }, source: 'app', ...soonAfter },
    'trusted',
  ],
  [
    'no extendedKeyUsage below a root of the app, issued in July 2019',
    { leaf: { ...noPurposes, ...year, ...since2019 }, source: 'app', ...soonAfter },
    'refused',
    'error eku-serverauth leaf',
  ],
  ['no extendedKeyUsage without TLS', { leaf: noPurposes, source: 'app', policy: 'basic' }, 'trusted'],
];

const present: readonly TrustCase[] = [
  ['clientAuth alone', { leaf: purposes('clientAuth') }, 'refused', 'error eku-serverauth leaf'],
  ['clientAuth and serverAuth', { leaf: purposes('clientAuth', 'serverAuth') }, 'trusted'],
  ['clientAuth alone without TLS', { leaf: purposes('clientAuth'), policy: 'basic' }, 'trusted'],
  [
    'clientAuth alone, issued before July 2019',
    { leaf: { ...purposes('clientAuth'), ...year, ...before2019 }, ...soonAfter },
    'refused',
    'error eku-serverauth leaf',
  ],
  ['any purpose below a root of the user', { leaf: purposes('any') }, 'trusted'],
  [
    'any purpose below a root of the app',
    { leaf: purposes('any'), source: 'app' },
    'refused',
    'error eku-serverauth leaf',
  ],
  [
    'any purpose and serverAuth below a root of the app',
    { leaf: purposes('any', 'serverAuth'), source: 'app' },
    'trusted',
  ],
  [
    'any purpose below a root of the app, issued in June 2019',
    { leaf: { ...purposes('any'), ...year, ...before2019 }, source: 'app', ...soonAfter },
    'trusted',
  ],
  ["Microsoft's old purpose", { leaf: purposes(MS_SGC) }, 'trusted'],
  ["Netscape's old purpose", { leaf: purposes(NETSCAPE_SGC) }, 'trusted'],
  [
    'an old purpose below a root of the system',
    { leaf: purposes(NETSCAPE_SGC), source: 'system' },
    'refused',
    'error eku-serverauth leaf',
    'warning ct-required leaf',
  ],
];

const above: readonly TrustCase[] = [
  [
    'an intermediate for code signing',
    { intermediate: purposes('codeSigning') },
    'refused',
    'error eku-on-intermediate intermediate',
  ],
  ['an intermediate for servers', { intermediate: purposes('codeSigning', 'serverAuth') }, 'trusted'],
  ['an intermediate for any purpose', { intermediate: purposes('any') }, 'trusted'],
  [
    'an intermediate for code signing without TLS',
    { intermediate: purposes('codeSigning'), policy: 'basic' },
    'trusted',
  ],
  ['a root for code signing, whose purposes nobody looks at', { root: purposes('codeSigning') }, 'trusted'],
];

const issuers: readonly TrustCase[] = [
  [
    'an intermediate that says it is no CA',
    { intermediate: { basicConstraints: { cA: false } } },
    'refused',
    'error issuer-not-ca intermediate',
  ],
  [
    'an intermediate without basicConstraints',
    { intermediate: { basicConstraints: 'absent' } },
    'refused',
    'error issuer-not-ca intermediate',
  ],
  [
    'a root that says it is no CA',
    { root: { basicConstraints: { cA: false } } },
    'refused',
    'error issuer-not-ca root',
  ],
  ['a root without basicConstraints', { root: { basicConstraints: 'absent' } }, 'refused', 'error issuer-not-ca root'],
  [
    'a root of the app without basicConstraints',
    { root: { basicConstraints: 'absent' }, source: 'app' },
    'refused',
    'error issuer-not-ca root',
  ],
  ['basicConstraints that are not critical', { root: { basicConstraints: { cA: true, critical: false } } }, 'trusted'],
  [
    'an intermediate that may not sign certificates',
    { intermediate: { keyUsage: ['cRLSign'] } },
    'refused',
    'error issuer-ku-certsign intermediate',
  ],
  [
    'a root that may not sign certificates',
    { root: { keyUsage: ['cRLSign'] } },
    'refused',
    'error issuer-ku-certsign root',
  ],
  ['CAs without keyUsage', { root: { keyUsage: 'absent' }, intermediate: { keyUsage: 'absent' } }, 'trusted'],
  ['CAs that may sign certificates and nothing else', { root: { keyUsage: ['keyCertSign'] } }, 'trusted'],
];

const pathLengths: readonly TrustCase[] = [
  [
    'a root of path length 0 above an intermediate',
    { root: { basicConstraints: { cA: true, pathLength: 0 } } },
    'refused',
    'error path-length root',
  ],
  [
    'a root of path length 0 above the leaf',
    { root: { basicConstraints: { cA: true, pathLength: 0 } }, intermediate: 'none' },
    'trusted',
  ],
  [
    'a root of path length 1 above an intermediate',
    { root: { basicConstraints: { cA: true, pathLength: 1 } } },
    'trusted',
  ],
  [
    'a path length without keyUsage',
    { root: { basicConstraints: { cA: true, pathLength: 0 }, keyUsage: 'absent' } },
    'refused',
    'error path-length root',
  ],
  [
    'a path length in a root of the app',
    { root: { basicConstraints: { cA: true, pathLength: 0 } }, source: 'app', policy: 'basic' },
    'refused',
    'error path-length root',
  ],
];

const leaves: readonly TrustCase[] = [
  ['a leaf that may only encrypt keys', { leaf: { keyUsage: ['keyEncipherment'] } }, 'trusted', 'warning ku-leaf leaf'],
  ['a leaf that may do nothing', { leaf: { keyUsage: keyUsage([]) } }, 'trusted', 'warning ku-leaf leaf'],
  ['a leaf without keyUsage', { leaf: { keyUsage: 'absent' } }, 'trusted'],
  [
    'a leaf that may only encrypt keys, without TLS',
    { policy: 'basic', leaf: { keyUsage: ['keyEncipherment'] } },
    'trusted',
  ],
  ['a leaf that is a CA', { leaf: { basicConstraints: { cA: true } } }, 'trusted', 'warning leaf-is-ca leaf'],
  ['a leaf without basicConstraints', { leaf: { basicConstraints: 'absent' } }, 'trusted'],
  ['a leaf that is a CA, without TLS', { policy: 'basic', leaf: { basicConstraints: { cA: true } } }, 'trusted'],
  ['purposes that are critical', { leaf: { extendedKeyUsage: extendedKeyUsage(['serverAuth'], true) } }, 'trusted'],
  [
    'basicConstraints of the leaf with a path length, which means nothing there',
    { leaf: { basicConstraints: { cA: false, pathLength: 3 } } },
    'trusted',
  ],
];

export const usageCases: readonly TrustCase[] = [
  ...missing,
  ...present,
  ...above,
  ...issuers,
  ...pathLengths,
  ...leaves,
];
