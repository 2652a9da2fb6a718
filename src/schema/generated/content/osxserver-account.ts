// Written by `npm run generate` from schemas/com.apple.osxserver.account.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.osxserver.account`
 * Since iOS 9.0.
 * Not for macOS, tvOS, visionOS, watchOS.
 * Deprecated in iOS 12.0.
 * Removed in iOS 12.0.
 * User enrolment: forbidden on iOS.
 * Shared iPad: forbidden.
 * @deprecated on all systems
 */
export interface OsxserverAccountContent extends CommonContent {
  readonly PayloadType?: 'com.apple.osxserver.account' | undefined;
  readonly HostName: string;
  readonly UserName: string;
  /** Secret. */
  readonly Password?: string | undefined;
  readonly AccountDescription?: string | undefined;
  readonly ConfiguredAccounts: readonly {
    readonly Type: 'com.apple.osxserver.documents';
    readonly Port?: number | bigint | undefined;
  }[];
}
