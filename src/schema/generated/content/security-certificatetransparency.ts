// Written by `npm run generate` from schemas/com.apple.security.certificatetransparency.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.security.certificatetransparency`
 * Since iOS 12.1.1, macOS 10.14.2, tvOS 12.1.1, visionOS 1.0, watchOS 5.1.1.
 * Not in the user channel on macOS.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface SecurityCertificatetransparencyContent extends CommonContent {
  readonly PayloadType?: 'com.apple.security.certificatetransparency' | undefined;
  readonly DisabledForCerts?: readonly {
    readonly Algorithm: 'sha256';
    readonly Hash: Uint8Array;
  }[] | undefined;
  readonly DisabledForDomains?: readonly string[] | undefined;
}
