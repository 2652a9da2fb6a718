// Written by `npm run generate` from schemas/com.apple.systemmigration.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.systemmigration`
 * Since macOS 10.12.4.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface SystemmigrationContent extends CommonContent {
  readonly PayloadType?: 'com.apple.systemmigration' | undefined;
  readonly CustomBehavior?: readonly {
    readonly Context: string;
    readonly Paths: readonly {
      readonly SourcePath: string;
      readonly SourcePathInUserHome: boolean;
      readonly TargetPath: string;
      readonly TargetPathInUserHome: boolean;
    }[];
  }[] | undefined;
}
