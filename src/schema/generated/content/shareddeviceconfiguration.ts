// Written by `npm run generate` from schemas/com.apple.shareddeviceconfiguration.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.shareddeviceconfiguration`
 * Since iOS 9.3.
 * Not for macOS, tvOS, visionOS, watchOS.
 * Needs supervision on iOS.
 * Only in one payload on iOS.
 * User enrolment: forbidden on iOS.
 * Shared iPad: allowed.
 */
export interface ShareddeviceconfigurationContent extends CommonContent {
  readonly PayloadType?: 'com.apple.shareddeviceconfiguration' | undefined;
  readonly AssetTagInformation?: string | undefined;
  /**
   * Since iOS 9.3.
   * Deprecated in iOS 9.3.1.
   * @deprecated on all systems
   */
  readonly IfLostReturnToMessage?: string | undefined;
  /** Since iOS 9.3.1. */
  readonly LockScreenFootnote?: string | undefined;
}
