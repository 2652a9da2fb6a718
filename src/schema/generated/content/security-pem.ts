// Written by `npm run generate` from schemas/com.apple.security.pem.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.security.pem`
 * Since iOS 4.0, macOS 10.7, tvOS 9.0, visionOS 1.0, watchOS 3.0.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface SecurityPemContent extends CommonContent {
  readonly PayloadType?: 'com.apple.security.pem' | undefined;
  readonly PayloadCertificateFileName?: string | undefined;
  readonly PayloadContent: Uint8Array;
}
