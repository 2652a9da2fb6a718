// Written by `npm run generate` from schemas/com.apple.ManagedClient.preferences.schema.json. Do not edit.
import type { PlistInput } from '../../../plist/value.js';
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.ManagedClient.preferences`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * User enrolment: forbidden on macOS.
 */
export interface ManagedClientPreferencesContent extends CommonContent {
  readonly PayloadType?: 'com.apple.ManagedClient.preferences' | undefined;
  readonly PayloadContent: {
    readonly [key: string]: {
      readonly Forced?: readonly {
        readonly mcx_preference_settings: {
          readonly [key: string]: PlistInput | undefined;
        };
      }[] | undefined;
      readonly 'Set-Once'?: readonly {
        readonly mcx_preference_settings: {
          readonly [key: string]: PlistInput | undefined;
        };
      }[] | undefined;
    } | undefined;
  };
}
