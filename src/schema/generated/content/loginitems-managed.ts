// Written by `npm run generate` from schemas/com.apple.loginitems.managed.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.loginitems.managed`
 * Since macOS 10.13.
 * Not for iOS, tvOS, visionOS, watchOS.
 * User enrolment: allowed on macOS.
 */
export interface LoginitemsManagedContent extends CommonContent {
  readonly PayloadType?: 'com.apple.loginitems.managed' | undefined;
  readonly 'AutoLaunchedApplicationDictionary-managed': readonly {
    readonly Path: string;
    /** Default: `false`. */
    readonly Hide?: boolean | undefined;
  }[];
}
