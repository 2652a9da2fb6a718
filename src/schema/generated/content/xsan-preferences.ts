// Written by `npm run generate` from schemas/com.apple.xsan.preferences.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.xsan.preferences`
 * Since macOS 10.11.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface XsanPreferencesContent extends CommonContent {
  readonly PayloadType?: 'com.apple.xsan.preferences' | undefined;
  readonly onlyMount?: readonly string[] | undefined;
  readonly denyMount?: readonly string[] | undefined;
  readonly denyDLC?: readonly string[] | undefined;
  readonly preferDLC?: readonly string[] | undefined;
  /** Default: `false`. */
  readonly useDLC?: boolean | undefined;
}
