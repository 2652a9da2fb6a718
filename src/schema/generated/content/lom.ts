// Written by `npm run generate` from schemas/com.apple.lom.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.lom`
 * Since macOS 11.0.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Needs user-approved MDM on macOS.
 * Not to be installed by hand on macOS.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface LomContent<Certificate = never, Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.lom' | undefined;
  readonly DeviceCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
  readonly ControllerCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
  readonly DeviceCACertificateUUIDs?: readonly (string | Certificate)[] | undefined;
  readonly ControllerCACertificateUUIDs?: readonly (string | Certificate)[] | undefined;
}
