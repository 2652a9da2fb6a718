// Written by `npm run generate` from schemas/com.apple.MCX.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.MCX`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * User enrolment: forbidden on macOS.
 */
export interface MCXContent extends CommonContent {
  readonly PayloadType?: 'com.apple.MCX' | undefined;
  /**
   * Since macOS 10.7.
   * Not in the user channel on macOS.
   * Default: `false`.
   */
  readonly EnableGuestAccount?: boolean | undefined;
  /**
   * Since macOS 10.7.
   * Not in the user channel on macOS.
   * Default: `false`.
   */
  readonly DisableGuestAccount?: boolean | undefined;
  /** Not in the user channel on macOS. */
  readonly 'com.apple.EnergySaver.desktop.ACPower'?: {
    /** Range: 0 to 180. */
    readonly 'Display Sleep Timer'?: number | bigint | undefined;
    /** Range: 0 to 180. */
    readonly 'Disk Sleep Timer'?: number | bigint | undefined;
    /** Range: 0 to 180. */
    readonly 'System Sleep Timer'?: number | bigint | undefined;
    readonly 'Reduce Processor Speed'?: 0 | 1 | undefined;
    readonly 'Dynamic Power Step'?: 0 | 1 | undefined;
    readonly 'Wake on LAN'?: 0 | 1 | undefined;
    readonly 'Wake On Modem Ring'?: 0 | 1 | undefined;
    readonly 'Automatic Restart On Power Loss'?: 0 | 1 | undefined;
  } | undefined;
  /** Not in the user channel on macOS. */
  readonly 'com.apple.EnergySaver.portable.ACPower'?: {
    /** Range: 0 to 180. */
    readonly 'Display Sleep Timer'?: number | bigint | undefined;
    /** Range: 0 to 180. */
    readonly 'Disk Sleep Timer'?: number | bigint | undefined;
    /** Range: 0 to 180. */
    readonly 'System Sleep Timer'?: number | bigint | undefined;
    readonly 'Reduce Processor Speed'?: 0 | 1 | undefined;
    readonly 'Dynamic Power Step'?: 0 | 1 | undefined;
    readonly 'Wake on LAN'?: 0 | 1 | undefined;
    readonly 'Wake On Modem Ring'?: 0 | 1 | undefined;
    readonly 'Automatic Restart On Power Loss'?: 0 | 1 | undefined;
  } | undefined;
  /** Not in the user channel on macOS. */
  readonly 'com.apple.EnergySaver.portable.BatteryPower'?: {
    /** Range: 0 to 180. */
    readonly 'Display Sleep Timer'?: number | bigint | undefined;
    /** Range: 0 to 180. */
    readonly 'Disk Sleep Timer'?: number | bigint | undefined;
    /** Range: 0 to 180. */
    readonly 'System Sleep Timer'?: number | bigint | undefined;
    readonly 'Reduce Processor Speed'?: 0 | 1 | undefined;
    readonly 'Dynamic Power Step'?: 0 | 1 | undefined;
    readonly 'Wake on LAN'?: 0 | 1 | undefined;
    readonly 'Wake On Modem Ring'?: 0 | 1 | undefined;
    readonly 'Automatic Restart On Power Loss'?: 0 | 1 | undefined;
  } | undefined;
  /** Not in the user channel on macOS. */
  readonly 'com.apple.EnergySaver.desktop.Schedule'?: {
    readonly RepeatingPowerOn?: {
      readonly eventtype: 'wake' | 'poweron' | 'wakepoweron' | 'sleep' | 'shutdown' | 'restart';
      readonly weekdays?: number | bigint | undefined;
      readonly time?: number | bigint | undefined;
    } | undefined;
    readonly RepeatingPowerOff?: {
      readonly eventtype: 'wake' | 'poweron' | 'wakepoweron' | 'sleep' | 'shutdown' | 'restart';
      readonly weekdays?: number | bigint | undefined;
      readonly time?: number | bigint | undefined;
    } | undefined;
  } | undefined;
  /**
   * Not in the user channel on macOS.
   * Default: `false`.
   */
  readonly SleepDisabled?: boolean | undefined;
  /**
   * Only in one payload on macOS.
   * Not in the user channel on macOS.
   * Default: `false`.
   */
  readonly dontAllowFDEDisable?: boolean | undefined;
  /**
   * Only in one payload on macOS.
   * Not in the user channel on macOS.
   * Default: `false`.
   */
  readonly dontAllowFDEEnable?: boolean | undefined;
  /**
   * Since macOS 10.10.
   * Only in one payload on macOS.
   * Not in the user channel on macOS.
   * Default: `false`.
   */
  readonly DestroyFVKeyOnStandby?: boolean | undefined;
  /**
   * Only in one payload on macOS.
   * Default: `false`.
   */
  readonly 'com.apple.cachedaccounts.CreateAtLogin'?: boolean | undefined;
  /**
   * Only in one payload on macOS.
   * Default: `false`.
   */
  readonly 'com.apple.cachedaccounts.WarnOnCreate'?: boolean | undefined;
  /**
   * Only in one payload on macOS.
   * Default: `false`.
   */
  readonly 'cachedaccounts.WarnOnCreate.allowNever'?: boolean | undefined;
  /**
   * Only in one payload on macOS.
   * Default: `-1`.
   */
  readonly 'cachedaccounts.expiry.delete.disusedSeconds'?: number | bigint | undefined;
  /**
   * Only in one payload on macOS.
   * Default: `false`.
   */
  readonly 'cachedaccounts.askForSecureTokenAuthBypass'?: boolean | undefined;
  /**
   * Since macOS 10.12.4.
   * Only in one payload on macOS.
   * Not in the user channel on macOS.
   */
  readonly timeServer?: string | undefined;
  /**
   * Since macOS 10.12.4.
   * Only in one payload on macOS.
   * Not in the user channel on macOS.
   */
  readonly timeZone?: string | undefined;
  /**
   * Since macOS 10.9.
   * Not in the user channel on macOS.
   * Default: `false`.
   */
  readonly RequireAdminForIBSS?: boolean | undefined;
  /**
   * Since macOS 10.9.
   * Not in the user channel on macOS.
   * Default: `false`.
   */
  readonly RequireAdminForAirPortNetworkChange?: boolean | undefined;
  /**
   * Since macOS 10.9.
   * Not in the user channel on macOS.
   * Default: `false`.
   */
  readonly RequireAdminToTurnAirPortOnOff?: boolean | undefined;
}
