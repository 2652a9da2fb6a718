// Written by `npm run generate` from schemas/com.apple.security.identitypreference.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.security.identitypreference`
 * Since macOS 10.12.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Not in the device channel on macOS.
 * User enrolment: allowed on macOS.
 */
export interface SecurityIdentitypreferenceContent<Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.security.identitypreference' | undefined;
  readonly Name: string;
  readonly PayloadCertificateUUID: string | Pkcs12 | Scep | Acme | AdCertificate;
}
