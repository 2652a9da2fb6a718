// Written by `npm run generate` from schemas/com.apple.MCX.TimeMachine.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.MCX.TimeMachine`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface MCXTimeMachineContent extends CommonContent {
  readonly PayloadType?: 'com.apple.MCX.TimeMachine' | undefined;
  /** Default: `true`. */
  readonly AutoBackup?: boolean | undefined;
  /** Default: `false`. */
  readonly BackupAllVolumes?: boolean | undefined;
  readonly BackupDestURL: string;
  /** Default: `0`. */
  readonly BackupSizeMB?: number | bigint | undefined;
  /** Default: `false`. */
  readonly BackupSkipSys?: boolean | undefined;
  /** Default: `true`. */
  readonly MobileBackups?: boolean | undefined;
  readonly BasePaths?: readonly string[] | undefined;
  readonly SkipPaths?: readonly string[] | undefined;
}
