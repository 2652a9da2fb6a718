// Written by `npm run generate` from schemas/com.apple.dashboard.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.dashboard`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Deprecated in macOS 10.15.
 * Removed in macOS 10.15.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 * @deprecated on all systems
 */
export interface DashboardContent extends CommonContent {
  readonly PayloadType?: 'com.apple.dashboard' | undefined;
  readonly whiteListEnabled: boolean;
  readonly WhiteList: readonly {
    readonly Type: string;
    readonly ID: string;
  }[];
}
