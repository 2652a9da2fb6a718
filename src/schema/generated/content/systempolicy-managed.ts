// Written by `npm run generate` from schemas/com.apple.systempolicy.managed.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.systempolicy.managed`
 * Since macOS 10.8.
 * Not for iOS, tvOS, visionOS, watchOS.
 * User enrolment: forbidden on macOS.
 */
export interface SystempolicyManagedContent extends CommonContent {
  readonly PayloadType?: 'com.apple.systempolicy.managed' | undefined;
  /** Default: `false`. */
  readonly DisableOverride?: boolean | undefined;
}
