// Written by `npm run generate` from schemas/com.apple.xsan.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.xsan`
 * Since macOS 10.10.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface XsanContent extends CommonContent {
  readonly PayloadType?: 'com.apple.xsan' | undefined;
  readonly sanName: string;
  readonly sanConfigURLs?: readonly string[] | undefined;
  readonly fsnameservers?: readonly string[] | undefined;
  readonly sanAuthMethod?: 'auth_secret' | undefined;
  /** Secret. */
  readonly sharedSecret?: string | undefined;
}
