// Written by `npm run generate` from schemas/com.apple.applicationaccess.new.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.applicationaccess.new`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Deprecated in macOS 27.0.
 * User enrolment: forbidden on macOS.
 * @deprecated on all systems
 */
export interface ApplicationaccessNewContent extends CommonContent {
  readonly PayloadType?: 'com.apple.applicationaccess.new' | undefined;
  readonly familyControlsEnabled: boolean;
  /** Since macOS 10.15. */
  readonly allowList?: readonly ApplicationaccessNewAllowListItem[] | undefined;
  /**
   * Deprecated in macOS 10.15.
   * @deprecated on all systems
   */
  readonly whiteList?: readonly ApplicationaccessNewAllowListItem[] | undefined;
  /** Since macOS 10.15. */
  readonly pathDenyList?: readonly string[] | undefined;
  /**
   * Deprecated in macOS 10.15.
   * @deprecated on all systems
   */
  readonly pathBlackList?: readonly string[] | undefined;
  /** Since macOS 10.15. */
  readonly pathAllowList?: readonly string[] | undefined;
  /**
   * Deprecated in macOS 10.15.
   * @deprecated on all systems
   */
  readonly pathWhiteList?: readonly string[] | undefined;
}

export type ApplicationaccessNewAllowListItem = {
  readonly bundleID: string;
  readonly appID: Uint8Array;
  readonly detachedSignature?: Uint8Array | undefined;
  /** Default: `false`. */
  readonly disabled?: boolean | undefined;
  readonly subApps?: readonly ApplicationaccessNewAllowListItem[] | undefined;
  readonly displayName?: string | undefined;
};
