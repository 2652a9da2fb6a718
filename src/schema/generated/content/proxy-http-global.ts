// Written by `npm run generate` from schemas/com.apple.proxy.http.global.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.proxy.http.global`
 * Since iOS 6.0, macOS 10.9, tvOS 9.0, visionOS 2.0.
 * Not for watchOS.
 * Needs supervision on iOS, tvOS, visionOS.
 * Only in one payload on iOS, macOS, tvOS, visionOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface ProxyHttpGlobalContent extends CommonContent {
  readonly PayloadType?: 'com.apple.proxy.http.global' | undefined;
  /** Default: `Manual`. */
  readonly ProxyType?: 'Manual' | 'Auto' | undefined;
  /** Kind: hostname. */
  readonly ProxyServer?: string | undefined;
  readonly ProxyServerPort?: number | bigint | undefined;
  readonly ProxyUsername?: string | undefined;
  /** Secret. */
  readonly ProxyPassword?: string | undefined;
  readonly ProxyPACURL?: string | undefined;
  /**
   * Since iOS 7.0.
   * Default: `false`.
   */
  readonly ProxyPACFallbackAllowed?: boolean | undefined;
  /**
   * Since iOS 7.0.
   * Default: `false`.
   */
  readonly ProxyCaptiveLoginAllowed?: boolean | undefined;
}
