// Written by `npm run generate` from schemas/com.apple.associated-domains.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.associated-domains`
 * Since macOS 10.15.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Needs user-approved MDM on macOS.
 * Not to be installed by hand on macOS.
 * User enrolment: allowed on macOS.
 */
export interface AssociatedDomainsContent extends CommonContent {
  readonly PayloadType?: 'com.apple.associated-domains' | undefined;
  readonly Configuration: readonly {
    readonly ApplicationIdentifier: string;
    readonly AssociatedDomains: readonly string[];
    /**
     * Since macOS 11.0.
     * Default: `false`.
     */
    readonly EnableDirectDownloads?: boolean | undefined;
  }[];
}
