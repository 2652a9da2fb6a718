// Written by `npm run generate` from schemas/com.apple.mail.managed.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.mail.managed`
 * Since iOS 4.0, macOS 10.7, visionOS 1.1.
 * Not for tvOS, watchOS.
 * Not in the device channel on macOS.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface MailManagedContent<Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.mail.managed' | undefined;
  readonly EmailAccountDescription?: string | undefined;
  readonly EmailAccountName?: string | undefined;
  readonly EmailAccountType: 'EmailTypeIMAP' | 'EmailTypePOP';
  readonly EmailAddress?: string | undefined;
  readonly IncomingMailServerAuthentication: 'EmailAuthNone' | 'EmailAuthPassword' | 'EmailAuthCRAMMD5' | 'EmailAuthNTLM' | 'EmailAuthHTTPMD5';
  readonly IncomingMailServerHostName: string;
  readonly IncomingMailServerPortNumber?: number | bigint | undefined;
  /** Default: `false`. */
  readonly IncomingMailServerUseSSL?: boolean | undefined;
  readonly IncomingMailServerUsername?: string | undefined;
  /** Secret. */
  readonly IncomingPassword?: string | undefined;
  /** Secret. */
  readonly OutgoingPassword?: string | undefined;
  /** Default: `false`. */
  readonly OutgoingPasswordSameAsIncomingPassword?: boolean | undefined;
  readonly OutgoingMailServerAuthentication: 'EmailAuthNone' | 'EmailAuthPassword' | 'EmailAuthCRAMMD5' | 'EmailAuthNTLM' | 'EmailAuthHTTPMD5';
  readonly OutgoingMailServerHostName: string;
  readonly OutgoingMailServerPortNumber?: number | bigint | undefined;
  /** Default: `false`. */
  readonly OutgoingMailServerUseSSL?: boolean | undefined;
  readonly OutgoingMailServerUsername?: string | undefined;
  /**
   * Since iOS 5.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly PreventMove?: boolean | undefined;
  /**
   * Since iOS 5.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly PreventAppSheet?: boolean | undefined;
  /**
   * Since iOS 5.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly SMIMEEnabled?: boolean | undefined;
  /**
   * Since iOS 10.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly SMIMESigningEnabled?: boolean | undefined;
  /**
   * Since iOS 5.0.
   * Not for macOS.
   * Form: `^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$`.
   */
  readonly SMIMESigningCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
  /**
   * Since iOS 10.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly SMIMEEncryptionEnabled?: boolean | undefined;
  /**
   * Since iOS 5.0.
   * Not for macOS.
   * Form: `^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$`.
   */
  readonly SMIMEEncryptionCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
  /**
   * Since iOS 8.0.
   * Not for macOS, visionOS.
   * Deprecated in iOS 10.0.
   * Default: `false`.
   * @deprecated on all systems
   */
  readonly SMIMEEnablePerMessageSwitch?: boolean | undefined;
  /**
   * Since iOS 6.0.
   * Default: `false`.
   */
  readonly disableMailRecentsSyncing?: boolean | undefined;
  /**
   * Since iOS 9.2, macOS 10.12.
   * Default: `false`.
   */
  readonly allowMailDrop?: boolean | undefined;
  readonly IncomingMailServerIMAPPathPrefix?: string | undefined;
  /**
   * Since iOS 12.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly SMIMESigningUserOverrideable?: boolean | undefined;
  /**
   * Since iOS 12.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly SMIMESigningCertificateUUIDUserOverrideable?: boolean | undefined;
  /**
   * Since iOS 12.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly SMIMEEncryptByDefault?: boolean | undefined;
  /**
   * Since iOS 12.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly SMIMEEncryptByDefaultUserOverrideable?: boolean | undefined;
  /**
   * Since iOS 12.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly SMIMEEncryptionCertificateUUIDUserOverrideable?: boolean | undefined;
  /**
   * Since iOS 12.0.
   * Not for macOS.
   * Default: `false`.
   */
  readonly SMIMEEnableEncryptionPerMessageSwitch?: boolean | undefined;
  /**
   * Since iOS 14.0.
   * Not for macOS.
   */
  readonly VPNUUID?: string | undefined;
}
