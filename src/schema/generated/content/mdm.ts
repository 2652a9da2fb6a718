// Written by `npm run generate` from schemas/com.apple.mdm.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.mdm`
 * Since iOS 4.0, macOS 10.7, tvOS 9.0, visionOS 1.1, watchOS 10.0.
 * Needs supervision on watchOS.
 * Needs no supervision on iOS, tvOS, visionOS.
 * Not to be installed by hand on watchOS.
 * Only in one payload on iOS, macOS, tvOS, visionOS, watchOS.
 * Not in the user channel on macOS.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface MdmContent<Certificate = never, Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.mdm' | undefined;
  /** Form: `^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$`. */
  readonly IdentityCertificateUUID: string | Pkcs12 | Scep | Acme | AdCertificate;
  readonly Topic: string;
  /** Form: `^https://.*$`. */
  readonly ServerURL: string;
  /** Form: `^https://.*$`. */
  readonly CheckInURL?: string | undefined;
  /** Default: `false`. */
  readonly SignMessage?: boolean | undefined;
  /** User enrolment: ignored on iOS, macOS, visionOS. */
  readonly AccessRights?: number | bigint | undefined;
  /** Default: `false`. */
  readonly UseDevelopmentAPNS?: boolean | undefined;
  /**
   * Since iOS 13.1, macOS 10.15.
   * Not for tvOS, visionOS, watchOS.
   * Deprecated in iOS 17.0, macOS 14.0.
   * Removed in iOS 18.0, macOS 15.0.
   * User enrolment: required on iOS, macOS.
   * @deprecated on all systems
   */
  readonly ManagedAppleID?: string | undefined;
  /**
   * Since iOS 15.0, macOS 14.0.
   * Not for tvOS, watchOS.
   */
  readonly AssignedManagedAppleID?: string | undefined;
  /**
   * Since iOS 15.0, macOS 14.0.
   * Not for tvOS, watchOS.
   */
  readonly EnrollmentMode?: 'BYOD' | 'ADDE' | undefined;
  /** Since iOS 13.4, macOS 10.13, tvOS 13.4. */
  readonly ServerURLPinningCertificateUUIDs?: readonly (string | Certificate)[] | undefined;
  /** Since iOS 13.4, macOS 10.13, tvOS 13.4. */
  readonly CheckInURLPinningCertificateUUIDs?: readonly (string | Certificate)[] | undefined;
  /**
   * Since iOS 13.4, macOS 10.13, tvOS 13.4.
   * Default: `false`.
   */
  readonly PinningRevocationCheckRequired?: boolean | undefined;
  readonly ServerCapabilities?: readonly ('com.apple.mdm.per-user-connections' | 'com.apple.mdm.bootstraptoken' | 'com.apple.mdm.token')[] | undefined;
  /** Default: `false`. */
  readonly CheckOutWhenRemoved?: boolean | undefined;
  /**
   * Since iOS 15.1.
   * Not for macOS, tvOS, watchOS.
   */
  readonly RequiredAppIDForMDM?: number | bigint | undefined;
  /**
   * Since macOS 11.0.
   * Not for iOS, tvOS, visionOS, watchOS.
   * Default: `false`.
   */
  readonly PromptUserToAllowBootstrapTokenForAuthentication?: boolean | undefined;
}
