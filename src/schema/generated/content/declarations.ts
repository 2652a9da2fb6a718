// Written by `npm run generate` from schemas/com.apple.declarations.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.declarations`
 * Since iOS 17.0, macOS 14.0, tvOS 17.0, visionOS 1.0, watchOS 10.0.
 * User enrolment: forbidden on iOS, macOS, visionOS.
 * Shared iPad: forbidden.
 */
export interface DeclarationsContent extends CommonContent {
  readonly PayloadType?: 'com.apple.declarations' | undefined;
  readonly Declarations: readonly Uint8Array[];
}
