// Written by `npm run generate` from schemas/com.apple.airplay.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.airplay`
 * Since iOS 7.0, macOS 10.10.
 * Not for tvOS, visionOS, watchOS.
 * User enrolment: allowed on iOS, macOS.
 * Shared iPad: allowed.
 */
export interface AirplayContent extends CommonContent {
  readonly PayloadType?: 'com.apple.airplay' | undefined;
  /**
   * Since iOS 14.5, macOS 11.3.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * User enrolment: ignored on macOS.
   */
  readonly AllowList?: readonly {
    /**
     * Deprecated in iOS 18.0, macOS 15.0.
     * Form: `^([0-9A-Fa-f]{2}:){5}([0-9A-Fa-f]{2})$`.
     * @deprecated on all systems
     */
    readonly DeviceID?: string | undefined;
    /** Since iOS 18.0, macOS 15.0. */
    readonly DeviceName?: string | undefined;
  }[] | undefined;
  readonly Passwords?: readonly {
    /** Since macOS 15.0. */
    readonly DeviceName?: string | undefined;
    /** Secret. */
    readonly Password: string;
    /**
     * Not for iOS.
     * Deprecated in macOS 15.0.
     * @deprecated on all systems
     */
    readonly DeviceID?: string | undefined;
  }[] | undefined;
  /**
   * Deprecated in iOS 14.5, macOS 11.3.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   * User enrolment: ignored on macOS.
   * @deprecated on all systems
   */
  readonly Whitelist?: readonly {
    /**
     * Deprecated in iOS 18.0, macOS 15.0.
     * Form: `^([0-9A-Fa-f]{2}:){5}([0-9A-Fa-f]{2})$`.
     * @deprecated on all systems
     */
    readonly DeviceID?: string | undefined;
    /** Since iOS 18.0, macOS 15.0. */
    readonly DeviceName?: string | undefined;
  }[] | undefined;
}
