// Written by `npm run generate` from schemas/com.apple.systempolicy.rule.schema.json. Do not edit.
import type { PlistReal } from '../../../plist/value.js';
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.systempolicy.rule`
 * Since macOS 10.8.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface SystempolicyRuleContent extends CommonContent {
  readonly PayloadType?: 'com.apple.systempolicy.rule' | undefined;
  readonly Requirement?: string | undefined;
  readonly Comment?: string | undefined;
  readonly Priority?: number | PlistReal | undefined;
  readonly Expiration?: Date | undefined;
  /** Default: `operation:execute`. */
  readonly OperationType?: 'operation:execute' | 'operation:install' | 'operation:lsopen' | undefined;
  readonly LeafCertificate?: Uint8Array | undefined;
}
