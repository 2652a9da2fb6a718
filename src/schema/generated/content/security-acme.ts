// Written by `npm run generate` from schemas/com.apple.security.acme.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.security.acme`
 * Since iOS 16.0, macOS 13.1, tvOS 16.0, visionOS 1.0, watchOS 9.0.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface SecurityAcmeContent extends CommonContent {
  readonly PayloadType?: 'com.apple.security.acme' | undefined;
  readonly DirectoryURL: string;
  readonly ClientIdentifier: string;
  readonly KeySize: number | bigint;
  readonly KeyType: 'RSA' | 'ECSECPrimeRandom';
  readonly HardwareBound: boolean;
  /** Items: items: number of items: 2. */
  readonly Subject: readonly (readonly (readonly [string, string])[])[];
  readonly SubjectAltName?: {
    readonly rfc822Name?: string | undefined;
    readonly dNSName?: string | undefined;
    readonly uniformResourceIdentifier?: string | undefined;
    readonly ntPrincipalName?: string | undefined;
  } | undefined;
  readonly UsageFlags?: number | bigint | undefined;
  readonly ExtendedKeyUsage?: readonly string[] | undefined;
  /**
   * Since watchOS 10.0.
   * Default: `false`.
   */
  readonly Attest?: boolean | undefined;
  /**
   * Not for iOS, tvOS, visionOS, watchOS.
   * Default: `true`.
   */
  readonly KeyIsExtractable?: boolean | undefined;
  /**
   * Not for iOS, tvOS, visionOS, watchOS.
   * Default: `false`.
   */
  readonly AllowAllAppsAccess?: boolean | undefined;
}
