// Written by `npm run generate` from schemas/com.apple.ADCertificate.managed.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.ADCertificate.managed`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * User enrolment: allowed on macOS.
 */
export interface ADCertificateManagedContent extends CommonContent {
  readonly PayloadType?: 'com.apple.ADCertificate.managed' | undefined;
  readonly CertServer: string;
  readonly CertTemplate: string;
  readonly Description?: string | undefined;
  readonly CertificateRenewalTimeInterval?: number | bigint | undefined;
  /** Since macOS 10.8. */
  readonly CertificateAuthority?: string | undefined;
  /** Since macOS 10.8. */
  readonly CertificateAcquisitionMechanism?: string | undefined;
  /**
   * Since macOS 10.10.
   * Default: `false`.
   */
  readonly AllowAllAppsAccess?: boolean | undefined;
  /**
   * Since macOS 10.8.
   * Default: `false`.
   */
  readonly PromptForCredentials?: boolean | undefined;
  /**
   * Since macOS 10.10.
   * Default: `false`.
   */
  readonly KeyIsExtractable?: boolean | undefined;
  /**
   * Since macOS 10.11.
   * Default: `2048`.
   */
  readonly Keysize?: number | bigint | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `false`.
   */
  readonly EnableAutoRenewal?: boolean | undefined;
}
