// Written by `npm run generate` from schemas/com.apple.mobiledevice.passwordpolicy.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.mobiledevice.passwordpolicy`
 * Since iOS 4.0, macOS 10.7, visionOS 2.0, watchOS 10.0.
 * Not for tvOS.
 * User enrolment: allowed on iOS, visionOS.
 * User enrolment: forbidden on macOS.
 * Shared iPad: forbidden.
 */
export interface MobiledevicePasswordpolicyContent extends CommonContent {
  readonly PayloadType?: 'com.apple.mobiledevice.passwordpolicy' | undefined;
  /**
   * User enrolment: ignored on iOS, visionOS.
   * Default: `true`.
   */
  readonly allowSimple?: boolean | undefined;
  /**
   * User enrolment: ignored on iOS, visionOS.
   * Default: `false`.
   */
  readonly forcePIN?: boolean | undefined;
  /**
   * User enrolment: ignored on iOS, visionOS.
   * Range: 2 to 11.
   * Default: `11`.
   */
  readonly maxFailedAttempts?: number | bigint | undefined;
  /**
   * User enrolment: ignored on iOS, visionOS.
   * Range: 0 to 60.
   * On other systems than macOS: range: 0 to 15.
   */
  readonly maxInactivity?: number | bigint | undefined;
  /**
   * User enrolment: ignored on iOS, visionOS.
   * Range: 1 to 730.
   */
  readonly maxPINAgeInDays?: number | bigint | undefined;
  /**
   * Not for watchOS.
   * User enrolment: ignored on iOS, visionOS.
   * Range: 0 to 4.
   * Default: `0`.
   */
  readonly minComplexChars?: number | bigint | undefined;
  /**
   * User enrolment: ignored on iOS, visionOS.
   * Range: 0 to 16.
   * Default: `0`.
   */
  readonly minLength?: number | bigint | undefined;
  /**
   * Not for watchOS.
   * User enrolment: ignored on iOS, visionOS.
   * Default: `false`.
   */
  readonly requireAlphanumeric?: boolean | undefined;
  /**
   * User enrolment: ignored on iOS, visionOS.
   * Range: 1 to 50.
   */
  readonly pinHistory?: number | bigint | undefined;
  /**
   * User enrolment: ignored on iOS, visionOS.
   * Default: `0`.
   */
  readonly maxGracePeriod?: number | bigint | undefined;
  /**
   * Since macOS 10.10.
   * Not for iOS, visionOS, watchOS.
   * User enrolment: ignored on macOS.
   */
  readonly minutesUntilFailedLoginReset?: number | bigint | undefined;
  /**
   * Since macOS 10.13.
   * Not for iOS, visionOS, watchOS.
   * User enrolment: ignored on macOS.
   * Default: `false`.
   */
  readonly changeAtNextAuth?: boolean | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, visionOS, watchOS.
   */
  readonly customRegex?: {
    readonly passwordContentRegex: string;
    readonly passwordContentDescription?: {
      readonly [key: string]: string | undefined;
    } | undefined;
  } | undefined;
}
