import { expect, test } from 'vitest';
import { isSecretKey } from '../../../src/schema/secret-words.js';

test.each([
  'Password',
  'USERPASSWORD',
  'dbPasswd',
  'recoveryPassphrase',
  'client_secret',
  'ScepChallenges',
  'bearerToken',
  'SIMPin',
  'PINCode',
  'pin-2',
  'wifi_psk',
  'WPA2PSK',
  'UserPass',
  'admin.pwd',
  'PrivateKeyData',
  'preSharedKey',
  'apikey',
  'LicenseKey',
  'Key',
  `${'x'.repeat(1000)}Password`,
  `Password${'x'.repeat(1000)}`,
])('%s names a secret', (key) => {
  expect(isSecretKey(key)).toBe(true);
});

test.each([
  'PayloadCertificateUUID',
  'ServerPinningCertificateUUIDs',
  'DomainMapping',
  'Spinner',
  'bypassUpdates',
  'CompassMode',
  'PassengerList',
  'PrivateRelay',
  'KeyboardLayout',
  'Monkey',
  'publicKey',
  'SSID_STR',
  '',
])('%s names none: its letters are in another word', (key) => {
  expect(isSecretKey(key)).toBe(false);
});
