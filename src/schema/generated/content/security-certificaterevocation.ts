// Written by `npm run generate` from schemas/com.apple.security.certificaterevocation.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.security.certificaterevocation`
 * Since iOS 14.2, visionOS 1.1.
 * Not for macOS, tvOS, watchOS.
 * User enrolment: allowed on iOS, visionOS.
 * Shared iPad: allowed.
 */
export interface SecurityCertificaterevocationContent extends CommonContent {
  readonly PayloadType?: 'com.apple.security.certificaterevocation' | undefined;
  readonly EnabledForCerts?: readonly {
    readonly Algorithm: 'sha256';
    readonly Hash: Uint8Array;
  }[] | undefined;
}
