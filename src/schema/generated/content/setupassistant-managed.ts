// Written by `npm run generate` from schemas/com.apple.SetupAssistant.managed.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.SetupAssistant.managed`
 * Since iOS 14.0, macOS 10.12.
 * Not for tvOS, visionOS, watchOS.
 * Needs supervision on iOS.
 * Needs no supervision on macOS.
 * Only in one payload on iOS, macOS.
 * User enrolment: forbidden on iOS, macOS.
 * Shared iPad: allowed.
 */
export interface SetupAssistantManagedContent extends CommonContent {
  readonly PayloadType?: 'com.apple.SetupAssistant.managed' | undefined;
  /**
   * Not for iOS.
   * Deprecated in macOS 15.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SkipCloudSetup?: boolean | undefined;
  /**
   * Not for iOS.
   * Deprecated in macOS 15.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SkipSiriSetup?: boolean | undefined;
  /**
   * Since macOS 10.13.4.
   * Not for iOS.
   * Deprecated in macOS 15.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SkipPrivacySetup?: boolean | undefined;
  /**
   * Since macOS 10.13.4.
   * Not for iOS.
   * Deprecated in macOS 15.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SkipiCloudStorageSetup?: boolean | undefined;
  /**
   * Since macOS 10.13.6.
   * Not for iOS.
   * Deprecated in macOS 15.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SkipTrueTone?: boolean | undefined;
  /**
   * Since macOS 10.14.
   * Not for iOS.
   * Deprecated in macOS 15.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SkipAppearance?: boolean | undefined;
  /**
   * Since macOS 10.15.
   * Not for iOS.
   * Deprecated in macOS 15.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SkipTouchIDSetup?: boolean | undefined;
  /**
   * Since macOS 10.15.
   * Not for iOS.
   * Deprecated in macOS 15.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SkipScreenTime?: boolean | undefined;
  /**
   * Since macOS 11.0.
   * Not for iOS.
   * Deprecated in macOS 15.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SkipAccessibility?: boolean | undefined;
  /** Since iOS 14.0, macOS 15.0. */
  readonly SkipSetupItems?: readonly string[] | undefined;
  /**
   * Since macOS 12.0.
   * Not for iOS.
   * Deprecated in macOS 15.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SkipUnlockWithWatch?: boolean | undefined;
  /**
   * Since macOS 14.1.
   * Not for iOS.
   * Deprecated in macOS 15.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SkipWallpaper?: boolean | undefined;
}
