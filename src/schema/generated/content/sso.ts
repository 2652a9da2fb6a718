// Written by `npm run generate` from schemas/com.apple.sso.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.sso`
 * Since iOS 7.0.
 * Not for macOS, tvOS, visionOS, watchOS.
 * Deprecated in iOS 26.0.
 * Only in one payload on iOS.
 * User enrolment: allowed on iOS.
 * Shared iPad: forbidden.
 * @deprecated on all systems
 */
export interface SsoContent<Pkcs12 = never, Scep = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.sso' | undefined;
  readonly Name: string;
  readonly Kerberos?: {
    readonly PrincipalName?: string | undefined;
    /** Since iOS 8.0. */
    readonly PayloadCertificateUUID?: string | Pkcs12 | Scep | undefined;
    readonly Realm: string;
    readonly URLPrefixMatches?: readonly string[] | undefined;
    readonly AppIdentifierMatches?: readonly string[] | undefined;
  } | undefined;
}
