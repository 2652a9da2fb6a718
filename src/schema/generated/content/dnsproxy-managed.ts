// Written by `npm run generate` from schemas/com.apple.dnsProxy.managed.schema.json. Do not edit.
import type { PlistInput } from '../../../plist/value.js';
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.dnsProxy.managed`
 * Since iOS 11.0, macOS 10.15, visionOS 1.1.
 * Not for tvOS, watchOS.
 * Deprecated in iOS 27.0, macOS 27.0, visionOS 27.0.
 * Not to be installed by hand on iOS, visionOS.
 * Only in one payload on iOS, macOS, visionOS.
 * Not in the user channel on macOS.
 * User enrolment: allowed on iOS, visionOS.
 * User enrolment: forbidden on macOS.
 * Shared iPad: allowed.
 * @deprecated on all systems
 */
export interface DnsProxyManagedContent extends CommonContent {
  readonly PayloadType?: 'com.apple.dnsProxy.managed' | undefined;
  readonly AppBundleIdentifier: string;
  readonly ProviderBundleIdentifier?: string | undefined;
  /** Not for iOS, visionOS. */
  readonly ProviderDesignatedRequirement?: string | undefined;
  readonly ProviderConfiguration?: {
    readonly [key: string]: PlistInput | undefined;
  } | undefined;
  /**
   * Since iOS 16.0.
   * Not for macOS.
   */
  readonly DNSProxyUUID?: string | undefined;
}
