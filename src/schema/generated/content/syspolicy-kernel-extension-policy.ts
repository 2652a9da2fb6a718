// Written by `npm run generate` from schemas/com.apple.syspolicy.kernel-extension-policy.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.syspolicy.kernel-extension-policy`
 * Since macOS 10.13.2.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Needs user-approved MDM on macOS.
 * Not to be installed by hand on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface SyspolicyKernelExtensionPolicyContent extends CommonContent {
  readonly PayloadType?: 'com.apple.syspolicy.kernel-extension-policy' | undefined;
  /**
   * Since macOS 11.0.
   * Default: `false`.
   */
  readonly AllowNonAdminUserApprovals?: boolean | undefined;
  /** Default: `false`. */
  readonly AllowUserOverrides?: boolean | undefined;
  readonly AllowedTeamIdentifiers?: readonly string[] | undefined;
  readonly AllowedKernelExtensions?: {
    readonly [key: string]: readonly string[] | undefined;
  } | undefined;
}
