// Written by `npm run generate` from schemas/com.apple.vpn.managed.appmapping.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.vpn.managed.appmapping`
 * Since macOS 10.9.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * User enrolment: allowed on macOS.
 */
export interface VpnManagedAppmappingContent extends CommonContent {
  readonly PayloadType?: 'com.apple.vpn.managed.appmapping' | undefined;
  readonly AppLayerVPNMapping: readonly {
    readonly Identifier: string;
    readonly VPNUUID: string;
    /** Since macOS 10.10. */
    readonly DesignatedRequirement: string;
    /** Since macOS 10.10. */
    readonly SigningIdentifier: string;
    /** Since macOS 10.15. */
    readonly Path?: string | undefined;
    /** Since macOS 10.15.4. */
    readonly MatchTools?: readonly {
      /** Since macOS 10.15.4. */
      readonly DesignatedRequirement: string;
      /** Since macOS 10.15.4. */
      readonly SigningIdentifier: string;
      /** Since macOS 10.15.4. */
      readonly Path?: string | undefined;
    }[] | undefined;
  }[];
}
