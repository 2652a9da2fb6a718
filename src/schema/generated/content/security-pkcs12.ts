// Written by `npm run generate` from schemas/com.apple.security.pkcs12.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.security.pkcs12`
 * Since iOS 4.0, macOS 10.7, tvOS 9.0, visionOS 1.0, watchOS 3.0.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface SecurityPkcs12Content extends CommonContent {
  readonly PayloadType?: 'com.apple.security.pkcs12' | undefined;
  readonly PayloadCertificateFileName?: string | undefined;
  /** Secret. */
  readonly PayloadContent: Uint8Array;
  /** Secret. */
  readonly Password?: string | undefined;
  /**
   * Since macOS 10.10.
   * Not for iOS, tvOS, visionOS, watchOS.
   * Default: `false`.
   */
  readonly AllowAllAppsAccess?: boolean | undefined;
  /**
   * Since macOS 10.15.
   * Not for iOS, tvOS, visionOS, watchOS.
   * Default: `true`.
   */
  readonly KeyIsExtractable?: boolean | undefined;
}
