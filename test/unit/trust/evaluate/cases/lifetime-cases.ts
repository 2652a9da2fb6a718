import type { CertificateOptions } from '../../../../support/issue-certificate.js';
import { daysFromToday } from '../../../../support/time-value.js';
import { at, type Scenario, type TrustCase } from '../trust-case.js';

const DAY = 86_400_000;

const lasting = (days: number, seconds = 0, from: Date = daysFromToday(-30)): CertificateOptions => ({
  notBefore: from,
  notAfter: new Date(from.getTime() + days * DAY + seconds * 1000),
});

const trustedLeaf: Scenario = { isLeafSelfSigned: true, intermediate: 'none', anchor: 'leaf' };
const second = 1000;
const justBefore = new Date(at.getTime() - second);
const justAfter = new Date(at.getTime() + second);

const days825: readonly TrustCase[] = [
  ['825 days', { leaf: lasting(825) }, 'trusted', 'info leaf-398-days leaf'],
  ['825 days and the hour that the code grants', { leaf: lasting(825, 3600) }, 'trusted', 'info leaf-398-days leaf'],
  ['825 days, an hour and a second', { leaf: lasting(825, 3601) }, 'refused', 'error leaf-825-days leaf'],
  ['826 days below a root of the app', { leaf: lasting(826), source: 'app' }, 'refused', 'error leaf-825-days leaf'],
  [
    '826 days below a root of the system, told once',
    { leaf: lasting(826), source: 'system' },
    'refused',
    'error leaf-825-days leaf',
    'warning ct-required leaf',
  ],
  ['20 years, issued on 1 June 2019', { leaf: lasting(7305, 0, new Date('2019-06-01T00:00:00Z')) }, 'trusted'],
  [
    '20 years, issued in the last second before the rule',
    { leaf: lasting(7305, 0, new Date('2019-06-30T23:00:00Z')) },
    'trusted',
  ],
  [
    '20 years, issued in the first second of the rule',
    { leaf: lasting(7305, 0, new Date('2019-06-30T23:00:01Z')) },
    'refused',
    'error leaf-825-days leaf',
  ],
  [
    '20 years, issued on 1 July 2019',
    { leaf: lasting(7305, 0, new Date('2019-07-01T00:00:00Z')) },
    'refused',
    'error leaf-825-days leaf',
  ],
  ['20 years in a leaf that the user trusts for itself', { ...trustedLeaf, leaf: lasting(7305) }, 'trusted'],
  [
    '20 years in a leaf that is installed, but not switched on',
    {
      ...trustedLeaf,
      source: 'installed',
      leaf: { ...lasting(7305), basicConstraints: { cA: true }, keyUsage: 'absent' },
    },
    'after-switch',
    'info trust-manual-toggle leaf',
    'warning leaf-is-ca leaf',
  ],
  [
    '20 years in a leaf that an app trusts for itself',
    { ...trustedLeaf, source: 'app', leaf: lasting(7305) },
    'refused',
    'error leaf-825-days leaf',
  ],
  ['20 years without TLS', { policy: 'basic', leaf: lasting(7305) }, 'trusted'],
  ['CAs of 50 years', {}, 'trusted'],
];

const days398: readonly TrustCase[] = [
  ['397 days below a root of the user', { leaf: lasting(397) }, 'trusted'],
  [
    '397 days and a second below a root of the user',
    { leaf: lasting(397, 1) },
    'trusted',
    'info leaf-lifetime-advice leaf',
  ],
  ['398 days below a root of the user', { leaf: lasting(398) }, 'trusted', 'info leaf-lifetime-advice leaf'],
  ['398 days without TLS', { policy: 'basic', leaf: lasting(398) }, 'trusted'],
  ['398 days and a second below a root of the user', { leaf: lasting(398, 1) }, 'trusted', 'info leaf-398-days leaf'],
  [
    '398 days below a root of the app',
    { leaf: lasting(398), source: 'app' },
    'trusted',
    'info leaf-lifetime-advice leaf',
  ],
  ['399 days below a root of the app', { leaf: lasting(399), source: 'app' }, 'trusted', 'info leaf-398-days leaf'],
  [
    '398 days below a root of the system',
    { leaf: lasting(398, 0, new Date('2026-03-14T23:59:59Z')), source: 'system', at: new Date('2026-04-01') },
    'trusted',
    'info leaf-lifetime-advice leaf',
    'warning ct-required leaf',
  ],
  [
    '398 days and a second below a root of the system',
    { leaf: lasting(398, 1), source: 'system' },
    'refused',
    'error leaf-398-days leaf',
    'warning ct-required leaf',
  ],
  [
    '825 days below a root of the system, issued on 31 August 2020',
    {
      leaf: lasting(825, 0, new Date('2020-08-31T23:59:59Z')),
      source: 'system',
      at: new Date('2021-01-01T00:00:00Z'),
    },
    'trusted',
    'warning ct-required leaf',
  ],
  [
    '825 days below a root of the system, issued on 1 September 2020',
    {
      leaf: lasting(825, 0, new Date('2020-09-01T00:00:00Z')),
      source: 'system',
      at: new Date('2021-01-01T00:00:00Z'),
    },
    'refused',
    'error leaf-398-days leaf',
    'warning ct-required leaf',
  ],
];

/** The first day of each limit of ballot SC-081, and the days that a certificate may be valid from then on. */
const publicLimits = [
  ['2026-03-15T00:00:00Z', 200],
  ['2027-03-15T00:00:00Z', 100],
  ['2029-03-15T00:00:00Z', 47],
] as const;

