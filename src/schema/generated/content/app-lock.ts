// Written by `npm run generate` from schemas/com.apple.app.lock.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.app.lock`
 * Since iOS 6.0, tvOS 10.2.
 * Not for macOS, visionOS, watchOS.
 * Needs supervision on iOS, tvOS.
 * Only in one payload on iOS, tvOS.
 * User enrolment: forbidden on iOS.
 * Shared iPad: allowed.
 */
export interface AppLockContent extends CommonContent {
  readonly PayloadType?: 'com.apple.app.lock' | undefined;
  readonly App: {
    readonly Identifier: string;
    /** Since iOS 7.0. */
    readonly Options?: {
      /** Default: `false`. */
      readonly DisableTouch?: boolean | undefined;
      /**
       * Not for tvOS.
       * Default: `false`.
       */
      readonly DisableDeviceRotation?: boolean | undefined;
      /**
       * Not for tvOS.
       * Default: `false`.
       */
      readonly DisableVolumeButtons?: boolean | undefined;
      /**
       * Not for tvOS.
       * Default: `false`.
       */
      readonly DisableRingerSwitch?: boolean | undefined;
      /**
       * Not for tvOS.
       * Default: `false`.
       */
      readonly DisableSleepWakeButton?: boolean | undefined;
      /** Default: `false`. */
      readonly DisableAutoLock?: boolean | undefined;
      /** Default: `false`. */
      readonly EnableVoiceOver?: boolean | undefined;
      /** Default: `false`. */
      readonly EnableZoom?: boolean | undefined;
      /** Default: `false`. */
      readonly EnableInvertColors?: boolean | undefined;
      /**
       * Not for tvOS.
       * Default: `false`.
       */
      readonly EnableAssistiveTouch?: boolean | undefined;
      /**
       * Not for tvOS.
       * Default: `false`.
       */
      readonly EnableSpeakSelection?: boolean | undefined;
      /**
       * Not for tvOS.
       * Default: `false`.
       */
      readonly EnableMonoAudio?: boolean | undefined;
      /**
       * Since iOS 13.0.
       * Not for tvOS.
       * Default: `false`.
       */
      readonly EnableVoiceControl?: boolean | undefined;
    } | undefined;
    /** Since iOS 7.0. */
    readonly UserEnabledOptions?: {
      /**
       * Since iOS 13.0.
       * Not for tvOS.
       * Default: `false`.
       */
      readonly VoiceControl?: boolean | undefined;
      /** Default: `false`. */
      readonly VoiceOver?: boolean | undefined;
      /** Default: `false`. */
      readonly Zoom?: boolean | undefined;
      /** Default: `false`. */
      readonly InvertColors?: boolean | undefined;
      /**
       * Not for tvOS.
       * Default: `false`.
       */
      readonly AssistiveTouch?: boolean | undefined;
    } | undefined;
  };
}
