// Written by `npm run generate` from schemas/com.apple.eas.account.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.eas.account`
 * Since iOS 4.0, visionOS 1.1.
 * Not for macOS, tvOS, watchOS.
 * User enrolment: allowed on iOS, visionOS.
 * Shared iPad: allowed.
 */
export interface EasAccountContent<Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.eas.account' | undefined;
  readonly EmailAddress?: string | undefined;
  readonly Host?: string | undefined;
  /** Default: `false`. */
  readonly SSL?: boolean | undefined;
  /**
   * Since iOS 12.0.
   * Default: `false`.
   */
  readonly OAuth?: boolean | undefined;
  readonly UserName?: string | undefined;
  /** Secret. */
  readonly Password?: string | undefined;
  /**
   * Since iOS 7.0.
   * Secret.
   */
  readonly Certificate?: Uint8Array | undefined;
  /** Since iOS 7.0. */
  readonly CertificateName?: string | undefined;
  /** Secret. */
  readonly CertificatePassword?: string | undefined;
  /**
   * Since iOS 5.0.
   * Default: `false`.
   */
  readonly PreventMove?: boolean | undefined;
  /**
   * Since iOS 5.0.
   * Default: `false`.
   */
  readonly PreventAppSheet?: boolean | undefined;
  /** Form: `^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$`. */
  readonly PayloadCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
  /**
   * Since iOS 5.0.
   * Not for visionOS.
   * Deprecated in iOS 10.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SMIMEEnabled?: boolean | undefined;
  /**
   * Since iOS 10.3.
   * Default: `false`.
   */
  readonly SMIMESigningEnabled?: boolean | undefined;
  /**
   * Since iOS 5.0.
   * Form: `^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$`.
   */
  readonly SMIMESigningCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
  /**
   * Since iOS 10.3.
   * Not for visionOS.
   * Deprecated in iOS 12.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SMIMEEncryptionEnabled?: boolean | undefined;
  /**
   * Since iOS 5.0.
   * Form: `^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$`.
   */
  readonly SMIMEEncryptionCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
  /**
   * Since iOS 8.0.
   * Not for visionOS.
   * Deprecated in iOS 12.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SMIMEEnablePerMessageSwitch?: boolean | undefined;
  /** Default: `false`. */
  readonly disableMailRecentsSyncing?: boolean | undefined;
  /** Default: `7`. */
  readonly MailNumberOfPastDaysToSync?: 0 | 1 | 3 | 7 | 14 | 31 | undefined;
  /**
   * Not for visionOS.
   * Deprecated in iOS 7.0.
   * @deprecated on all systems
   */
  readonly HeaderMagic?: string | undefined;
  /** Since iOS 10.0. */
  readonly CommunicationServiceRules?: {
    /** Since iOS 10.0. */
    readonly DefaultServiceHandlers?: {
      /** Since iOS 10.0. */
      readonly AudioCall?: string | undefined;
    } | undefined;
  } | undefined;
  /**
   * Since iOS 9.2.
   * Default: `false`.
   */
  readonly allowMailDrop?: boolean | undefined;
  /**
   * Since iOS 12.0.
   * Default: `false`.
   */
  readonly SMIMESigningUserOverrideable?: boolean | undefined;
  /**
   * Since iOS 12.0.
   * Default: `false`.
   */
  readonly SMIMESigningCertificateUUIDUserOverrideable?: boolean | undefined;
  /**
   * Since iOS 12.0.
   * Default: `false`.
   */
  readonly SMIMEEncryptByDefault?: boolean | undefined;
  /**
   * Since iOS 12.0.
   * Default: `false`.
   */
  readonly SMIMEEncryptByDefaultUserOverrideable?: boolean | undefined;
  /**
   * Since iOS 12.0.
   * Default: `false`.
   */
  readonly SMIMEEncryptionCertificateUUIDUserOverrideable?: boolean | undefined;
  /**
   * Since iOS 12.0.
   * Default: `false`.
   */
  readonly SMIMEEnableEncryptionPerMessageSwitch?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Default: `true`.
   */
  readonly EnableMail?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Default: `true`.
   */
  readonly EnableContacts?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Default: `true`.
   */
  readonly EnableCalendars?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Default: `true`.
   */
  readonly EnableReminders?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Default: `true`.
   */
  readonly EnableNotes?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Default: `true`.
   */
  readonly EnableMailUserOverridable?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Default: `true`.
   */
  readonly EnableContactsUserOverridable?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Default: `true`.
   */
  readonly EnableCalendarsUserOverridable?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Default: `true`.
   */
  readonly EnableRemindersUserOverridable?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Default: `true`.
   */
  readonly EnableNotesUserOverridable?: boolean | undefined;
  /** Since iOS 13.0. */
  readonly OAuthSignInURL?: string | undefined;
  /** Since iOS 13.0. */
  readonly OAuthTokenRequestURL?: string | undefined;
  /**
   * Since iOS 14.0.
   * Default: `false`.
   */
  readonly OverridePreviousPassword?: boolean | undefined;
  /** Since iOS 14.0. */
  readonly VPNUUID?: string | undefined;
}
