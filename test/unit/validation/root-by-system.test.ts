import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import type { DeviceContext } from '../../../src/device/device-context.js';
import { validateProfile } from '../../../src/document/validate-profile.js';
import { at, caExtensions, issue, name } from '../trust/lab.js';
import { payload, profile as profileOf, root } from './profile-dictionaries.js';
import { validateProfileDictionary } from '../../../src/validation/validate-profile-dictionary.js';

const profile = new ProfileBuilder({ identifier: 'com.example.lab' }).addRootCA(root.certificate).build({ at });
const told = (platforms: NonNullable<DeviceContext['platforms']>): string[] =>
  validateProfile(profile, { at, context: { platforms } }).map(({ severity, code }) => `${severity} ${code}`);

describe('the bug of a version of iOS', () => {
  const bug = 'info ios18-toggle-missing';

  test('is told when all versions that are named have it', () => {
    expect(told({ iOS: { from: '18.0', to: '18.0' } })).toEqual([bug]);
    expect(told({ iOS: { from: '18.0.1', to: '18.0.1' } })).toEqual([bug]);
    expect(told({ iOS: { from: '18.0', to: '18.0.1' } })).toEqual([bug]);
    expect(told({ macOS: { from: '15.0' }, iOS: { from: '18.0', to: '18.0.1' } })).toEqual([bug]);
  });

  test('is not told of versions beside it, or when others are meant too', () => {
    expect(told({ iOS: { from: '18.0' } })).toEqual([]);
    expect(told({ iOS: { from: '17.0', to: '18.0' } })).toEqual([]);
    expect(told({ iOS: { from: '18.0.2', to: '18.0.2' } })).toEqual([]);
    expect(told({ macOS: { from: '18.0', to: '18.0' } })).toEqual([]);
  });

  test('is among what the builder tells', () => {
    const builder = new ProfileBuilder().addRootCA(root.certificate);
    const built = builder.build({ at, context: { platforms: { iOS: { from: '18.0', to: '18.0.1' } } } });
    expect(built.issues.map(({ code, where }) => [code, where.pointer])).toEqual([
      ['ios18-toggle-missing', '/PayloadContent/0/PayloadContent'],
    ]);
  });
});

test('a root without a name is an error where one of the systems leaves it out of its list', () => {
  const { certificate } = issue({ subject: name(['2.5.4.10', 'Lab']), extensions: caExtensions() });
  const nameless = profileOf({}, payload({ PayloadContent: certificate.raw }));
  const severities = (platforms: NonNullable<DeviceContext['platforms']>): string[] =>
    validateProfileDictionary(nameless, { at, context: { platforms } })
      .filter(({ code }) => code === 'root-common-name')
      .map(({ severity }) => severity);
  expect(severities({ macOS: { from: '14' } })).toEqual(['warning']);
  expect(severities({ macOS: { from: '14' }, iOS: { from: '15' } })).toEqual(['error']);
  expect(severities({ iOS: { from: '9', to: '10.2' } })).toEqual(['error']);
});
