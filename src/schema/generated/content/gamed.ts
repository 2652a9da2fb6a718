// Written by `npm run generate` from schemas/com.apple.gamed.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.gamed`
 * Since macOS 10.9.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface GamedContent extends CommonContent {
  readonly PayloadType?: 'com.apple.gamed' | undefined;
  /**
   * Deprecated in macOS 10.13.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly GKFeatureGameCenterAllowed?: boolean | undefined;
  /** Default: `true`. */
  readonly GKFeatureAccountModificationAllowed?: boolean | undefined;
  /**
   * Deprecated in macOS 10.13.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly GKFeatureAddingGameCenterFriendsAllowed?: boolean | undefined;
  /**
   * Deprecated in macOS 10.13.
   * Default: `true`.
   * @deprecated on all systems
   */
  readonly GKFeatureMultiplayerGamingAllowed?: boolean | undefined;
}
