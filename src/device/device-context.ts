import type { Platform } from './platform.js';
import type { VersionRange } from './version-range.js';

/**
 * What is known about the devices that a profile is for. What is not known is not assumed: a rule that depends on a fact
 * that is missing here says nothing, and one that depends on the version of a system that is not named weighs one step
 * less.
 */
export interface DeviceContext {
  /** The systems with their versions; `to` is the last one, with all that begin like it: `17` includes 17.6.1. */
  readonly platforms?: Readonly<Partial<Record<Platform, VersionRange>>>;
  readonly supervised?: boolean;
  /** How the devices are enrolled in device management; `local` is what a profile alone sets up. */
  readonly enrollment?: 'none' | 'device' | 'user' | 'local';
  /** How the profile gets there: opened by hand, by a management server, by Apple Configurator. */
  readonly install?: 'manual' | 'mdm' | 'configurator';
  readonly channel?: 'device' | 'user';
  readonly sharedIPad?: boolean;
}

/** All systems, in the order in which they are named to readers. */
export const allPlatforms: readonly Platform[] = ['iOS', 'macOS', 'tvOS', 'watchOS', 'visionOS'];
