// Written by `npm run generate` from schemas/com.apple.NSExtension.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.NSExtension`
 * Since macOS 10.13.
 * Not for iOS, tvOS, visionOS, watchOS.
 * User enrolment: forbidden on macOS.
 */
export interface NSExtensionContent extends CommonContent {
  readonly PayloadType?: 'com.apple.NSExtension' | undefined;
  readonly AllowedExtensions?: readonly string[] | undefined;
  readonly DeniedExtensions?: readonly string[] | undefined;
  readonly DeniedExtensionPoints?: readonly string[] | undefined;
}
