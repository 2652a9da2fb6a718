// Written by `npm run generate` from schemas/com.apple.security.FDERecoveryRedirect.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.security.FDERecoveryRedirect`
 * Since macOS 10.9.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Deprecated in macOS 10.13.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 * @deprecated on all systems
 */
export interface SecurityFDERecoveryRedirectContent<Certificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.security.FDERecoveryRedirect' | undefined;
  readonly RedirectURL: string;
  readonly EncryptCertPayloadUUID: string | Certificate;
}
