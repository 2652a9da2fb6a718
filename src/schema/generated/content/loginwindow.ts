// Written by `npm run generate` from schemas/loginwindow.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `loginwindow`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface LoginwindowContent extends CommonContent {
  readonly PayloadType?: 'loginwindow' | undefined;
  /**
   * On every version of macOS.
   * Default: `false`.
   */
  readonly DisableLoginItemsSuppression?: boolean | undefined;
}
