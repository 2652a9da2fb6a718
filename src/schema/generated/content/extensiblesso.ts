// Written by `npm run generate` from schemas/com.apple.extensiblesso.schema.json. Do not edit.
import type { PlistInput } from '../../../plist/value.js';
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.extensiblesso`
 * Since iOS 13.0, macOS 10.15, visionOS 1.1.
 * Not for tvOS, watchOS.
 * Needs user-approved MDM on macOS.
 * Not to be installed by hand on iOS, macOS, visionOS.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface ExtensiblessoSpecial<Certificate = never, Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.extensiblesso' | undefined;
  readonly ExtensionIdentifier: 'com.apple.AppSSOKerberos.KerberosExtension';
  readonly TeamIdentifier: 'apple';
  readonly Type: 'Credential';
  readonly Realm: string;
  readonly ExtensionData?: {
    /** Deprecated in iOS 15.0, macOS 12.0. */
    readonly cacheName?: string | undefined;
    readonly principalName?: string | undefined;
    readonly siteCode?: string | undefined;
    readonly certificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
    /** Default: `true`. */
    readonly useSiteAutoDiscovery?: boolean | undefined;
    readonly credentialBundleIdACL?: readonly string[] | undefined;
    /**
     * Since iOS 14.0, macOS 12.0.
     * Default: `false`.
     */
    readonly includeManagedAppsInBundleIdACL?: boolean | undefined;
    /**
     * Since macOS 12.0.
     * Not for iOS, visionOS.
     * Default: `false`.
     */
    readonly includeKerberosAppsInBundleIdACL?: boolean | undefined;
    readonly domainRealmMapping?: {
      readonly [key: string]: readonly string[] | undefined;
    } | undefined;
    /** Default: `false`. */
    readonly isDefaultRealm?: boolean | undefined;
    /** Since iOS 14.0, macOS 11.0. */
    readonly customUsernameLabel?: string | undefined;
    /** Since iOS 14.0, macOS 11.0. */
    readonly helpText?: string | undefined;
    /**
     * Not for iOS, visionOS.
     * Default: `true`.
     */
    readonly allowPasswordChange?: boolean | undefined;
    /** Default: `true`. */
    readonly allowAutomaticLogin?: boolean | undefined;
    /** Default: `false`. */
    readonly requireUserPresence?: boolean | undefined;
    /**
     * Not for iOS, visionOS.
     * Deprecated in macOS 12.0.
     * @deprecated on all systems
     */
    readonly pwExpireOverride?: number | bigint | undefined;
    /**
     * Not for iOS, visionOS.
     * Default: `15`.
     */
    readonly pwNotificationDays?: number | bigint | undefined;
    /** Not for iOS, visionOS. */
    readonly pwReqLength?: number | bigint | undefined;
    /**
     * Not for iOS, visionOS.
     * Default: `false`.
     */
    readonly pwReqComplexity?: boolean | undefined;
    /** Not for iOS, visionOS. */
    readonly pwReqMinAge?: number | bigint | undefined;
    /** Not for iOS, visionOS. */
    readonly pwReqHistory?: number | bigint | undefined;
    /** Not for iOS, visionOS. */
    readonly pwReqText?: string | undefined;
    /**
     * Since macOS 15.0.
     * Not for iOS, visionOS.
     */
    readonly pwReqRTFData?: Uint8Array | undefined;
    /** Not for iOS, visionOS. */
    readonly pwChangeURL?: string | undefined;
    /**
     * Not for iOS, visionOS.
     * Default: `false`.
     */
    readonly syncLocalPassword?: boolean | undefined;
    /**
     * Since macOS 11.0.
     * Not for iOS, visionOS.
     * Deprecated in macOS 12.0.
     * Default: `900`.
     * @deprecated on all systems
     */
    readonly replicationTime?: number | bigint | undefined;
    /**
     * Since macOS 11.0.
     * Not for iOS, visionOS.
     * Default: `false`.
     */
    readonly delayUserSetup?: boolean | undefined;
    /**
     * Since macOS 11.0.
     * Not for iOS, visionOS.
     * Default: `true`.
     */
    readonly monitorCredentialsCache?: boolean | undefined;
    /**
     * Since iOS 14.0, macOS 11.0.
     * Default: `false`.
     */
    readonly requireTLSForLDAP?: boolean | undefined;
    /**
     * Since iOS 14.0, macOS 11.0.
     * Default: `always`.
     */
    readonly credentialUseMode?: 'always' | 'whenNotSpecified' | 'kerberosDefault' | undefined;
    /** Since iOS 15.0, macOS 12.0. */
    readonly preferredKDCs?: readonly string[] | undefined;
    /**
     * Since macOS 13.0.
     * Not for iOS, visionOS.
     * Default: `false`.
     */
    readonly usePlatformSSOTGT?: boolean | undefined;
    /**
     * Since macOS 13.0.
     * Not for iOS, visionOS.
     * Default: `true`.
     */
    readonly allowPlatformSSOAuthFallback?: boolean | undefined;
    /**
     * Since iOS 16.0, macOS 13.0.
     * Default: `false`.
     */
    readonly performKerberosOnly?: boolean | undefined;
    /**
     * Since macOS 15.0.
     * Not for iOS, visionOS.
     */
    readonly identityIssuerAutoSelectFilter?: string | undefined;
    /**
     * Since macOS 15.0.
     * Not for iOS, visionOS.
     * Default: `true`.
     */
    readonly allowSmartCard?: boolean | undefined;
    /**
     * Since macOS 15.0.
     * Not for iOS, visionOS.
     * Default: `true`.
     */
    readonly allowPassword?: boolean | undefined;
    /**
     * Since macOS 15.0.
     * Not for iOS, visionOS.
     * Default: `false`.
     */
    readonly startInSmartCardMode?: boolean | undefined;
  } | undefined;
  readonly Hosts?: readonly string[] | undefined;
  readonly URLs?: readonly string[] | undefined;
  /**
   * Since iOS 15.0, macOS 12.0.
   * Default: `Cancel`.
   */
  readonly ScreenLockedBehavior?: 'Cancel' | 'DoNotHandle' | undefined;
  /** Since iOS 15.0, macOS 12.0. */
  readonly DeniedBundleIdentifiers?: readonly string[] | undefined;
  /**
   * Since macOS 13.0.
   * Not for iOS, visionOS.
   * Deprecated in macOS 14.0.
   * @deprecated on all systems
   */
  readonly AuthenticationMethod?: 'Password' | 'UserSecureEnclaveKey' | undefined;
  /**
   * Since macOS 13.0.
   * Not for iOS, visionOS.
   * Secret.
   */
  readonly RegistrationToken?: string | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, visionOS.
   */
  readonly PlatformSSO?: {
    readonly AuthenticationMethod?: 'Password' | 'UserSecureEnclaveKey' | 'SmartCard' | 'OpenID' | undefined;
    /**
     * Not in the user channel on macOS.
     * Default: `false`.
     */
    readonly UseSharedDeviceKeys?: boolean | undefined;
    readonly AccountDisplayName?: string | undefined;
    /**
     * Range: at least 3600.
     * Default: `64800`.
     */
    readonly LoginFrequency?: number | bigint | undefined;
    /** Default: `false`. */
    readonly EnableCreateUserAtLogin?: boolean | undefined;
    /**
     * Since macOS 26.0.
     * Default: `true`.
     */
    readonly EnableCreateFirstUserDuringSetup?: boolean | undefined;
    /** Default: `false`. */
    readonly EnableAuthorization?: boolean | undefined;
    readonly TokenToUserMapping?: {
      readonly AccountName?: string | undefined;
      readonly FullName?: string | undefined;
    } | undefined;
    /** Since macOS 26.0. */
    readonly NewUserAuthenticationMethods?: readonly ('Password' | 'SmartCard' | 'AccessKey' | 'OpenID')[] | undefined;
    readonly NewUserAuthorizationMode?: 'Standard' | 'Admin' | 'Groups' | 'Temporary' | undefined;
    readonly UserAuthorizationMode?: 'Standard' | 'Admin' | 'Groups' | undefined;
    readonly AdministratorGroups?: readonly string[] | undefined;
    readonly AdditionalGroups?: readonly string[] | undefined;
    readonly AuthorizationGroups?: {
      readonly [key: string]: string | undefined;
    } | undefined;
    /** Since macOS 26.0. */
    readonly AccessKeyReaderGroupIdentifier?: Uint8Array | undefined;
    /** Since macOS 26.0. */
    readonly AccessKeyTerminalIdentityUUID?: string | Pkcs12 | Scep | Acme | undefined;
    /** Since macOS 26.2. */
    readonly AccessKeyReaderIssuerCertificateUUID?: string | Certificate | undefined;
    /**
     * Since macOS 26.0.
     * Default: `false`.
     */
    readonly AllowAccessKeyExpressMode?: boolean | undefined;
    /** Since macOS 15.0. */
    readonly FileVaultPolicy?: readonly ('AttemptAuthentication' | 'RequireAuthentication' | 'AllowOfflineGracePeriod' | 'AllowAuthenticationGracePeriod' | 'RequireTouchID' | 'RequireTouchIDOrWatch' | 'AllowOpenIDForTouchIDFallback')[] | undefined;
    /** Since macOS 15.0. */
    readonly LoginPolicy?: readonly ('AttemptAuthentication' | 'RequireAuthentication' | 'AllowOfflineGracePeriod' | 'AllowAuthenticationGracePeriod' | 'RequireTouchID' | 'RequireTouchIDOrWatch' | 'AllowOpenIDForTouchIDFallback')[] | undefined;
    /** Since macOS 15.0. */
    readonly UnlockPolicy?: readonly ('AttemptAuthentication' | 'RequireAuthentication' | 'AllowOfflineGracePeriod' | 'AllowAuthenticationGracePeriod' | 'AllowTouchIDOrWatchForUnlock' | 'RequireTouchID' | 'RequireTouchIDOrWatch' | 'AllowOpenIDForTouchIDFallback')[] | undefined;
    /** Since macOS 15.0. */
    readonly OfflineGracePeriod?: number | bigint | undefined;
    /** Since macOS 15.0. */
    readonly AuthenticationGracePeriod?: number | bigint | undefined;
    /** Since macOS 15.0. */
    readonly NonPlatformSSOAccounts?: readonly string[] | undefined;
    /**
     * Since macOS 15.4.
     * Default: `false`.
     */
    readonly AllowDeviceIdentifiersInAttestation?: boolean | undefined;
    /**
     * Since macOS 26.0.
     * Default: `false`.
     */
    readonly SynchronizeProfilePicture?: boolean | undefined;
    /**
     * Since macOS 26.0.
     * Default: `false`.
     */
    readonly TemporarySessionQuickLogin?: boolean | undefined;
    /**
     * Since macOS 26.0.
     * Default: `false`.
     */
    readonly EnableRegistrationDuringSetup?: boolean | undefined;
    /** Since macOS 27.0. */
    readonly WebLoginURLAllowList?: readonly string[] | undefined;
    /**
     * Since macOS 27.0.
     * Default: `false`.
     */
    readonly AllowWebLoginPasswordSync?: boolean | undefined;
  } | undefined;
}

/**
 * `com.apple.extensiblesso`
 * Since iOS 13.0, macOS 10.15, visionOS 1.1.
 * Not for tvOS, watchOS.
 * Needs user-approved MDM on macOS.
 * Not to be installed by hand on iOS, macOS, visionOS.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface ExtensiblessoGeneral<Certificate = never, Pkcs12 = never, Scep = never, Acme = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.extensiblesso' | undefined;
  readonly ExtensionIdentifier: string;
  /** Not for iOS, visionOS. */
  readonly TeamIdentifier?: string | undefined;
  readonly Type: 'Credential' | 'Redirect';
  readonly Realm?: string | undefined;
  readonly ExtensionData?: {
    readonly [key: string]: PlistInput | undefined;
  } | undefined;
  readonly Hosts?: readonly string[] | undefined;
  readonly URLs?: readonly string[] | undefined;
  /**
   * Since iOS 15.0, macOS 12.0.
   * Default: `Cancel`.
   */
  readonly ScreenLockedBehavior?: 'Cancel' | 'DoNotHandle' | undefined;
  /** Since iOS 15.0, macOS 12.0. */
  readonly DeniedBundleIdentifiers?: readonly string[] | undefined;
  /**
   * Since macOS 13.0.
   * Not for iOS, visionOS.
   * Deprecated in macOS 14.0.
   * @deprecated on all systems
   */
  readonly AuthenticationMethod?: 'Password' | 'UserSecureEnclaveKey' | undefined;
  /**
   * Since macOS 13.0.
   * Not for iOS, visionOS.
   * Secret.
   */
  readonly RegistrationToken?: string | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, visionOS.
   */
  readonly PlatformSSO?: {
    readonly AuthenticationMethod?: 'Password' | 'UserSecureEnclaveKey' | 'SmartCard' | 'OpenID' | undefined;
    /**
     * Not in the user channel on macOS.
     * Default: `false`.
     */
    readonly UseSharedDeviceKeys?: boolean | undefined;
    readonly AccountDisplayName?: string | undefined;
    /**
     * Range: at least 3600.
     * Default: `64800`.
     */
    readonly LoginFrequency?: number | bigint | undefined;
    /** Default: `false`. */
    readonly EnableCreateUserAtLogin?: boolean | undefined;
    /**
     * Since macOS 26.0.
     * Default: `true`.
     */
    readonly EnableCreateFirstUserDuringSetup?: boolean | undefined;
    /** Default: `false`. */
    readonly EnableAuthorization?: boolean | undefined;
    readonly TokenToUserMapping?: {
      readonly AccountName?: string | undefined;
      readonly FullName?: string | undefined;
    } | undefined;
    /** Since macOS 26.0. */
    readonly NewUserAuthenticationMethods?: readonly ('Password' | 'SmartCard' | 'AccessKey' | 'OpenID')[] | undefined;
    readonly NewUserAuthorizationMode?: 'Standard' | 'Admin' | 'Groups' | 'Temporary' | undefined;
    readonly UserAuthorizationMode?: 'Standard' | 'Admin' | 'Groups' | undefined;
    readonly AdministratorGroups?: readonly string[] | undefined;
    readonly AdditionalGroups?: readonly string[] | undefined;
    readonly AuthorizationGroups?: {
      readonly [key: string]: string | undefined;
    } | undefined;
    /** Since macOS 26.0. */
    readonly AccessKeyReaderGroupIdentifier?: Uint8Array | undefined;
    /** Since macOS 26.0. */
    readonly AccessKeyTerminalIdentityUUID?: string | Pkcs12 | Scep | Acme | undefined;
    /** Since macOS 26.2. */
    readonly AccessKeyReaderIssuerCertificateUUID?: string | Certificate | undefined;
    /**
     * Since macOS 26.0.
     * Default: `false`.
     */
    readonly AllowAccessKeyExpressMode?: boolean | undefined;
    /** Since macOS 15.0. */
    readonly FileVaultPolicy?: readonly ('AttemptAuthentication' | 'RequireAuthentication' | 'AllowOfflineGracePeriod' | 'AllowAuthenticationGracePeriod' | 'RequireTouchID' | 'RequireTouchIDOrWatch' | 'AllowOpenIDForTouchIDFallback')[] | undefined;
    /** Since macOS 15.0. */
    readonly LoginPolicy?: readonly ('AttemptAuthentication' | 'RequireAuthentication' | 'AllowOfflineGracePeriod' | 'AllowAuthenticationGracePeriod' | 'RequireTouchID' | 'RequireTouchIDOrWatch' | 'AllowOpenIDForTouchIDFallback')[] | undefined;
    /** Since macOS 15.0. */
    readonly UnlockPolicy?: readonly ('AttemptAuthentication' | 'RequireAuthentication' | 'AllowOfflineGracePeriod' | 'AllowAuthenticationGracePeriod' | 'AllowTouchIDOrWatchForUnlock' | 'RequireTouchID' | 'RequireTouchIDOrWatch' | 'AllowOpenIDForTouchIDFallback')[] | undefined;
    /** Since macOS 15.0. */
    readonly OfflineGracePeriod?: number | bigint | undefined;
    /** Since macOS 15.0. */
    readonly AuthenticationGracePeriod?: number | bigint | undefined;
    /** Since macOS 15.0. */
    readonly NonPlatformSSOAccounts?: readonly string[] | undefined;
    /**
     * Since macOS 15.4.
     * Default: `false`.
     */
    readonly AllowDeviceIdentifiersInAttestation?: boolean | undefined;
    /**
     * Since macOS 26.0.
     * Default: `false`.
     */
    readonly SynchronizeProfilePicture?: boolean | undefined;
    /**
     * Since macOS 26.0.
     * Default: `false`.
     */
    readonly TemporarySessionQuickLogin?: boolean | undefined;
    /**
     * Since macOS 26.0.
     * Default: `false`.
     */
    readonly EnableRegistrationDuringSetup?: boolean | undefined;
    /** Since macOS 27.0. */
    readonly WebLoginURLAllowList?: readonly string[] | undefined;
    /**
     * Since macOS 27.0.
     * Default: `false`.
     */
    readonly AllowWebLoginPasswordSync?: boolean | undefined;
  } | undefined;
}

export type ExtensiblessoContent<Certificate = never, Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> = ExtensiblessoSpecial<Certificate, Pkcs12, Scep, Acme, AdCertificate> | ExtensiblessoGeneral<Certificate, Pkcs12, Scep, Acme>;
