// Written by `npm run generate` from schemas/com.apple.system-extension-policy.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.system-extension-policy`
 * Since macOS 10.15.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Needs user-approved MDM on macOS.
 * Not to be installed by hand on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface SystemExtensionPolicyContent extends CommonContent {
  readonly PayloadType?: 'com.apple.system-extension-policy' | undefined;
  /** Default: `true`. */
  readonly AllowUserOverrides?: boolean | undefined;
  readonly AllowedTeamIdentifiers?: readonly string[] | undefined;
  readonly AllowedSystemExtensionTypes?: {
    readonly [key: string]: readonly string[] | undefined;
  } | undefined;
  readonly AllowedSystemExtensions?: {
    readonly [key: string]: readonly string[] | undefined;
  } | undefined;
  /** Since macOS 12.0. */
  readonly RemovableSystemExtensions?: {
    readonly [key: string]: readonly string[] | undefined;
  } | undefined;
  /** Since macOS 15.0. */
  readonly NonRemovableSystemExtensions?: {
    readonly [key: string]: readonly string[] | undefined;
  } | undefined;
  /** Since macOS 15.0. */
  readonly NonRemovableFromUISystemExtensions?: {
    readonly [key: string]: readonly string[] | undefined;
  } | undefined;
}
