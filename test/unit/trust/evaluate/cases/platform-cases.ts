import { integer } from '../../../../support/der.js';
import { keyUsage } from '../../../../support/extension.js';
import { daysFromToday } from '../../../../support/time-value.js';
import type { Scenario, TrustCase } from '../trust-case.js';

/** The systems of one year, and those of the year before: they share their code. */
interface Turn {
  readonly before: readonly string[];
  readonly from: readonly string[];
}

const year2018: Turn = {
  before: ['iOS 11.4', 'macOS 10.13.6', 'tvOS 11.4', 'watchOS 4.3'],
  from: ['iOS 12.0', 'macOS 10.14', 'tvOS 12.0', 'watchOS 5.0'],
};
const year2019: Turn = {
  before: ['iOS 12.5', 'macOS 10.14.6', 'tvOS 12.4', 'watchOS 5.3'],
  from: ['iOS 13.0', 'macOS 10.15', 'tvOS 13.0', 'watchOS 6.0'],
};
const year2020: Turn = {
  before: ['iOS 13.7', 'macOS 10.15.7', 'tvOS 13.4', 'watchOS 6.3'],
  from: ['iOS 14.0', 'macOS 11.0', 'tvOS 14.0', 'watchOS 7.0'],
};
const year2021: Turn = {
  before: ['iOS 14.8', 'macOS 11.7', 'tvOS 14.7', 'watchOS 7.6'],
  from: ['iOS 15.0', 'macOS 12.0', 'tvOS 15.0', 'watchOS 8.0'],
};
const year2022: Turn = {
  before: ['iOS 15.8', 'macOS 12.7', 'tvOS 15.6', 'watchOS 8.8'],
  from: ['iOS 16.0', 'macOS 13.0', 'tvOS 16.0', 'watchOS 9.0'],
};
const year2023: Turn = {
  before: ['iOS 16.7', 'macOS 13.7', 'tvOS 16.6', 'watchOS 9.6'],
  from: ['iOS 17.0', 'macOS 14.0', 'tvOS 17.0', 'watchOS 10.0', 'visionOS 1.0'],
};

type Outcome = readonly [verdict: TrustCase[2], ...issues: readonly string[]];

/** One case a system on either side of the turn. */
function turning(name: string, turn: Turn, scenario: Scenario, before: Outcome, from: Outcome): TrustCase[] {
  const on = (platforms: readonly string[], outcome: Outcome): TrustCase[] =>
    platforms.map((platform) => [`${name} on ${platform}`, { ...scenario, platform }, ...outcome]);
  return [...on(turn.before, before), ...on(turn.from, from)];
}

const notACriticalOne = { oid: '2.5.29.15', value: integer(1) };

export const platformCases: readonly TrustCase[] = [
  ...turning(
    'no timestamps below a root of the system',
    year2018,
    { source: 'system' },
    ['trusted'],
    ['trusted', 'warning ct-required leaf'],
  ),
  ...turning(
    'an RSA-1024 root',
    year2019,
    { root: { key: 'rsa-1024' } },
    ['trusted', 'warning rsa-min-2048 root'],
    ['refused', 'error rsa-min-2048 root'],
  ),
  ...turning(
    'a P-224 leaf',
    year2019,
    { leaf: { key: 'p224' } },
    ['trusted', 'warning ec-curves leaf'],
    ['refused', 'error ec-curves leaf'],
  ),
  ...turning(
    'SHA-1 on the leaf',
    year2019,
    { leaf: { algorithm: 'ecdsa-with-SHA1' } },
    ['trusted', 'warning sha1-signature leaf'],
    ['refused', 'error sha1-signature leaf'],
  ),
  ...turning(
    'a leaf of ten years',
    year2019,
    { leaf: { notAfter: daysFromToday(3650) } },
    ['trusted'],
    ['refused', 'error leaf-825-days leaf'],
  ),
  ...turning(
    'no extendedKeyUsage below a root of the app',
    year2019,
    { leaf: { extendedKeyUsage: 'absent' }, source: 'app' },
    ['trusted'],
    ['refused', 'error eku-serverauth leaf'],
  ),
  ...turning(
    'any purpose below a root of the app',
    year2019,
    { leaf: { extendedKeyUsage: ['any'] }, source: 'app' },
    ['trusted'],
    ['refused', 'error eku-serverauth leaf'],
  ),
  ...turning(
    'keyUsage that cannot be read',
    year2019,
    { leaf: { keyUsage: notACriticalOne } },
    ['trusted', 'warning known-extension-unparseable leaf'],
    ['refused', 'error known-extension-unparseable leaf'],
  ),
  ...turning(
    'critical keyUsage that cannot be read, which no system loads',
    year2019,
    { leaf: { keyUsage: { ...notACriticalOne, critical: true } } },
    ['refused', 'error known-extension-unparseable leaf'],
    ['refused', 'error known-extension-unparseable leaf'],
  ),
  ...turning(
    'a leaf of 399 days below a root of the system',
    year2020,
    { leaf: { notAfter: daysFromToday(369) }, source: 'system' },
    ['trusted', 'warning ct-required leaf'],
    ['refused', 'warning ct-required leaf', 'error leaf-398-days leaf'],
  ),
  ...turning(
    'a root of path length 0 above an intermediate',
    year2021,
    { root: { basicConstraints: { cA: true, pathLength: 0 } } },
    ['trusted', 'warning path-length root'],
    ['refused', 'error path-length root'],
  ),
  ...turning(
    'an extension twice',
    year2021,
    { leaf: { extraExtensions: [keyUsage(['digitalSignature'])] } },
    ['trusted', 'warning duplicate-extension leaf'],
    ['refused', 'error duplicate-extension leaf'],
  ),
  ...turning(
    'an intermediate for code signing',
    year2022,
    { intermediate: { extendedKeyUsage: ['codeSigning'] } },
    ['trusted', 'warning eku-on-intermediate intermediate'],
    ['refused', 'error eku-on-intermediate intermediate'],
  ),
  ...turning(
    'an Ed25519 root without TLS',
    year2023,
    { root: { key: 'ed25519' }, policy: 'basic' },
    ['refused', 'error ed25519-unsupported root'],
    ['trusted', 'warning ed25519-unsupported root'],
  ),
  ...turning(
    'an Ed25519 root with TLS',
    year2023,
    { root: { key: 'ed25519' } },
    ['refused', 'error ed25519-unsupported root'],
    ['refused', 'error ed25519-unsupported root'],
  ),
];
