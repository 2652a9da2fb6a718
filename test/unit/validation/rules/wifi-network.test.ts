import { expect, test } from 'vitest';
import { validateProfileDictionary } from '../../../../src/validation/validate-profile-dictionary.js';
import { at } from '../../trust/lab.js';
import { payload, profile, type Dictionary } from '../profile-dictionaries.js';

const told = (network: Dictionary): string[] => {
  const { PayloadContent: _, ...keys } = payload({
    PayloadType: 'com.apple.wifi.managed',
    SSID_STR: 'Lab',
    ...network,
  });
  const issues = validateProfileDictionary(profile({}, keys), { at });
  expect(JSON.stringify(issues)).not.toContain('sentinel');
  return issues.map(({ severity, code, where }) => `${severity} ${code} ${where.pointer ?? ''}`);
};

test('a network name has 32 bytes at most', () => {
  expect(told({ SSID_STR: 'a'.repeat(32) })).toEqual([]);
  expect(told({ SSID_STR: 'ä'.repeat(16) })).toEqual([]);
  const tooLong = ['warning ssid-length /PayloadContent/0/SSID_STR'];
  expect(told({ SSID_STR: 'a'.repeat(33) })).toEqual(tooLong);
  expect(told({ SSID_STR: 'ä'.repeat(17) })).toEqual(tooLong);
});

// IEEE 802.11i-2004, H.4.1.
test.each(['sentinel', 's'.repeat(63), 'A1'.repeat(32)])('WPA and WPA2 take %j', (Password) => {
  expect(told({ EncryptionType: 'WPA', Password })).toEqual([]);
  expect(told({ EncryptionType: 'WPA2', Password })).toEqual([]);
});

test.each(['sentine', 's'.repeat(64), 'a'.repeat(65), 'sentinel-ä'])(
  'WPA and WPA2 do not take %j, which others may',
  (Password) => {
    const unfit = ['warning wpa-passphrase /PayloadContent/0/Password'];
    expect(told({ EncryptionType: 'WPA', Password })).toEqual(unfit);
    expect(told({ EncryptionType: 'WPA2', Password })).toEqual(unfit);
    expect(told({ EncryptionType: 'WPA3', Password })).toEqual([]);
    expect(told({ EncryptionType: 'Any', Password })).toEqual([]);
    const enterprise = { EAPClientConfiguration: { AcceptEAPTypes: [25], UserName: 'a' } };
    expect(told({ EncryptionType: 'WPA2', Password, ...enterprise })).toEqual([]);
  },
);
