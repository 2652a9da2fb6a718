// Written by `npm run generate` from schemas/com.apple.AIM.account.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.AIM.account`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Deprecated in macOS 10.13.
 * Removed in macOS 10.14.
 * Not in the device channel on macOS.
 * User enrolment: forbidden on macOS.
 * @deprecated on all systems
 */
export interface AIMAccountContent extends CommonContent {
  readonly PayloadType?: 'com.apple.AIM.account' | undefined;
  readonly AIMAccountDescription?: string | undefined;
  readonly AIMHostName: 'slogin.oscar.aol.com';
  readonly AIMUserName?: string | undefined;
  /** Secret. */
  readonly AIMPassword?: string | undefined;
  /** Default: `true`. */
  readonly AIMUseSSL?: boolean | undefined;
  /**
   * Range: 0 to 65535.
   * Default: `5190`.
   */
  readonly AIMPort?: number | bigint | undefined;
  readonly AIMAuthentication: 'AIMAuthPassword';
}
