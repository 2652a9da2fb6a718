// Written by `npm run generate` from schemas/com.apple.AssetCache.managed.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.AssetCache.managed`
 * Since macOS 10.13.4.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Deprecated in macOS 27.0.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 * @deprecated on all systems
 */
export interface AssetCacheManagedContent extends CommonContent {
  readonly PayloadType?: 'com.apple.AssetCache.managed' | undefined;
  /**
   * Since macOS 10.15.
   * Default: `true`.
   */
  readonly AllowCacheDelete?: boolean | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `true`.
   */
  readonly AllowPersonalCaching?: boolean | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `true`.
   */
  readonly AllowSharedCaching?: boolean | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `false`.
   */
  readonly AutoActivation?: boolean | undefined;
  /**
   * Since macOS 10.15.4.
   * Default: `false`.
   */
  readonly AutoEnableTetheredCaching?: boolean | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `0`.
   */
  readonly CacheLimit?: number | bigint | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `/Library/Application Support/Apple/AssetCache/Data`.
   */
  readonly DataPath?: string | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `false`.
   */
  readonly DenyTetheredCaching?: boolean | undefined;
  /**
   * Since macOS 10.15.
   * Default: `false`.
   */
  readonly DisplayAlerts?: boolean | undefined;
  /**
   * Since macOS 10.15.
   * Default: `false`.
   */
  readonly KeepAwake?: boolean | undefined;
  /** Since macOS 10.13.4. */
  readonly ListenRanges?: readonly {
    /**
     * Since macOS 10.13.4.
     * Default: `IPv4`.
     */
    readonly type?: 'IPv4' | 'IPv6' | undefined;
    /** Since macOS 10.13.4. */
    readonly first: string;
    /** Since macOS 10.13.4. */
    readonly last: string;
  }[] | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `false`.
   */
  readonly ListenRangesOnly?: boolean | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `true`.
   */
  readonly ListenWithPeersAndParents?: boolean | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `true`.
   */
  readonly LocalSubnetsOnly?: boolean | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `false`.
   */
  readonly LogClientIdentity?: boolean | undefined;
  /** Since macOS 10.13.4. */
  readonly Parents?: readonly string[] | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `round-robin`.
   */
  readonly ParentSelectionPolicy?: 'first-available' | 'url-path-hash' | 'random' | 'round-robin' | 'sticky-available' | undefined;
  /** Since macOS 10.13.4. */
  readonly PeerFilterRanges?: readonly {
    /**
     * Since macOS 10.13.4.
     * Default: `IPv4`.
     */
    readonly type?: 'IPv4' | 'IPv6' | undefined;
    /** Since macOS 10.13.4. */
    readonly first: string;
    /** Since macOS 10.13.4. */
    readonly last: string;
  }[] | undefined;
  /** Since macOS 10.13.4. */
  readonly PeerListenRanges?: readonly {
    /**
     * Since macOS 10.13.4.
     * Default: `IPv4`.
     */
    readonly type?: 'IPv4' | 'IPv6' | undefined;
    /** Since macOS 10.13.4. */
    readonly first: string;
    /** Since macOS 10.13.4. */
    readonly last: string;
  }[] | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `true`.
   */
  readonly PeerLocalSubnetsOnly?: boolean | undefined;
  /**
   * Since macOS 10.13.4.
   * Default: `0`.
   */
  readonly Port?: number | bigint | undefined;
  /** Since macOS 10.13.4. */
  readonly PublicRanges?: readonly {
    /**
     * Since macOS 10.13.4.
     * Default: `IPv4`.
     */
    readonly type?: 'IPv4' | 'IPv6' | undefined;
    /** Since macOS 10.13.4. */
    readonly first: string;
    /** Since macOS 10.13.4. */
    readonly last: string;
  }[] | undefined;
}
