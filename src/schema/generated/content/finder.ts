// Written by `npm run generate` from schemas/com.apple.finder.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.finder`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface FinderContent extends CommonContent {
  readonly PayloadType?: 'com.apple.finder' | undefined;
  /** Default: `false`. */
  readonly ProhibitBurn?: boolean | undefined;
  /** Default: `false`. */
  readonly ProhibitConnectTo?: boolean | undefined;
  /** Default: `false`. */
  readonly ProhibitEject?: boolean | undefined;
  /** Default: `false`. */
  readonly ProhibitGoToFolder?: boolean | undefined;
  /** Default: `true`. */
  readonly ShowExternalHardDrivesOnDesktop?: boolean | undefined;
  /** Default: `false`. */
  readonly ShowHardDrivesOnDesktop?: boolean | undefined;
  /** Default: `false`. */
  readonly ShowMountedServersOnDesktop?: boolean | undefined;
  /** Default: `true`. */
  readonly ShowRemovableMediaOnDesktop?: boolean | undefined;
  /** Default: `true`. */
  readonly WarnOnEmptyTrash?: boolean | undefined;
}
