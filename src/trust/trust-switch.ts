import { isAtLeast } from '../device/is-at-least.js';
import type { PlatformVersion } from '../device/platform.js';

/**
 * Whether the system lists the roots that a person installed, each with a switch, in Certificate Trust Settings: iOS since
 * 10.3, and the systems with the same Settings. A Mac has Keychain Access in its place; of the Apple Watch nothing is known.
 */
export function hasTrustSwitch({ os, version }: PlatformVersion): boolean {
  if (os === 'iOS') return isAtLeast(version, '10.3');
  return os === 'tvOS' || os === 'visionOS';
}
