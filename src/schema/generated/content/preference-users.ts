// Written by `npm run generate` from schemas/com.apple.preference.users.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.preference.users`
 * Since macOS 10.12.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: allowed on macOS.
 */
export interface PreferenceUsersContent extends CommonContent {
  readonly PayloadType?: 'com.apple.preference.users' | undefined;
  /** Default: `false`. */
  readonly DisableUsingiCloudPassword?: boolean | undefined;
}
