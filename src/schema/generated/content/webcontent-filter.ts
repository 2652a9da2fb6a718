// Written by `npm run generate` from schemas/com.apple.webcontent-filter.schema.json. Do not edit.
import type { PlistInput } from '../../../plist/value.js';
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.webcontent-filter`
 * Since iOS 7.0, macOS 10.15, visionOS 1.1.
 * Not for tvOS, watchOS.
 * Not in the user channel on macOS.
 * User enrolment: allowed on iOS, visionOS.
 * User enrolment: forbidden on macOS.
 * Shared iPad: allowed.
 */
export interface WebcontentFilterContent<Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.webcontent-filter' | undefined;
  /**
   * Since iOS 8.0.
   * Default: `BuiltIn`.
   */
  readonly FilterType?: 'BuiltIn' | 'Plugin' | undefined;
  /**
   * Since iOS 26.0, macOS 26.0, visionOS 26.0.
   * Needs supervision on iOS, visionOS.
   * User enrolment: forbidden on iOS, visionOS.
   * Default: `true`.
   */
  readonly SafariHistoryRetentionEnabled?: boolean | undefined;
  /**
   * Not for macOS.
   * Default: `false`.
   */
  readonly AutoFilterEnabled?: boolean | undefined;
  /** Not for macOS. */
  readonly PermittedURLs?: readonly string[] | undefined;
  /**
   * Not for macOS, visionOS.
   * Deprecated in iOS 14.5.
   * @deprecated on all systems
   */
  readonly BlacklistedURLs?: readonly string[] | undefined;
  /**
   * Since iOS 14.5.
   * Not for macOS.
   */
  readonly DenyListURLs?: readonly string[] | undefined;
  /**
   * Since iOS 18.0, visionOS 2.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly HideDenyListURLs?: boolean | undefined;
  /**
   * Not for macOS, visionOS.
   * Deprecated in iOS 14.5.
   * @deprecated on all systems
   */
  readonly WhitelistedBookmarks?: readonly {
    readonly URL: string;
    readonly Title: string;
  }[] | undefined;
  /**
   * Since iOS 14.5.
   * Not for macOS.
   */
  readonly AllowListBookmarks?: readonly {
    readonly URL: string;
    readonly Title: string;
  }[] | undefined;
  readonly UserDefinedName?: string | undefined;
  readonly PluginBundleID?: string | undefined;
  readonly ServerAddress?: string | undefined;
  readonly UserName?: string | undefined;
  /** Secret. */
  readonly Password?: string | undefined;
  /** Form: `^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$`. */
  readonly PayloadCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
  readonly Organization?: string | undefined;
  readonly VendorConfig?: {
    readonly [key: string]: PlistInput | undefined;
  } | undefined;
  /**
   * Not for macOS.
   * Default: `false`.
   */
  readonly FilterBrowsers?: boolean | undefined;
  /** Default: `false`. */
  readonly FilterSockets?: boolean | undefined;
  /** Not for iOS, visionOS. */
  readonly FilterDataProviderDesignatedRequirement?: string | undefined;
  readonly FilterDataProviderBundleIdentifier?: string | undefined;
  /**
   * Since macOS 10.15.
   * Not for iOS, visionOS.
   * Default: `false`.
   */
  readonly FilterPackets?: boolean | undefined;
  /**
   * Since macOS 10.15.
   * Not for iOS, visionOS.
   */
  readonly FilterPacketProviderDesignatedRequirement?: string | undefined;
  /**
   * Since macOS 10.15.
   * Not for iOS, visionOS.
   */
  readonly FilterPacketProviderBundleIdentifier?: string | undefined;
  /**
   * Since macOS 10.15.
   * Not for iOS, visionOS.
   * Default: `firewall`.
   */
  readonly FilterGrade?: 'firewall' | 'inspector' | undefined;
  /**
   * Since iOS 16.0.
   * Not for macOS.
   */
  readonly ContentFilterUUID?: string | undefined;
  /**
   * Since iOS 26.0, macOS 26.0.
   * Not for visionOS.
   * Default: `false`.
   */
  readonly FilterURLs?: boolean | undefined;
  /**
   * Since iOS 26.0, macOS 26.0.
   * Not for visionOS.
   */
  readonly URLFilterParameters?: {
    readonly URLFilterControlProviderDesignatedRequirement?: string | undefined;
    readonly URLFilterControlProviderBundleIdentifier: string;
    readonly PIRServerURL: string;
    readonly PIRPrivacyPassIssuerURL: string;
    /** Secret. */
    readonly PIRAuthenticationToken: string;
    /** Default: `false`. */
    readonly URLFilterFailClosed?: boolean | undefined;
    /**
     * Range: at least 2700.
     * Default: `86400`.
     */
    readonly URLPrefilterFetchFrequency?: number | bigint | undefined;
  } | undefined;
}
