// Written by `npm run generate` from schemas/com.apple.systempolicy.control.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.systempolicy.control`
 * Since macOS 10.8.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface SystempolicyControlContent extends CommonContent {
  readonly PayloadType?: 'com.apple.systempolicy.control' | undefined;
  readonly EnableAssessment?: boolean | undefined;
  readonly AllowIdentifiedDevelopers?: boolean | undefined;
  /** Since macOS 15.0. */
  readonly EnableXProtectMalwareUpload?: boolean | undefined;
}
