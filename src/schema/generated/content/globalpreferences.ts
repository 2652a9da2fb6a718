// Written by `npm run generate` from schemas/.GlobalPreferences.schema.json. Do not edit.
import type { PlistReal } from '../../../plist/value.js';
import type { CommonContent } from './common-content.js';

/**
 * `.GlobalPreferences`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface GlobalPreferencesContent extends CommonContent {
  readonly PayloadType?: '.GlobalPreferences' | undefined;
  /** Default: `true`. */
  readonly MultipleSessionEnabled?: boolean | undefined;
  readonly 'com.apple.autologout.AutoLogOutDelay'?: number | PlistReal | undefined;
}
