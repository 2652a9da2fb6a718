// Written by `npm run generate` from schemas/com.apple.apn.managed.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.apn.managed`
 * Since iOS 4.0.
 * Not for macOS, tvOS, visionOS, watchOS.
 * Deprecated in iOS 7.0.
 * Only in one payload on iOS.
 * User enrolment: forbidden on iOS.
 * Shared iPad: allowed.
 * @deprecated on all systems
 */
export interface ApnManagedContent extends CommonContent {
  readonly PayloadType?: 'com.apple.apn.managed' | undefined;
  readonly DefaultsData: {
    readonly apns: readonly {
      readonly apn: string;
      readonly username?: string | undefined;
      /** Secret. */
      readonly password?: Uint8Array | undefined;
      readonly proxy?: string | undefined;
      readonly proxyPort?: number | bigint | undefined;
    }[];
  };
  readonly DefaultsDomainName: 'com.apple.managedCarrier';
}
