// Written by `npm run generate` from schemas/com.apple.mcxloginscripts.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.mcxloginscripts`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface McxloginscriptsContent extends CommonContent {
  readonly PayloadType?: 'com.apple.mcxloginscripts' | undefined;
  readonly loginscripts?: readonly {
    readonly filename: string;
    readonly filedata: Uint8Array;
  }[] | undefined;
  readonly logoutscripts?: readonly {
    readonly filename: string;
    readonly filedata: Uint8Array;
  }[] | undefined;
  /** Default: `false`. */
  readonly skipLoginHook?: boolean | undefined;
  /** Default: `false`. */
  readonly skipLogoutHook?: boolean | undefined;
}
