// Written by `npm run generate` from schemas/com.apple.wifi.managed.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.wifi.managed`
 * Since iOS 4.0, macOS 10.7, tvOS 9.0, visionOS 1.0, watchOS 3.2.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface WifiManagedContent<Certificate = never, Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.wifi.managed' | undefined;
  /**
   * Since iOS 5.0.
   * Default: `true`.
   */
  readonly AutoJoin?: boolean | undefined;
  /** Since iOS 7.0. */
  readonly SSID_STR?: string | undefined;
  /** Default: `false`. */
  readonly HIDDEN_NETWORK?: boolean | undefined;
  /**
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `None`.
   */
  readonly ProxyType?: 'None' | 'Manual' | 'Auto' | undefined;
  /** Default: `Any`. */
  readonly EncryptionType?: 'WEP' | 'WPA' | 'WPA2' | 'WPA3' | 'Any' | 'None' | undefined;
  /** Secret. */
  readonly Password?: string | undefined;
  /** Form: `^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$`. */
  readonly PayloadCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
  readonly EAPClientConfiguration?: {
    readonly AcceptEAPTypes: readonly (13 | 17 | 18 | 21 | 23 | 25 | 43)[];
    readonly UserName?: string | undefined;
    /** Secret. */
    readonly UserPassword?: string | undefined;
    /** Items: form: `^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$`. */
    readonly PayloadCertificateAnchorUUID?: readonly (string | Certificate)[] | undefined;
    readonly TLSTrustedCertificates?: readonly string[] | undefined;
    readonly TLSTrustedServerNames?: readonly string[] | undefined;
    /**
     * Not for visionOS.
     * Removed in iOS 8.0.
     * Default: `true`.
     */
    readonly TLSAllowTrustExceptions?: boolean | undefined;
    /**
     * Since iOS 7.0.
     * Default: `false`.
     */
    readonly TLSCertificateIsRequired?: boolean | undefined;
    /** Default: `MSCHAPv2`. */
    readonly TTLSInnerAuthentication?: 'PAP' | 'EAP' | 'CHAP' | 'MSCHAP' | 'MSCHAPv2' | undefined;
    /**
     * Since iOS 11.0, macOS 10.13, tvOS 11.0.
     * Default: `1.0`.
     */
    readonly TLSMinimumVersion?: '1.0' | '1.1' | '1.2' | '1.3' | undefined;
    /**
     * Since iOS 11.0, macOS 10.13, tvOS 11.0.
     * Default: `1.2`.
     */
    readonly TLSMaximumVersion?: '1.0' | '1.1' | '1.2' | '1.3' | undefined;
    readonly OuterIdentity?: string | undefined;
    /** Default: `false`. */
    readonly EAPFASTUsePAC?: boolean | undefined;
    /** Default: `false`. */
    readonly EAPFASTProvisionPAC?: boolean | undefined;
    /** Default: `false`. */
    readonly EAPFASTProvisionPACAnonymously?: boolean | undefined;
    /**
     * Since iOS 8.0.
     * Default: `3`.
     */
    readonly EAPSIMNumberOfRANDs?: 2 | 3 | undefined;
    readonly SystemModeCredentialsSource?: string | undefined;
    /** Default: `false`. */
    readonly SystemModeUseOpenDirectoryCredentials?: boolean | undefined;
    /**
     * Since iOS 8.0, macOS 10.8, tvOS 9.0.
     * Default: `false`.
     */
    readonly OneTimeUserPassword?: boolean | undefined;
  } | undefined;
  /** Since iOS 7.0, macOS 10.9. */
  readonly DisplayedOperatorName?: string | undefined;
  /** Since iOS 7.0, macOS 10.9. */
  readonly DomainName?: string | undefined;
  /**
   * Since iOS 7.0, macOS 10.9.
   * Items: form: `^([0-9A-Za-z]{6})|([0-9A-Za-z]{9})$`.
   */
  readonly RoamingConsortiumOIs?: readonly string[] | undefined;
  /**
   * Since iOS 7.0, macOS 10.9.
   * Default: `false`.
   */
  readonly ServiceProviderRoamingEnabled?: boolean | undefined;
  /**
   * Since iOS 7.0, macOS 10.9.
   * Default: `false`.
   */
  readonly IsHotspot?: boolean | undefined;
  /** Since iOS 7.0. */
  readonly HESSID?: string | undefined;
  /** Since iOS 7.0, macOS 10.9. */
  readonly NAIRealmNames?: readonly string[] | undefined;
  /**
   * Since iOS 7.0.
   * Not for macOS.
   * Items: form: `^[0-9]{6}$`.
   */
  readonly MCCAndMNCs?: readonly string[] | undefined;
  /**
   * Since iOS 10.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly CaptiveBypass?: boolean | undefined;
  /** Since iOS 10.0, macOS 10.13. */
  readonly QoSMarkingPolicy?: {
    /** Since iOS 14.5, macOS 14.0. */
    readonly QoSMarkingAllowListAppIdentifiers?: readonly string[] | undefined;
    /**
     * Not for visionOS.
     * Deprecated in iOS 14.5, macOS 14.0.
     */
    readonly QoSMarkingWhitelistedAppIdentifiers?: readonly string[] | undefined;
    /** Default: `true`. */
    readonly QoSMarkingAppleAudioVideoCalls?: boolean | undefined;
    /** Default: `true`. */
    readonly QoSMarkingEnabled?: boolean | undefined;
  } | undefined;
  /**
   * Since macOS 10.7.
   * Not for iOS, tvOS, visionOS, watchOS.
   */
  readonly SetupModes?: readonly ('System' | 'Loginwindow')[] | undefined;
  /** Default: `true`. */
  readonly EnableIPv6?: boolean | undefined;
  /** Default: `false`. */
  readonly TLSCertificateRequired?: boolean | undefined;
  /** User enrolment: forbidden on iOS, macOS, visionOS. */
  readonly ProxyServer?: string | undefined;
  /**
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Range: 0 to 65535.
   */
  readonly ProxyServerPort?: number | bigint | undefined;
  /** User enrolment: forbidden on iOS, macOS, visionOS. */
  readonly ProxyUsername?: string | undefined;
  /**
   * User enrolment: forbidden on iOS, visionOS.
   * Secret.
   */
  readonly ProxyPassword?: string | undefined;
  /** User enrolment: forbidden on iOS, macOS, visionOS. */
  readonly ProxyPACURL?: string | undefined;
  /**
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `false`.
   */
  readonly ProxyPACFallbackAllowed?: boolean | undefined;
  /**
   * Since iOS 14.0, macOS 15.0, watchOS 7.0.
   * Not for tvOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `false`.
   */
  readonly DisableAssociationMACRandomization?: boolean | undefined;
  /**
   * Since visionOS 26.0.
   * Not for iOS, macOS, tvOS, watchOS.
   * Needs supervision on visionOS.
   * User enrolment: forbidden on visionOS.
   * Default: `false`.
   */
  readonly AllowJoinBeforeFirstUnlock?: boolean | undefined;
}
