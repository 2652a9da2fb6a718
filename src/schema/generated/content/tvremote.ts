// Written by `npm run generate` from schemas/com.apple.tvremote.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.tvremote`
 * Since iOS 11.3, tvOS 11.3.
 * Not for macOS, visionOS, watchOS.
 * Needs supervision on iOS, tvOS.
 * Only in one payload on iOS, tvOS.
 * User enrolment: forbidden on iOS.
 * Shared iPad: allowed.
 */
export interface TvremoteContent extends CommonContent {
  readonly PayloadType?: 'com.apple.tvremote' | undefined;
  /** Not for iOS. */
  readonly AllowedRemotes?: readonly {
    readonly RemoteDeviceID: string;
  }[] | undefined;
  /** Not for tvOS. */
  readonly AllowedTVs?: readonly {
    readonly TVDeviceID: string;
    /** Since iOS 15.0. */
    readonly TVDeviceName?: string | undefined;
  }[] | undefined;
}
