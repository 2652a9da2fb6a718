import { expect, test } from 'vitest';
import { nearestName, nearestPayloadType } from '../../../src/schema/nearest-name.js';

const known = ['PayloadScope', 'PayloadUUID', 'PayloadVersion', 'SSID_STR', 'Key'];

test.each([
  ['payloadscope', 'PayloadScope'],
  ['PaylaodScope', 'PayloadScope'],
  ['PayloadScop', 'PayloadScope'],
  ['PayloadSScopee', 'PayloadScope'],
  ['SSID_SRT', 'SSID_STR'],
  ['Kye', 'Key'],
])('%s was meant as %s', (name, meant) => {
  expect(nearestName(name, known)).toBe(meant);
});

test.each(['PayloadOrganization', 'Ka1', 'X', '', 'Payload', 'PayloadScope'.repeat(100)])(
  '%j is near to nothing',
  (name) => {
    expect(nearestName(name, known)).toBeUndefined();
  },
);

test('the nearest of several is taken', () => {
  expect(nearestName('PayloadUUIE', ['PayloadUUIDs', 'PayloadUUID'])).toBe('PayloadUUID');
});

test('a name is not near to itself', () => {
  expect(nearestName('PayloadUUID', ['PayloadUUID'])).toBeUndefined();
});

test.each([
  ['com.apple.wifi.manged', 'com.apple.wifi.managed'],
  ['com.apple.vpn.Managed', 'com.apple.vpn.managed'],
  ['com.appel.dock', 'com.apple.dock'],
  ['Com.Apple.Dock', 'com.apple.dock'],
  ['com.apple.foo', undefined],
  ['com.apple.lock', 'com.apple.dock'],
  ['com.example.dock', undefined],
])('the payload type %s is nearest to %s', (type, nearest) => {
  const known = [
    '.GlobalPreferences',
    'com.apple.dock',
    'com.apple.lom',
    'com.apple.vpn.managed',
    'com.apple.wifi.managed',
  ];
  expect(nearestPayloadType(type, known)).toBe(nearest);
});
