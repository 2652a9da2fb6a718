// Written by `npm run generate` from schemas/com.apple.preference.security.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.preference.security`
 * Since macOS 10.10.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface PreferenceSecurityContent extends CommonContent {
  readonly PayloadType?: 'com.apple.preference.security' | undefined;
  /** Default: `false`. */
  readonly dontAllowPasswordResetUI?: boolean | undefined;
  /** Default: `false`. */
  readonly dontAllowLockMessageUI?: boolean | undefined;
  /** Default: `false`. */
  readonly dontAllowFireWallUI?: boolean | undefined;
}
