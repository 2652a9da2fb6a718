import { expect, test } from 'vitest';
import { ProfileBuilder } from '../../../../src/builder/profile-builder.js';
import { validateProfileDictionary } from '../../../../src/validation/validate-profile-dictionary.js';
import { at } from '../../trust/lab.js';
import { payload, profile } from '../profile-dictionaries.js';

const told = (changes: object): string[] => {
  const { PayloadContent: _, ...keys } = payload({ PayloadType: 'com.example.lab' });
  const issues = validateProfileDictionary({ ...profile({}, keys), ...changes }, { at });
  return issues
    .filter(({ code }) => code === 'identifier-empty')
    .map(({ severity, where }) => `${severity} ${where.pointer ?? ''}`);
};

test('an empty PayloadIdentifier is a warning, for the profile and for its payloads', () => {
  expect(told({})).toEqual([]);
  expect(told({ PayloadIdentifier: '' })).toEqual(['warning /PayloadIdentifier']);
  const empty = { PayloadType: 'com.example.lab', PayloadIdentifier: '', PayloadUUID: 'A', PayloadVersion: 1 };
  expect(told({ PayloadContent: [empty] })).toEqual(['warning /PayloadContent/0/PayloadIdentifier']);
});

test('build tells of the identifier of a variable that is not set', () => {
  const builder = new ProfileBuilder({ identifier: '' }).addWebClip({ label: 'Help', url: 'https://help.example/' });
  expect(builder.build().issues.map(({ code }) => code)).toContain('identifier-empty');
});
