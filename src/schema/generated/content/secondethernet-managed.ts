// Written by `npm run generate` from schemas/com.apple.secondethernet.managed.schema.json. Do not edit.
import type { ReferringInput } from '../../reference-values.js';
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.secondethernet.managed`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: allowed on macOS.
 */
export interface SecondethernetManagedContent<Certificate = never, Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.secondethernet.managed' | undefined;
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
  readonly [key: string]: ReferringInput<Certificate | Pkcs12 | Scep | Acme | AdCertificate> | undefined;
}
