// Written by `npm run generate` from schemas/com.apple.security.FDERecoveryKeyEscrow.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.security.FDERecoveryKeyEscrow`
 * Since macOS 10.13.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface SecurityFDERecoveryKeyEscrowContent<Certificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.security.FDERecoveryKeyEscrow' | undefined;
  readonly Location: string;
  readonly EncryptCertPayloadUUID: string | Certificate;
  readonly DeviceKey?: string | undefined;
}
