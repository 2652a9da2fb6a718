// Written by `npm run generate` from schemas/com.apple.screensaver.user.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.screensaver.user`
 * Since macOS 10.11.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * Not in the device channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface ScreensaverUserContent extends CommonContent {
  readonly PayloadType?: 'com.apple.screensaver.user' | undefined;
  readonly moduleName: string;
  readonly modulePath?: string | undefined;
  readonly idleTime?: number | bigint | undefined;
}
