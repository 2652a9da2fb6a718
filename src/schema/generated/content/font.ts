// Written by `npm run generate` from schemas/com.apple.font.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.font`
 * Since iOS 7.0, macOS 10.9, visionOS 2.0.
 * Not for tvOS, watchOS.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface FontContent extends CommonContent {
  readonly PayloadType?: 'com.apple.font' | undefined;
  /** Default: `""`. */
  readonly Name?: string | undefined;
  readonly Font: Uint8Array;
}
