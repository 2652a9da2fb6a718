// Written by `npm run generate` from schemas/com.apple.airplay.security.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.airplay.security`
 * Since tvOS 11.0.
 * Not for iOS, macOS, visionOS, watchOS.
 * Only in one payload on tvOS.
 */
export interface AirplaySecurityContent extends CommonContent {
  readonly PayloadType?: 'com.apple.airplay.security' | undefined;
  /** Before tvOS 11.3: one of `PASSCODE_ONCE`, `PASSCODE_ALWAYS`, `PASSWORD`. */
  readonly SecurityType: 'PASSCODE_ONCE' | 'PASSCODE_ALWAYS' | 'PASSWORD' | 'NONE';
  readonly AccessType: 'ANY' | 'WIFI_ONLY';
  /** Secret. */
  readonly Password?: string | undefined;
}
