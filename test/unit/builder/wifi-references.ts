import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import type { PayloadInput } from '../../../src/profile/payload-input.js';
import { pkcs12Identity } from '../../../src/profile/pkcs12-identity.js';
import { rootCA } from '../../support/authorities.js';
import { identityFile } from '../../support/identity-file.js';

export const rootFile = rootCA();
export const root = readCertificate(rootFile.pem);
export const anna = identityFile('Anna');
export const identity = pkcs12Identity(anna.bytes, { password: anna.password });
export const embedded = pkcs12Identity(anna.bytes, { password: anna.password, embedPassword: true });

export const wifi = 'com.apple.wifi.managed';
export type Wifi = PayloadInput<typeof wifi>;
export type Anchors = NonNullable<NonNullable<Wifi['EAPClientConfiguration']>['PayloadCertificateAnchorUUID']>;

export const builderOf = (): ProfileBuilder => new ProfileBuilder({ identifier: 'com.example.lab' });
export const eap = (PayloadCertificateAnchorUUID: Anchors, type: 13 | 25 = 13): Wifi => ({
  SSID_STR: 'Lab',
  EncryptionType: 'WPA2',
  EAPClientConfiguration: { AcceptEAPTypes: [type], PayloadCertificateAnchorUUID },
});
