import { encodePlist } from '../../../src/plist/encode.js';
import type { PlistInput } from '../../../src/plist/value.js';

type Keys = Readonly<Record<string, PlistInput | undefined>>;

/** A UUID that ends with a number. */
export const uuidOf = (number: number): string => `ABCDEF01-2345-4678-9ABC-${String(number).padStart(12, '0')}`;

/** A profile as a file that nobody has judged; payloads are numbered from 1. */
export const profileFile = (payloads: readonly Keys[], keys: Keys = {}): string =>
  encodePlist({
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: 'com.example.lab',
    PayloadUUID: uuidOf(0),
    PayloadDisplayName: 'Lab',
    PayloadScope: 'System',
    PayloadContent: payloads.map((payload, index) => ({
      PayloadVersion: 1,
      PayloadIdentifier: `com.example.lab.${String(index + 1)}`,
      PayloadUUID: uuidOf(index + 1),
      ...payload,
    })),
    ...keys,
  });

export const wifi = (keys: Keys = {}): Keys => ({
  PayloadType: 'com.apple.wifi.managed',
  SSID_STR: 'Office',
  EncryptionType: 'WPA',
  Password: 'SENTINEL-old',
  ...keys,
});
