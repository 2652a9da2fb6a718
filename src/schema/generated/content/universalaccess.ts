// Written by `npm run generate` from schemas/com.apple.universalaccess.schema.json. Do not edit.
import type { PlistReal } from '../../../plist/value.js';
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.universalaccess`
 * Since macOS 10.9.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface UniversalaccessContent extends CommonContent {
  readonly PayloadType?: 'com.apple.universalaccess' | undefined;
  readonly closeViewFarPoint?: number | bigint | undefined;
  /** Default: `false`. */
  readonly closeViewHotkeysEnabled?: boolean | undefined;
  readonly closeViewNearPoint?: number | bigint | undefined;
  /** Default: `false`. */
  readonly closeViewScrollWheelToggle?: boolean | undefined;
  /**
   * Since macOS 10.9.
   * Deprecated in macOS 10.15.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly closeViewShowPreview?: boolean | undefined;
  /** Default: `false`. */
  readonly closeViewSmoothImages?: boolean | undefined;
  /** Range: 0 to 1. */
  readonly contrast?: number | PlistReal | undefined;
  /** Default: `false`. */
  readonly flashScreen?: boolean | undefined;
  /**
   * Deprecated in macOS 11.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly grayscale?: boolean | undefined;
  /** Default: `false`. */
  readonly mouseDriver?: boolean | undefined;
  readonly mouseDriverCursorSize?: number | bigint | undefined;
  /** Default: `false`. */
  readonly mouseDriverIgnoreTrackpad?: boolean | undefined;
  readonly mouseDriverInitialDelay?: number | bigint | undefined;
  readonly mouseDriverMaxSpeed?: number | bigint | undefined;
  /** Default: `false`. */
  readonly slowKey?: boolean | undefined;
  /** Default: `false`. */
  readonly slowKeyBeepOn?: boolean | undefined;
  readonly slowKeyDelay?: number | bigint | undefined;
  /** Default: `false`. */
  readonly stereoAsMono?: boolean | undefined;
  /** Default: `false`. */
  readonly stickyKey?: boolean | undefined;
  /** Default: `false`. */
  readonly stickyKeyBeepOnModifier?: boolean | undefined;
  /** Default: `false`. */
  readonly stickyKeyShowWindow?: boolean | undefined;
  /** Default: `false`. */
  readonly voiceOverOnOffKey?: boolean | undefined;
  /** Default: `false`. */
  readonly whiteOnBlack?: boolean | undefined;
}
