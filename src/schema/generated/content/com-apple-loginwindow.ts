// Written by `npm run generate` from schemas/com.apple.loginwindow.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.loginwindow`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface ComAppleLoginwindowContent extends CommonContent {
  readonly PayloadType?: 'com.apple.loginwindow' | undefined;
  /** Default: `false`. */
  readonly SHOWFULLNAME?: boolean | undefined;
  /** Default: `false`. */
  readonly HideLocalUsers?: boolean | undefined;
  /** Default: `false`. */
  readonly IncludeNetworkUser?: boolean | undefined;
  /** Default: `false`. */
  readonly HideAdminUsers?: boolean | undefined;
  /** Default: `false`. */
  readonly SHOWOTHERUSERS_MANAGED?: boolean | undefined;
  /** Before macOS 10.10: one of `HostName`, `SystemVersion`, `IPAddress`. */
  readonly AdminHostInfo?: string | undefined;
  /** Default: `false`. */
  readonly AdminMayDisableMCX?: boolean | undefined;
  readonly AllowList?: readonly string[] | undefined;
  readonly DenyList?: readonly string[] | undefined;
  /** Default: `false`. */
  readonly HideMobileAccounts?: boolean | undefined;
  /** Default: `false`. */
  readonly ShutDownDisabled?: boolean | undefined;
  /** Default: `false`. */
  readonly RestartDisabled?: boolean | undefined;
  /** Default: `0`. */
  readonly RetriesUntilHint?: number | bigint | undefined;
  /** Default: `false`. */
  readonly SleepDisabled?: boolean | undefined;
  /** Default: `false`. */
  readonly DisableConsoleAccess?: boolean | undefined;
  readonly LoginwindowText?: string | undefined;
  /** Default: `false`. */
  readonly ShutDownDisabledWhileLoggedIn?: boolean | undefined;
  /** Default: `false`. */
  readonly RestartDisabledWhileLoggedIn?: boolean | undefined;
  /** Default: `false`. */
  readonly PowerOffDisabledWhileLoggedIn?: boolean | undefined;
  /**
   * Since macOS 10.13.
   * Default: `false`.
   */
  readonly LogOutDisabledWhileLoggedIn?: boolean | undefined;
  /**
   * Since macOS 10.13.
   * Default: `false`.
   */
  readonly DisableScreenLockImmediate?: boolean | undefined;
  /**
   * Since macOS 10.8.
   * Default: `false`.
   */
  readonly showInputMenu?: boolean | undefined;
  /**
   * Since macOS 10.9.
   * Default: `false`.
   */
  readonly DisableFDEAutoLogin?: boolean | undefined;
  /**
   * Since macOS 14.0.
   * Not to be installed by hand on macOS.
   */
  readonly AutologinUsername?: string | undefined;
  /**
   * Since macOS 14.0.
   * Not to be installed by hand on macOS.
   * Secret.
   */
  readonly AutologinPassword?: string | undefined;
  /**
   * Since macOS 27.0.
   * Not to be installed by hand on macOS.
   * Default: `false`.
   */
  readonly ForceWifiConfigurationOnLockScreen?: boolean | undefined;
  /**
   * Since macOS 27.0.
   * Not to be installed by hand on macOS.
   * Default: `false`.
   */
  readonly ForceCaptivePortalConnectionFromLockScreen?: boolean | undefined;
}
