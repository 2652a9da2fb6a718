// Written by `npm run generate` from schemas/com.apple.profileRemovalPassword.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.profileRemovalPassword`
 * Since iOS 4.0, macOS 10.7, tvOS 9.0.
 * Not for visionOS, watchOS.
 * Needs supervision on iOS, tvOS.
 * Needs no supervision on macOS.
 * Only in one payload on iOS, macOS, tvOS.
 * User enrolment: forbidden on iOS, macOS.
 * Shared iPad: forbidden.
 */
export interface ProfileRemovalPasswordContent extends CommonContent {
  readonly PayloadType?: 'com.apple.profileRemovalPassword' | undefined;
  /** Secret. */
  readonly RemovalPassword?: string | undefined;
}
