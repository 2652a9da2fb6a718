// Written by `npm run generate` from schemas/com.apple.webClip.managed.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.webClip.managed`
 * Since iOS 4.0, macOS 10.7.
 * Not for tvOS, visionOS, watchOS.
 * Not in the device channel on macOS.
 * User enrolment: allowed on iOS, macOS.
 * Shared iPad: allowed.
 */
export interface WebClipManagedContent extends CommonContent {
  readonly PayloadType?: 'com.apple.webClip.managed' | undefined;
  /**
   * Not for macOS.
   * Default: `false`.
   */
  readonly Precomposed?: boolean | undefined;
  /**
   * Not for macOS.
   * Default: `false`.
   */
  readonly FullScreen?: boolean | undefined;
  /** Kind: url. */
  readonly URL: string;
  readonly Icon?: Uint8Array | undefined;
  /**
   * Not for macOS.
   * Default: `true`.
   */
  readonly IsRemovable?: boolean | undefined;
  readonly Label: string;
  /**
   * Since iOS 14.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly IgnoreManifestScope?: boolean | undefined;
  /**
   * Since iOS 14.0.
   * Not for macOS.
   * Not to be installed by hand on iOS.
   */
  readonly TargetApplicationBundleIdentifier?: string | undefined;
}
