// Written by `npm run generate` from schemas/com.apple.caldav.account.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.caldav.account`
 * Since iOS 4.0, macOS 10.7, visionOS 1.1.
 * Not for tvOS, watchOS.
 * Not in the device channel on macOS.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface CaldavAccountContent extends CommonContent {
  readonly PayloadType?: 'com.apple.caldav.account' | undefined;
  readonly CalDAVAccountDescription?: string | undefined;
  readonly CalDAVHostName: string;
  readonly CalDAVUsername?: string | undefined;
  /** Secret. */
  readonly CalDAVPassword?: string | undefined;
  readonly CalDAVPrincipalURL?: string | undefined;
  /** Default: `true`. */
  readonly CalDAVUseSSL?: boolean | undefined;
  readonly CalDAVPort?: number | bigint | undefined;
  /**
   * Since iOS 14.0.
   * Not for macOS.
   */
  readonly VPNUUID?: string | undefined;
}
