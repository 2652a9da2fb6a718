// Written by `npm run generate` from schemas/com.apple.domains.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.domains`
 * Since iOS 8.0, macOS 10.10, visionOS 2.0.
 * Not for tvOS, watchOS.
 * Only in one payload on iOS, macOS, visionOS.
 * User enrolment: forbidden on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface DomainsContent extends CommonContent {
  readonly PayloadType?: 'com.apple.domains' | undefined;
  /** Not for visionOS. */
  readonly EmailDomains?: readonly string[] | undefined;
  /** Not for macOS. */
  readonly WebDomains?: readonly string[] | undefined;
  /**
   * Since iOS 9.3.
   * Not for macOS.
   * Needs supervision on iOS.
   * User enrolment: forbidden on iOS.
   */
  readonly SafariPasswordAutoFillDomains?: readonly string[] | undefined;
  /**
   * Since iOS 16.2, macOS 13.1.
   * Needs supervision on iOS.
   * Not to be installed by hand on iOS, macOS.
   * User enrolment: forbidden on iOS.
   */
  readonly CrossSiteTrackingPreventionRelaxedDomains?: readonly string[] | undefined;
  /**
   * Since iOS 18.0, macOS 15.0.
   * Needs supervision on iOS.
   * Not to be installed by hand on iOS, macOS.
   * User enrolment: forbidden on iOS.
   */
  readonly CrossSiteTrackingPreventionRelaxedApps?: readonly string[] | undefined;
}
