// Written by `npm run generate` from schemas/com.apple.asam.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.asam`
 * Since macOS 10.13.4.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Needs user-approved MDM on macOS.
 * Not to be installed by hand on macOS.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface AsamContent extends CommonContent {
  readonly PayloadType?: 'com.apple.asam' | undefined;
  /** Since macOS 10.13.4. */
  readonly AllowedApplications: readonly {
    /** Since macOS 10.13.4. */
    readonly BundleIdentifier: string;
    /** Since macOS 10.13.4. */
    readonly TeamIdentifier: string;
  }[];
}
