// Written by `npm run generate` from schemas/com.apple.Dictionary.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.Dictionary`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface DictionaryContent extends CommonContent {
  readonly PayloadType?: 'com.apple.Dictionary' | undefined;
  readonly parentalControl: boolean;
}
