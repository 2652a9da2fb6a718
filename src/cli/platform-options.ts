import { iosGeneration, newestPlatform, type Platform, type PlatformVersion } from '../device/platform.js';
import { escapeText } from '../diagnostics/escape-text.js';
import type { OptionSpec, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';

/** The options that name a system. */
export const systems: Readonly<Record<string, Platform>> = {
  ios: 'iOS',
  macos: 'macOS',
  tvos: 'tvOS',
  watchos: 'watchOS',
  visionos: 'visionOS',
};

export const platformOptions: Readonly<Record<string, OptionSpec>> = Object.fromEntries(
  Object.entries(systems).map(([name, os]) => {
    const about = os === 'iOS' ? 'the version of iOS or iPadOS; the newest iOS unless given' : `the version of ${os}`;
    return [name, { type: 'string', value: 'VERSION', about }];
  }),
);

/** The system that is asked about: one of `--ios`, `--macos` ... */
export function readPlatform(parsed: ParsedArguments): PlatformVersion {
  return givenPlatform(parsed) ?? newestPlatform;
}

/** The same, undefined when none is given. */
export function givenPlatform({ texts }: ParsedArguments): PlatformVersion | undefined {
  const [given, another] = Object.entries(systems).filter(([name]) => texts[name] !== undefined);
  if (given === undefined) return undefined;
  const [name, os] = given;
  if (another !== undefined) {
    throw usageError(`--${name} and --${another[0]} are both given`, 'ask about one system at a time');
  }
  const platform: PlatformVersion = { os, version: texts[name] ?? '' };
  if (isVersion(platform)) return platform;
  throw usageError(`--${name} ${escapeText(platform.version, 40)} is not a version`, `write it as --${name} 17.4`);
}

function isVersion(platform: PlatformVersion): boolean {
  try {
    iosGeneration(platform);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}
