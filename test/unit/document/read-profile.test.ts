import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import {
  assertOnly,
  decryptProfile,
  diffProfiles,
  ejectProfile,
  encryptProfile,
  inspectProfile,
  parseProfile,
  planUpdate,
  ProfileBuilder,
  sanitizeProfile,
  validateProfile,
} from 'profilewright';
import { deviceIdentity } from '../../support/device-identity.js';
import { testKey } from '../../support/test-key.js';

const profile = new ProfileBuilder({ identifier: 'com.example.realm' })
  .addPayload('com.example.app', { Zeta: 1 })
  .build()
  .toBytes();

/** The same octets, made by the Uint8Array of another global object, as those of a worker context or a test runner are. */
function foreign(bytes: Uint8Array): Uint8Array {
  const copy = runInNewContext(`new Uint8Array(${String(bytes.length)})`) as Uint8Array;
  copy.set(bytes);
  return copy;
}

test('bytes of another realm are bytes', () => {
  const bytes = foreign(profile);
  expect(bytes).not.toBeInstanceOf(Uint8Array);
  expect(inspectProfile(bytes)).toEqual(inspectProfile(profile));
  expect(validateProfile(bytes)).toEqual(validateProfile(profile));
  expect(diffProfiles(bytes, profile)).toEqual(diffProfiles(profile, profile));
  expect(planUpdate(bytes, profile)).toEqual(planUpdate(profile, profile));
  expect(sanitizeProfile(bytes)).toEqual(sanitizeProfile(profile));
  expect(ejectProfile(bytes)).toEqual(ejectProfile(profile));
  expect(() => assertOnly(bytes, { payloadTypes: ['com.example.app'] })).not.toThrow();
  const encrypted = encryptProfile(bytes, foreign(deviceIdentity('p256').der));
  const key = new Uint8Array(testKey('p256').privateKey.export({ type: 'pkcs8', format: 'der' }));
  expect(decryptProfile(foreign(encrypted), foreign(key)).payloads).toEqual(parseProfile(profile).payloads);
});
