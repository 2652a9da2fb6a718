// Written by `npm run generate` from schemas/com.apple.fileproviderd.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.fileproviderd`
 * Since macOS 11.0.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Needs user-approved MDM on macOS.
 * Not to be installed by hand on macOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface FileproviderdContent extends CommonContent {
  readonly PayloadType?: 'com.apple.fileproviderd' | undefined;
  /**
   * Since macOS 26.4.
   * Not in the user channel on macOS.
   * Default: `true`.
   */
  readonly ManagementAllowsRemoteSyncing?: boolean | undefined;
  /**
   * Since macOS 26.4.
   * Not in the user channel on macOS.
   */
  readonly ManagementRemoteSyncingAllowList?: readonly string[] | undefined;
  /** Default: `false`. */
  readonly AllowManagedFileProvidersToRequestAttribution?: boolean | undefined;
  /**
   * Since macOS 15.2.
   * Not in the user channel on macOS.
   * Default: `true`.
   */
  readonly ManagementAllowsKnownFolderSyncing?: boolean | undefined;
  /**
   * Since macOS 15.2.
   * Not in the user channel on macOS.
   */
  readonly ManagementKnownFolderSyncingAllowList?: readonly string[] | undefined;
  /**
   * Since macOS 26.4.
   * Not in the user channel on macOS.
   * Default: `true`.
   */
  readonly ManagementAllowsExternalVolumeSyncing?: boolean | undefined;
  /**
   * Since macOS 26.4.
   * Not in the user channel on macOS.
   */
  readonly ManagementExternalVolumeSyncingAllowList?: readonly string[] | undefined;
  /**
   * Since macOS 26.4.
   * Not in the user channel on macOS.
   */
  readonly ManagementDomainAutoEnablementList?: readonly string[] | undefined;
}
