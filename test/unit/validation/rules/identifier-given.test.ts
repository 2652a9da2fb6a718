import { expect, test } from 'vitest';
import { ProfileBuilder } from '../../../../src/builder/profile-builder.js';
import { isProfilewrightError } from '../../../../src/diagnostics/profilewright-error.js';
import { validateProfileDictionary } from '../../../../src/validation/validate-profile-dictionary.js';
import { at } from '../../trust/lab.js';
import { payload, profile } from '../profile-dictionaries.js';

const told = (changes: object, options: object = {}): string[] => {
  const { PayloadContent: _, ...keys } = payload({ PayloadType: 'com.example.lab' });
  const issues = validateProfileDictionary({ ...profile({}, keys), ...changes }, { at, ...options });
  return issues
    .filter(({ code }) => code === 'identifier-empty')
    .map(({ severity, where }) => `${severity} ${where.pointer ?? ''}`);
};

test('an empty PayloadIdentifier is an error for who writes it, and a warning when reading', () => {
  expect(told({})).toEqual([]);
  expect(told({ PayloadIdentifier: '' })).toEqual(['error /PayloadIdentifier']);
  expect(told({ PayloadIdentifier: '' }, { as: 'device' })).toEqual(['warning /PayloadIdentifier']);
  const empty = { PayloadType: 'com.example.lab', PayloadIdentifier: '', PayloadUUID: 'A', PayloadVersion: 1 };
  expect(told({ PayloadContent: [empty] })).toEqual(['error /PayloadContent/0/PayloadIdentifier']);
});

test('build refuses the identifier of a variable that is not set', () => {
  const builder = new ProfileBuilder({ identifier: '' }).addWebClip({ label: 'Help', url: 'https://help.example/' });
  const codesOf = (): unknown => {
    try {
      return builder.build();
    } catch (error) {
      return isProfilewrightError(error, 'ERR_PROFILE_INVALID') && error.details.issues.map(({ code }) => code);
    }
  };
  expect(codesOf()).toContain('identifier-empty');
});
