// Written by `npm run generate` from schemas/com.apple.SoftwareUpdate.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.SoftwareUpdate`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Deprecated in macOS 26.0.
 * Removed in macOS 27.0.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 * @deprecated on all systems
 */
export interface SoftwareUpdateContent extends CommonContent {
  readonly PayloadType?: 'com.apple.SoftwareUpdate' | undefined;
  /**
   * Since macOS 10.7.
   * Deprecated in macOS 11.0.
   * User enrolment: forbidden on macOS.
   * @deprecated on all systems
   */
  readonly CatalogURL?: string | undefined;
  /**
   * Since macOS 10.9.
   * Default: `true`.
   */
  readonly AllowPreReleaseInstallation?: boolean | undefined;
  /**
   * Since macOS 10.14.
   * Default: `false`.
   */
  readonly 'restrict-software-update-require-admin-to-install'?: boolean | undefined;
  /**
   * Since macOS 10.15.
   * Default: `true`.
   */
  readonly AutomaticallyInstallMacOSUpdates?: boolean | undefined;
  /**
   * Since macOS 10.15.
   * Default: `true`.
   */
  readonly AutomaticallyInstallAppUpdates?: boolean | undefined;
  /**
   * Since macOS 10.15.
   * Default: `true`.
   */
  readonly AutomaticCheckEnabled?: boolean | undefined;
  /**
   * Since macOS 10.15.
   * Default: `true`.
   */
  readonly AutomaticDownload?: boolean | undefined;
  /**
   * Since macOS 10.15.
   * Default: `true`.
   */
  readonly CriticalUpdateInstall?: boolean | undefined;
  /**
   * Since macOS 10.15.
   * Default: `true`.
   */
  readonly ConfigDataInstall?: boolean | undefined;
}
