// Written by `npm run generate` from schemas/com.apple.ews.account.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.ews.account`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Not in the device channel on macOS.
 * User enrolment: allowed on macOS.
 */
export interface EwsAccountContent<Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.ews.account' | undefined;
  readonly EmailAddress?: string | undefined;
  readonly Host?: string | undefined;
  /** Default: `true`. */
  readonly SSL?: boolean | undefined;
  /**
   * Since macOS 10.14.
   * Default: `false`.
   */
  readonly OAuth?: boolean | undefined;
  /** Since macOS 10.14. */
  readonly OAuthSignInURL?: string | undefined;
  readonly UserName?: string | undefined;
  /** Secret. */
  readonly Password?: string | undefined;
  /**
   * Since macOS 10.12.
   * Form: `^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$`.
   */
  readonly PayloadCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
  /** Since macOS 10.11. */
  readonly AuthenticationCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
  /**
   * Since macOS 10.12.
   * Default: `false`.
   */
  readonly allowMailDrop?: boolean | undefined;
  readonly Path?: string | undefined;
  readonly Port?: number | bigint | undefined;
  readonly ExternalHost?: string | undefined;
  /** Default: `true`. */
  readonly ExternalSSL?: boolean | undefined;
  readonly ExternalPath?: string | undefined;
  readonly ExternalPort?: number | bigint | undefined;
}
