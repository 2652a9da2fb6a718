// Written by `npm run generate` from schemas/com.apple.notificationsettings.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.notificationsettings`
 * Since iOS 9.3, macOS 10.15.
 * Not for tvOS, visionOS, watchOS.
 * Needs supervision on iOS.
 * Needs no supervision on macOS.
 * Only in one payload on iOS.
 * User enrolment: forbidden on iOS, macOS.
 * Shared iPad: allowed.
 */
export interface NotificationsettingsContent extends CommonContent {
  readonly PayloadType?: 'com.apple.notificationsettings' | undefined;
  readonly NotificationSettings: readonly {
    readonly BundleIdentifier: string;
    /** Default: `true`. */
    readonly NotificationsEnabled?: boolean | undefined;
    /** Default: `true`. */
    readonly ShowInNotificationCenter?: boolean | undefined;
    /** Default: `true`. */
    readonly ShowInLockScreen?: boolean | undefined;
    /** Default: `1`. */
    readonly AlertType?: 0 | 1 | 2 | undefined;
    /** Default: `true`. */
    readonly BadgesEnabled?: boolean | undefined;
    /** Default: `true`. */
    readonly SoundsEnabled?: boolean | undefined;
    /**
     * Since iOS 12.0.
     * Not for macOS.
     * Default: `true`.
     */
    readonly ShowInCarPlay?: boolean | undefined;
    /**
     * Since iOS 12.0.
     * Default: `false`.
     */
    readonly CriticalAlertEnabled?: boolean | undefined;
    /**
     * Since iOS 12.0.
     * Not for macOS.
     * Default: `0`.
     */
    readonly GroupingType?: 0 | 1 | 2 | undefined;
    /**
     * Since iOS 14.0.
     * Not for macOS.
     */
    readonly PreviewType?: 0 | 1 | 2 | undefined;
  }[];
}
