// Written by `npm run generate` from schemas/com.apple.servicemanagement.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.servicemanagement`
 * Since macOS 13.0.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Needs user-approved MDM on macOS.
 * Not to be installed by hand on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface ServicemanagementContent extends CommonContent {
  readonly PayloadType?: 'com.apple.servicemanagement' | undefined;
  readonly Rules: readonly {
    readonly RuleType: 'BundleIdentifier' | 'BundleIdentifierPrefix' | 'Label' | 'LabelPrefix' | 'TeamIdentifier';
    readonly RuleValue: string;
    readonly Comment?: string | undefined;
    readonly TeamIdentifier?: string | undefined;
  }[];
}
