// Written by `npm run generate` from schemas/com.apple.familycontrols.timelimits.v2.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.familycontrols.timelimits.v2`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface FamilycontrolsTimelimitsV2Content extends CommonContent {
  readonly PayloadType?: 'com.apple.familycontrols.timelimits.v2' | undefined;
  readonly familyControlsEnabled: boolean;
  readonly 'time-limits'?: {
    readonly 'weekday-allowance'?: {
      readonly enabled: boolean;
      readonly rangeType: 0 | 1;
      readonly start?: string | undefined;
      readonly end?: string | undefined;
      readonly secondsPerDay?: number | bigint | undefined;
    } | undefined;
    readonly 'weekday-curfew'?: {
      readonly enabled: boolean;
      readonly rangeType: 0 | 1;
      readonly start?: string | undefined;
      readonly end?: string | undefined;
      readonly secondsPerDay?: number | bigint | undefined;
    } | undefined;
    readonly 'weekend-allowance'?: {
      readonly enabled: boolean;
      readonly rangeType: 0 | 1;
      readonly start?: string | undefined;
      readonly end?: string | undefined;
      readonly secondsPerDay?: number | bigint | undefined;
    } | undefined;
    readonly 'weekend-curfew'?: {
      readonly enabled: boolean;
      readonly rangeType: 0 | 1;
      readonly start?: string | undefined;
      readonly end?: string | undefined;
      readonly secondsPerDay?: number | bigint | undefined;
    } | undefined;
  } | undefined;
}
