// Written by `npm run generate` from schemas/com.apple.DiscRecording.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.DiscRecording`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface DiscRecordingContent extends CommonContent {
  readonly PayloadType?: 'com.apple.DiscRecording' | undefined;
  readonly BurnSupport: 'off' | 'authenticate' | 'on';
}
