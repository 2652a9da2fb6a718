// Written by `npm run generate` from schemas/com.apple.screensaver.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.screensaver`
 * Since macOS 10.11.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface ScreensaverContent extends CommonContent {
  readonly PayloadType?: 'com.apple.screensaver' | undefined;
  /**
   * Since macOS 10.13.
   * Default: `false`.
   */
  readonly askForPassword?: boolean | undefined;
  /** Since macOS 10.13. */
  readonly askForPasswordDelay?: number | bigint | undefined;
  readonly idleTime?: number | bigint | undefined;
  readonly loginWindowModulePath?: string | undefined;
  readonly moduleName: string;
}
