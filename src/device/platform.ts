/** An operating system as Apple's schema names it. iPadOS is iOS here. */
export type Platform = 'iOS' | 'macOS' | 'tvOS' | 'watchOS' | 'visionOS';

/** One operating system in one version: `{ os: 'macOS', version: '10.15.4' }`. */
export interface PlatformVersion {
  readonly os: Platform;
  readonly version: string;
}

/** What is assumed when no platform is named: the newest that the rules know of. */
export const newestPlatform: PlatformVersion = { os: 'iOS', version: '26.0' };

/**
 * Systems of one year share their code. The first number of each version by that of iOS; from 26 on all have the same.
 * (Security of macOS 10.15 is that of iOS 13, and so on: tags of apple-oss-distributions/Security.)
 */
const firstNumbers: Readonly<Record<Platform, (major: number, minor: number) => number>> = {
  iOS: (major) => major,
  tvOS: (major) => major,
  watchOS: (major) => (major >= 26 ? major : major + 7),
  visionOS: (major) => (major >= 26 ? major : major + 16),
  macOS: (major, minor) => {
    if (major >= 26) return major;
    return major === 10 ? minor - 2 : major + 3;
  },
};

/**
 * The version of iOS of the same year as a platform, for rules that hold from one year on.
 *
 * @throws TypeError when the platform is not known or the version is not of the form `17.4`
 */
export function iosGeneration(platform: PlatformVersion): number {
  const { os, version } = Object(platform) as PlatformVersion;
  const match = /^(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?$/.exec(version);
  if (match === null || !Object.hasOwn(firstNumbers, os)) {
    throw new TypeError('platform must be an os (iOS, macOS, tvOS, watchOS, visionOS) and a version such as "17.4"');
  }
  return firstNumbers[os](Number(match[1]), Number(match[2] ?? 0));
}
