// Written by `npm run generate` from schemas/com.apple.SystemConfiguration.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.SystemConfiguration`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface SystemConfigurationContent extends CommonContent {
  readonly PayloadType?: 'com.apple.SystemConfiguration' | undefined;
  readonly Proxies: {
    readonly FTPEnable?: number | bigint | undefined;
    readonly FTPPassive?: number | bigint | undefined;
    readonly FTPPort?: number | bigint | undefined;
    readonly FTPProxy?: string | undefined;
    readonly GopherEnable?: number | bigint | undefined;
    readonly GopherPort?: number | bigint | undefined;
    readonly GopherProxy?: string | undefined;
    readonly HTTPEnable?: number | bigint | undefined;
    readonly HTTPPort?: number | bigint | undefined;
    readonly HTTPProxy?: string | undefined;
    readonly HTTPSEnable?: number | bigint | undefined;
    readonly HTTPSPort?: number | bigint | undefined;
    readonly HTTPSProxy?: string | undefined;
    readonly ProxyAutoConfigEnable?: number | bigint | undefined;
    readonly ProxyAutoConfigURLString?: string | undefined;
    /** Since macOS 10.9. */
    readonly ProxyCaptiveLoginAllowed?: number | bigint | undefined;
    readonly RTSPEnable?: number | bigint | undefined;
    readonly RTSPPort?: number | bigint | undefined;
    readonly RTSPProxy?: string | undefined;
    readonly SOCKSEnable?: number | bigint | undefined;
    readonly SOCKSPortinteger?: number | bigint | undefined;
    readonly SOCKSProxy?: string | undefined;
    /**
     * Default: `1`.
     * Default (when installed by MDM): `0`.
     */
    readonly FallBackAllowed?: number | bigint | undefined;
    readonly ExceptionsList?: readonly string[] | undefined;
  };
}
