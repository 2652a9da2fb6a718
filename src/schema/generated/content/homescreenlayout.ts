// Written by `npm run generate` from schemas/com.apple.homescreenlayout.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.homescreenlayout`
 * Since iOS 9.3, tvOS 11.0.
 * Not for macOS, visionOS, watchOS.
 * Needs supervision on iOS, tvOS.
 * Only in one payload on iOS, tvOS.
 * User enrolment: forbidden on iOS.
 * Shared iPad: allowed.
 */
export interface HomescreenlayoutContent extends CommonContent {
  readonly PayloadType?: 'com.apple.homescreenlayout' | undefined;
  readonly Dock?: readonly HomescreenlayoutIconItem[] | undefined;
  readonly Pages: readonly (readonly HomescreenlayoutIconItem[])[];
}

export type HomescreenlayoutIconItem = {
  readonly Type: 'Application' | 'Folder' | 'WebClip';
  readonly DisplayName?: string | undefined;
  readonly BundleID?: string | undefined;
  readonly Pages?: readonly (readonly HomescreenlayoutIconItem[])[] | undefined;
  /** Since iOS 11.3. */
  readonly URL?: string | undefined;
};