const ofPublicCAs: readonly TrustCase[] = publicLimits.flatMap(([since, days]): TrustCase[] => {
  const from = new Date(since);
  const scenario = (lifetime: CertificateOptions, source: Scenario['source'] = 'system'): Scenario => ({
    leaf: lifetime,
    source,
    at: new Date(from.getTime() + 10 * DAY),
  });
  const ct = 'warning ct-required leaf';
  const told = 'info leaf-cabf-sc081 leaf';
  return [
    [`${days} days of a public CA, issued on ${since}`, scenario(lasting(days, 0, from)), 'trusted', ct],
    [
      `more than ${days} days of a public CA, issued on ${since}`,
      scenario(lasting(days, 1, from)),
      'trusted',
      told,
      ct,
    ],
    [`more than ${days} days of a private CA, issued on ${since}`, scenario(lasting(days, 1, from), 'user'), 'trusted'],
    [
      `more than ${days} days of a public CA, issued a second before ${since}`,
      scenario(lasting(days, 1, new Date(from.getTime() - second))),
      'trusted',
      ct,
    ],
  ];
});

const validity: readonly TrustCase[] = [
  ['a leaf that ended a second ago', { leaf: { notAfter: justBefore } }, 'refused', 'error certificate-expired leaf'],
  ['a leaf that ends now', { leaf: { notAfter: at } }, 'trusted'],
  ['a leaf that begins in a second', { leaf: { notBefore: justAfter } }, 'refused', 'error not-yet-valid leaf'],
  ['a leaf that begins now', { leaf: { notBefore: at } }, 'trusted', 'info valid-since-recently leaf'],
  [
    'a leaf that began less than 48 hours ago',
    { leaf: { notBefore: new Date(justAfter.getTime() - 2 * DAY) } },
    'trusted',
    'info valid-since-recently leaf',
  ],
  ['a leaf that began 48 hours ago', { leaf: { notBefore: new Date(at.getTime() - 2 * DAY) } }, 'trusted'],
  [
    'a leaf and a root that began today, told of the younger',
    { root: { notBefore: new Date(at.getTime() - 2 * second) }, leaf: { notBefore: justBefore } },
    'trusted',
    'info valid-since-recently leaf',
  ],
  ['a root that began today', { root: { notBefore: justBefore } }, 'trusted', 'info valid-since-recently root'],
  ['a leaf that begins now, without TLS', { leaf: { notBefore: at }, policy: 'basic' }, 'trusted'],
  [
    'an intermediate that ended',
    { intermediate: { notAfter: justBefore } },
    'refused',
    'error certificate-expired intermediate',
  ],
  [
    'an intermediate that has not begun',
    { intermediate: { notBefore: justAfter } },
    'refused',
    'error not-yet-valid intermediate',
  ],
  [
    'a root that ended, trusted or not',
    { root: { notAfter: justBefore } },
    'refused',
    'error certificate-expired root',
  ],
  [
    'a root of the app that ended',
    { root: { notAfter: justBefore }, source: 'app', policy: 'basic' },
    'refused',
    'error certificate-expired root',
  ],
  ['a root that has not begun', { root: { notBefore: justAfter } }, 'refused', 'error not-yet-valid root'],
  [
    'a leaf that the user trusts for itself and that ended',
    { ...trustedLeaf, leaf: { notAfter: justBefore } },
    'refused',
    'error certificate-expired leaf',
  ],
  [
    'the time for which it is asked, not the present',
    { leaf: { notAfter: justBefore }, at: new Date(at.getTime() - DAY) },
    'trusted',
  ],
  [
    'an end before the beginning',
    { leaf: { notBefore: daysFromToday(-2), notAfter: daysFromToday(-3) } },
    'refused',
    'error certificate-expired leaf',
    'error validity-reversed leaf',
  ],
];

const encodings: readonly TrustCase[] = [
  [
    'an end in 2055 as UTCTime',
    { root: { notAfter: { utc: '550101000000Z' } } },
    'refused',
    'error date-encoding root',
  ],
  [
    'an end in 1950 as UTCTime',
    { root: { notAfter: { utc: '500101000000Z' } } },
    'refused',
    'error date-encoding root',
  ],
  [
    'an end in 1969 as UTCTime',
    { root: { notAfter: { utc: '691231235959Z' } } },
    'refused',
    'error date-encoding root',
  ],
  [
    'an end in 1970 as UTCTime, which is read as it is meant',
    { root: { notAfter: { utc: '700101000000Z' } } },
    'refused',
    'error certificate-expired root',
    'error validity-reversed root',
  ],
  ['an end in 2055 as GeneralizedTime', { root: { notAfter: { generalized: '20550101000000Z' } } }, 'trusted'],
  ['an end in 2049 as UTCTime', { root: { notAfter: { utc: '491231235959Z' } } }, 'trusted'],
  [
    'an end in 2055 as UTCTime in the leaf',
    { policy: 'basic', leaf: { notAfter: { utc: '550101000000Z' } } },
    'refused',
    'error date-encoding leaf',
  ],
  [
    'a beginning in 1955 as UTCTime',
    { root: { notBefore: { utc: '550101000000Z' } } },
    'trusted',
    'warning date-encoding root',
  ],
  ['a beginning in 1975 as UTCTime', { root: { notBefore: { utc: '750101000000Z' } } }, 'trusted'],
];

export const lifetimeCases: readonly TrustCase[] = [...days825, ...days398, ...ofPublicCAs, ...validity, ...encodings];
