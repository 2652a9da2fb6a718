// Written by `npm run generate` from schemas/com.apple.airprint.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.airprint`
 * Since iOS 7.0, macOS 10.10, visionOS 2.0.
 * Not for tvOS, watchOS.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface AirprintContent extends CommonContent {
  readonly PayloadType?: 'com.apple.airprint' | undefined;
  readonly AirPrint: readonly {
    /** Since iOS 7.0. */
    readonly IPAddress: string;
    /** Since iOS 7.0. */
    readonly ResourcePath: string;
    /**
     * Since iOS 11.0.
     * Not for macOS.
     * Range: 0 to 65535.
     */
    readonly Port?: number | bigint | undefined;
    /**
     * Since iOS 11.0.
     * Not for macOS.
     * Default: `false`.
     */
    readonly ForceTLS?: boolean | undefined;
  }[];
}
