// Written by `npm run generate` from schemas/com.apple.appstore.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.appstore`
 * Since macOS 10.9.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface AppstoreContent extends CommonContent {
  readonly PayloadType?: 'com.apple.appstore' | undefined;
  /**
   * Since macOS 10.9.
   * Deprecated in macOS 10.14.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly 'restrict-store-require-admin-to-install'?: boolean | undefined;
  /**
   * Since macOS 10.10.
   * Default: `false`.
   */
  readonly 'restrict-store-softwareupdate-only'?: boolean | undefined;
  /**
   * Since macOS 10.10.
   * Default: `false`.
   */
  readonly 'restrict-store-disable-app-adoption'?: boolean | undefined;
  /**
   * Since macOS 10.10.
   * Default: `false`.
   */
  readonly DisableSoftwareUpdateNotifications?: boolean | undefined;
}
