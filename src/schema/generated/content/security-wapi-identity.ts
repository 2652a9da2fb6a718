// Written by `npm run generate` from schemas/com.apple.security.wapi-identity.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/** `com.apple.security.wapi-identity` */
export interface SecurityWapiIdentityContent extends CommonContent {
  readonly PayloadType?: 'com.apple.security.wapi-identity' | undefined;
  /** Secret. */
  readonly PEMData: Uint8Array;
}
