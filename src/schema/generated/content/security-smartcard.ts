// Written by `npm run generate` from schemas/com.apple.security.smartcard.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.security.smartcard`
 * Since macOS 10.12.4.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface SecuritySmartcardContent extends CommonContent {
  readonly PayloadType?: 'com.apple.security.smartcard' | undefined;
  /** Default: `true`. */
  readonly UserPairing?: boolean | undefined;
  /** Default: `true`. */
  readonly allowSmartCard?: boolean | undefined;
  /** Default: `0`. */
  readonly checkCertificateTrust?: 0 | 1 | 2 | 3 | undefined;
  /** Default: `false`. */
  readonly oneCardPerUser?: boolean | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `0`.
   */
  readonly tokenRemovalAction?: 0 | 1 | undefined;
  /**
   * Since macOS 10.13.2.
   * Default: `false`.
   */
  readonly enforceSmartCard?: boolean | undefined;
}
