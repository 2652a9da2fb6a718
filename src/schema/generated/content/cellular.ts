// Written by `npm run generate` from schemas/com.apple.cellular.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.cellular`
 * Since iOS 7.0, watchOS 3.2.
 * Not for macOS, tvOS, visionOS.
 * Only in one payload on iOS, watchOS.
 * User enrolment: forbidden on iOS.
 * Shared iPad: allowed.
 */
export interface CellularContent extends CommonContent {
  readonly PayloadType?: 'com.apple.cellular' | undefined;
  readonly AttachAPN?: {
    readonly Name: string;
    /** Default: `PAP`. */
    readonly AuthenticationType?: 'CHAP' | 'PAP' | undefined;
    readonly Username?: string | undefined;
    /** Secret. */
    readonly Password?: string | undefined;
    /** Since iOS 10.3. */
    readonly AllowedProtocolMask?: 1 | 2 | 3 | undefined;
  } | undefined;
  readonly APNs?: readonly {
    readonly Name: string;
    /** Default: `PAP`. */
    readonly AuthenticationType?: 'CHAP' | 'PAP' | undefined;
    readonly Username?: string | undefined;
    /** Secret. */
    readonly Password?: string | undefined;
    /** Not for macOS. */
    readonly ProxyServer?: string | undefined;
    readonly ProxyPort?: number | bigint | undefined;
    /**
     * Since iOS 10.3.
     * Deprecated in iOS 11.0.
     */
    readonly DefaultProtocolMask?: 1 | 2 | 3 | undefined;
    /** Since iOS 10.3. */
    readonly AllowedProtocolMask?: 1 | 2 | 3 | undefined;
    /** Since iOS 10.3. */
    readonly AllowedProtocolMaskInRoaming?: 1 | 2 | 3 | undefined;
    /** Since iOS 10.3. */
    readonly AllowedProtocolMaskInDomesticRoaming?: 1 | 2 | 3 | undefined;
    /**
     * Since iOS 16.0, watchOS 9.0.
     * Default: `false`.
     */
    readonly EnableXLAT464?: boolean | undefined;
  }[] | undefined;
}
