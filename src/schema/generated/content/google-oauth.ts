// Written by `npm run generate` from schemas/com.apple.google-oauth.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.google-oauth`
 * Since iOS 9.3, visionOS 1.1.
 * Not for macOS, tvOS, watchOS.
 * User enrolment: allowed on iOS, visionOS.
 * Shared iPad: allowed.
 */
export interface GoogleOauthContent extends CommonContent {
  readonly PayloadType?: 'com.apple.google-oauth' | undefined;
  readonly AccountDescription?: string | undefined;
  readonly AccountName?: string | undefined;
  readonly EmailAddress: string;
  /** Since iOS 10.0. */
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
  /** Since iOS 14.0. */
  readonly VPNUUID?: string | undefined;
}
