// Written by `npm run generate` from schemas/com.apple.education.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.education`
 * Since iOS 9.3, macOS 10.14.
 * Not for tvOS, visionOS, watchOS.
 * Only in one payload on iOS, macOS.
 * Not in the device channel on macOS.
 * User enrolment: allowed on iOS, macOS.
 * Shared iPad: allowed.
 */
export interface EducationContent<Certificate = never, Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.education' | undefined;
  readonly OrganizationUUID: string;
  readonly OrganizationName: string;
  readonly PayloadCertificateUUID?: string | Pkcs12 | undefined;
  readonly LeaderPayloadCertificateAnchorUUID?: readonly (string | Certificate)[] | undefined;
  readonly MemberPayloadCertificateAnchorUUID?: readonly (string | Certificate)[] | undefined;
  readonly ResourcePayloadCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
  readonly UserIdentifier?: string | undefined;
  readonly Departments?: readonly {
    readonly Name: string;
    readonly GroupBeaconIDs: readonly (number | bigint)[];
  }[] | undefined;
  readonly Groups: readonly {
    readonly BeaconID: number | bigint;
    readonly Name: string;
    readonly Description?: string | undefined;
    /**
     * Not for macOS.
     * Deprecated in iOS 9.3.1.
     * @deprecated on all systems
     */
    readonly ImageURL?: string | undefined;
    readonly ConfigurationSource?: string | undefined;
    readonly LeaderIdentifiers?: readonly string[] | undefined;
    readonly MemberIdentifiers: readonly string[];
    readonly DeviceGroupIdentifiers?: readonly string[] | undefined;
  }[];
  readonly Users: readonly {
    readonly Identifier: string;
    readonly Name: string;
    readonly GivenName?: string | undefined;
    readonly FamilyName?: string | undefined;
    readonly PhoneticGivenName?: string | undefined;
    readonly PhoneticFamilyName?: string | undefined;
    readonly ImageURL?: string | undefined;
    /**
     * Not for macOS.
     * Deprecated in iOS 9.3.1.
     * @deprecated on all systems
     */
    readonly FullScreenImageURL?: string | undefined;
    readonly AppleID?: string | undefined;
    readonly PasscodeType?: 'complex' | 'four' | 'six' | undefined;
  }[];
  readonly DeviceGroups?: readonly {
    readonly Identifier: string;
    readonly Name: string;
    readonly SerialNumbers: readonly string[];
  }[] | undefined;
  /**
   * Since iOS 10.3.
   * Default: `false`.
   */
  readonly ScreenObservationPermissionModificationAllowed?: boolean | undefined;
}
