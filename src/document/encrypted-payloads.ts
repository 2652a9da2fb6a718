import type { PlistDictionary } from '../plist/value.js';

/** Whether the payloads that a device installs stand in an envelope, whatever stands beside it. */
export function isEncrypted(profile: PlistDictionary): boolean {
  return profile['EncryptedPayloadContent'] !== undefined || profile['IsEncrypted'] === true;
}
