// Written by `npm run generate` from schemas/com.apple.networkusagerules.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.networkusagerules`
 * Since iOS 9.0.
 * Not for macOS, tvOS, visionOS, watchOS.
 * Not to be installed by hand on iOS.
 * Only in one payload on iOS.
 * User enrolment: forbidden on iOS.
 * Shared iPad: allowed.
 */
export interface NetworkusagerulesContent extends CommonContent {
  readonly PayloadType?: 'com.apple.networkusagerules' | undefined;
  readonly ApplicationRules?: readonly {
    readonly AppIdentifierMatches?: readonly string[] | undefined;
    /** Default: `true`. */
    readonly AllowRoamingCellularData?: boolean | undefined;
    /** Default: `true`. */
    readonly AllowCellularData?: boolean | undefined;
  }[] | undefined;
  /** Since iOS 13.0. */
  readonly SIMRules?: readonly {
    readonly ICCIDs: readonly string[];
    readonly WiFiAssistPolicy: 2 | 3;
  }[] | undefined;
}
