// Written by `npm run generate` from schemas/com.apple.security.scep.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.security.scep`
 * Since iOS 4.0, macOS 10.7, tvOS 9.0, visionOS 1.0, watchOS 3.0.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface SecurityScepContent extends CommonContent {
  readonly PayloadType?: 'com.apple.security.scep' | undefined;
  readonly PayloadContent: {
    /** Since macOS 10.7. */
    readonly URL: string;
    readonly Name?: string | undefined;
    /** Items: items: number of items: 2. */
    readonly Subject?: readonly (readonly (readonly [string, string])[])[] | undefined;
    /** Secret. */
    readonly Challenge?: string | undefined;
    /** Default: `1024`. */
    readonly Keysize?: 1024 | 2048 | 4096 | undefined;
    /** Default: `RSA`. */
    readonly 'Key Type'?: string | undefined;
    /**
     * Since macOS 10.11.
     * Default: `0`.
     */
    readonly 'Key Usage'?: number | bigint | undefined;
    readonly CAFingerprint?: Uint8Array | undefined;
    /**
     * Since macOS 10.10.
     * Default: `3`.
     */
    readonly Retries?: number | bigint | undefined;
    /**
     * Since macOS 10.10.
     * Default: `10`.
     */
    readonly RetryDelay?: number | bigint | undefined;
    readonly SubjectAltName?: {
      readonly rfc822Name?: string | readonly string[] | undefined;
      readonly dNSName?: string | readonly string[] | undefined;
      readonly uniformResourceIdentifier?: string | readonly string[] | undefined;
      readonly ntPrincipalName?: string | undefined;
    } | undefined;
    /**
     * Since macOS 10.13.4.
     * Default: `true`.
     */
    readonly KeyIsExtractable?: boolean | undefined;
    /**
     * Since macOS 10.10.
     * Default: `false`.
     */
    readonly AllowAllAppsAccess?: boolean | undefined;
  };
}
