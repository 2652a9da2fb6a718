// Written by `npm run generate` from schemas/com.apple.cellularprivatenetwork.managed.schema.json. Do not edit.
import type { PlistReal } from '../../../plist/value.js';
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.cellularprivatenetwork.managed`
 * Since iOS 17.0.
 * Not for macOS, tvOS, visionOS, watchOS.
 * User enrolment: forbidden on iOS.
 * Shared iPad: allowed.
 */
export interface CellularprivatenetworkManagedContent extends CommonContent {
  readonly PayloadType?: 'com.apple.cellularprivatenetwork.managed' | undefined;
  readonly Geofences?: readonly {
    /** Range: -180 to 180. */
    readonly Longitude: number | PlistReal;
    /** Range: -90 to 90. */
    readonly Latitude: number | PlistReal;
    /** Range: 100 to 6500. */
    readonly Radius: number | PlistReal;
    readonly GeofenceId: string;
  }[] | undefined;
  readonly DataSetName: string;
  readonly VersionNumber: string;
  /** Default: `false`. */
  readonly CellularDataPreferred?: boolean | undefined;
  /** Default: `false`. */
  readonly EnableNRStandalone?: boolean | undefined;
  /** Since iOS 18.0. */
  readonly NetworkIdentifier?: string | undefined;
  /** Since iOS 18.0. */
  readonly CsgNetworkIdentifier?: string | undefined;
}
