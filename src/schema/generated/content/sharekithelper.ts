// Written by `npm run generate` from schemas/com.apple.ShareKitHelper.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.ShareKitHelper`
 * Since macOS 10.9.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Deprecated in macOS 10.12.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 * @deprecated on all systems
 */
export interface ShareKitHelperContent extends CommonContent {
  readonly PayloadType?: 'com.apple.ShareKitHelper' | undefined;
  readonly SHKAllowedShareServices?: readonly string[] | undefined;
  readonly SHKDeniedShareServices?: readonly string[] | undefined;
}
