// Written by `npm run generate` from schemas/com.apple.security.firewall.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.security.firewall`
 * Since macOS 10.12.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface SecurityFirewallContent extends CommonContent {
  readonly PayloadType?: 'com.apple.security.firewall' | undefined;
  readonly EnableFirewall: boolean;
  readonly BlockAllIncoming?: boolean | undefined;
  readonly EnableStealthMode?: boolean | undefined;
  readonly Applications?: readonly {
    readonly BundleID: string;
    readonly Allowed: boolean;
  }[] | undefined;
  /**
   * Since macOS 12.0.
   * Deprecated in macOS 15.0.
   * Removed in macOS 15.0.
   * @deprecated on all systems
   */
  readonly EnableLogging?: boolean | undefined;
  /**
   * Since macOS 12.0.
   * Deprecated in macOS 15.0.
   * Removed in macOS 15.0.
   * @deprecated on all systems
   */
  readonly LoggingOption?: 'throttled' | 'brief' | 'detail' | undefined;
  /**
   * Since macOS 12.3.
   * Default: `true`.
   */
  readonly AllowSigned?: boolean | undefined;
  /**
   * Since macOS 12.3.
   * Default: `true`.
   */
  readonly AllowSignedApp?: boolean | undefined;
}
