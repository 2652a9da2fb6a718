// Written by `npm run generate` from schemas/com.apple.desktop.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.desktop`
 * Since macOS 10.10.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface DesktopContent extends CommonContent {
  readonly PayloadType?: 'com.apple.desktop' | undefined;
  /**
   * Deprecated in macOS 10.13.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly locked?: boolean | undefined;
  readonly 'override-picture-path'?: string | undefined;
}
