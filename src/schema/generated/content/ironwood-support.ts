// Written by `npm run generate` from schemas/com.apple.ironwood.support.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.ironwood.support`
 * Since macOS 10.9.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Deprecated in macOS 10.13.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 * @deprecated on all systems
 */
export interface IronwoodSupportContent extends CommonContent {
  readonly PayloadType?: 'com.apple.ironwood.support' | undefined;
  /** Default: `true`. */
  readonly 'Profanity Allowed'?: boolean | undefined;
  /** Default: `true`. */
  readonly 'Ironwood Allowed'?: boolean | undefined;
}
