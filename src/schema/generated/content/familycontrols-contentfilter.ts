// Written by `npm run generate` from schemas/com.apple.familycontrols.contentfilter.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.familycontrols.contentfilter`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface FamilycontrolsContentfilterContent extends CommonContent {
  readonly PayloadType?: 'com.apple.familycontrols.contentfilter' | undefined;
  readonly restrictWeb: boolean;
  /** Default: `false`. */
  readonly useContentFilter?: boolean | undefined;
  /**
   * Since macOS 15.2.
   * Default: `false`.
   */
  readonly allowListEnabled?: boolean | undefined;
  /**
   * Deprecated in macOS 15.2.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly whitelistEnabled?: boolean | undefined;
  /** Since macOS 15.2. */
  readonly siteAllowList?: readonly {
    readonly address: string;
    readonly pageTitle?: string | undefined;
  }[] | undefined;
  /**
   * Deprecated in macOS 15.2.
   * @deprecated on all systems
   */
  readonly siteWhitelist?: readonly {
    readonly address: string;
    readonly pageTitle?: string | undefined;
  }[] | undefined;
  /** Since macOS 15.2. */
  readonly filterAllowList?: readonly string[] | undefined;
  /**
   * Deprecated in macOS 15.2.
   * @deprecated on all systems
   */
  readonly filterWhitelist?: readonly string[] | undefined;
  /** Since macOS 15.2. */
  readonly filterDenyList?: readonly string[] | undefined;
  /**
   * Deprecated in macOS 15.2.
   * @deprecated on all systems
   */
  readonly filterBlacklist?: readonly string[] | undefined;
}
