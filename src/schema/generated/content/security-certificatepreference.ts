// Written by `npm run generate` from schemas/com.apple.security.certificatepreference.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.security.certificatepreference`
 * Since macOS 10.12.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Not in the device channel on macOS.
 * User enrolment: allowed on macOS.
 */
export interface SecurityCertificatepreferenceContent<Certificate = never, Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.security.certificatepreference' | undefined;
  readonly Name: string;
  readonly PayloadCertificateUUID: string | Certificate | Pkcs12 | Scep | Acme | AdCertificate;
}
