// Written by `npm run generate` from schemas/com.apple.subscribedcalendar.account.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.subscribedcalendar.account`
 * Since iOS 4.0, visionOS 1.1.
 * Not for macOS, tvOS, watchOS.
 * User enrolment: allowed on iOS, visionOS.
 * Shared iPad: allowed.
 */
export interface SubscribedcalendarAccountContent extends CommonContent {
  readonly PayloadType?: 'com.apple.subscribedcalendar.account' | undefined;
  readonly SubCalAccountDescription?: string | undefined;
  readonly SubCalAccountHostName: string;
  readonly SubCalAccountUsername?: string | undefined;
  /** Secret. */
  readonly SubCalAccountPassword?: string | undefined;
  /** Default: `false`. */
  readonly SubCalAccountUseSSL?: boolean | undefined;
  /** Since iOS 14.0. */
  readonly VPNUUID?: string | undefined;
}
