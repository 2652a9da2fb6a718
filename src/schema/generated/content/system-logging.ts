// Written by `npm run generate` from schemas/com.apple.system.logging.schema.json. Do not edit.
import type { PlistInput } from '../../../plist/value.js';
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.system.logging`
 * Since macOS 10.12.
 * Not for iOS, tvOS, visionOS, watchOS.
 * User enrolment: forbidden on macOS.
 */
export interface SystemLoggingContent extends CommonContent {
  readonly PayloadType?: 'com.apple.system.logging' | undefined;
  /** Not for macOS. */
  readonly Subsystems?: {
    readonly [key: string]: PlistInput | undefined;
  } | undefined;
  /** Not for macOS. */
  readonly System?: {
    readonly [key: string]: PlistInput | undefined;
  } | undefined;
}
