// Written by `npm run generate` from schemas/com.apple.conferenceroomdisplay.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.conferenceroomdisplay`
 * Since tvOS 10.2.
 * Not for iOS, macOS, visionOS, watchOS.
 * Needs supervision on tvOS.
 * Only in one payload on tvOS.
 */
export interface ConferenceroomdisplayContent extends CommonContent {
  readonly PayloadType?: 'com.apple.conferenceroomdisplay' | undefined;
  readonly Message?: string | undefined;
}
