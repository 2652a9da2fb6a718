// Written by `npm run generate` from schemas/com.apple.carddav.account.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.carddav.account`
 * Since iOS 4.0, macOS 10.7, visionOS 1.1.
 * Not for tvOS, watchOS.
 * Not in the device channel on macOS.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface CarddavAccountContent extends CommonContent {
  readonly PayloadType?: 'com.apple.carddav.account' | undefined;
  /** Since macOS 10.7. */
  readonly CardDAVAccountDescription?: string | undefined;
  /** Since macOS 10.7. */
  readonly CardDAVHostName: string;
  /** Since macOS 10.7. */
  readonly CardDAVUsername?: string | undefined;
  /**
   * Since macOS 10.7.
   * Secret.
   */
  readonly CardDAVPassword?: string | undefined;
  /** Not for macOS. */
  readonly CardDAVPrincipalURL?: string | undefined;
  /**
   * Since macOS 10.7.
   * Default: `true`.
   */
  readonly CardDAVUseSSL?: boolean | undefined;
  /** Since macOS 10.7. */
  readonly CardDAVPort?: number | bigint | undefined;
  /**
   * Since iOS 10.0.
   * Not for macOS.
   */
  readonly CommunicationServiceRules?: {
    /**
     * Since iOS 10.0.
     * Not for macOS.
     */
    readonly DefaultServiceHandlers?: {
      /**
       * Since iOS 10.0.
       * Not for macOS.
       */
      readonly AudioCall?: string | undefined;
    } | undefined;
  } | undefined;
  /**
   * Since iOS 14.0.
   * Not for macOS.
   */
  readonly VPNUUID?: string | undefined;
}
