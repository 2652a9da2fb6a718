// Written by `npm run generate` from schemas/com.apple.jabber.account.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.jabber.account`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Deprecated in macOS 10.14.
 * Removed in macOS 10.14.
 * Not in the device channel on macOS.
 * User enrolment: forbidden on macOS.
 * @deprecated on all systems
 */
export interface JabberAccountContent extends CommonContent {
  readonly PayloadType?: 'com.apple.jabber.account' | undefined;
  readonly JabberAccountDescription?: string | undefined;
  readonly JabberHostName: string;
  readonly JabberUserName?: string | undefined;
  /** Secret. */
  readonly JabberPassword?: string | undefined;
  /** Default: `false`. */
  readonly JabberUseSSL?: boolean | undefined;
  /**
   * Range: 0 to 65535.
   * Default: `5222`.
   */
  readonly JabberPort?: number | bigint | undefined;
  readonly JabberAuthentication: 'JabberAuthPassword';
}
