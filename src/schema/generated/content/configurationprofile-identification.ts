// Written by `npm run generate` from schemas/com.apple.configurationprofile.identification.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.configurationprofile.identification`
 * Since macOS 10.7.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Deprecated in macOS 15.4.
 * Only in one payload on macOS.
 * User enrolment: allowed on macOS.
 * @deprecated on all systems
 */
export interface ConfigurationprofileIdentificationContent extends CommonContent {
  readonly PayloadType?: 'com.apple.configurationprofile.identification' | undefined;
  readonly PayloadIdentification: {
    readonly UserName: string;
    readonly FullName: string;
    readonly EmailAddress: string;
    readonly AuthMethod: 'Password' | 'UserEnteredPassword';
    /** Secret. */
    readonly Password?: string | undefined;
    readonly Prompt?: string | undefined;
    readonly PromptMessage?: string | undefined;
  };
}
