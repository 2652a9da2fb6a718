import { expect, test } from 'vitest';
import type { Issue } from '../../../src/diagnostics/issue.js';
import { validateProfileDictionary } from '../../../src/validation/validate-profile-dictionary.js';
import { at } from '../trust/lab.js';
import { payload, profile, type Dictionary } from './profile-dictionaries.js';

const judge = (dictionary: Dictionary, as: 'author' | 'device' = 'author'): Issue[] =>
  validateProfileDictionary(dictionary, { at, as });
/** Severity, code and pointer of each issue. */
const brief = (issues: readonly Issue[]): string[] =>
  issues.map(({ severity, code, where }) => `${severity} ${code} ${where.pointer ?? ''}`);

test('a UUID that repeats in another case is found, in the profile and in its payloads', () => {
  const uuid = 'abcdef00-0000-4000-8000-000000000001';
  const repeated = profile(
    { PayloadUUID: uuid },
    payload(),
    payload({ PayloadUUID: uuid.toUpperCase() }),
    payload({ PayloadUUID: uuid }),
  );
  const issues = judge(repeated);
  expect(brief(issues)).toEqual([
    'error common-payload-uuid-unique /PayloadContent/1/PayloadUUID',
    'error common-payload-uuid-unique /PayloadContent/2/PayloadUUID',
  ]);
  expect(issues.every(({ message }) => message.endsWith('is the same as at /PayloadUUID'))).toBe(true);
  expect(judge(repeated, 'device').map(({ severity }) => severity)).toEqual(['warning', 'warning']);
});

test('an identifier that repeats is found; case counts there, and empty ones are no repetition', () => {
  const identifier = 'com.example.lab';
  const again = profile({ PayloadIdentifier: identifier }, payload({ PayloadIdentifier: identifier }));
  expect(brief(judge(again))).toEqual(['error common-payload-identifier-unique /PayloadContent/0/PayloadIdentifier']);
  const other = profile(
    { PayloadIdentifier: identifier },
    payload({ PayloadIdentifier: identifier.toUpperCase() }),
    payload({ PayloadIdentifier: '' }),
    payload({ PayloadIdentifier: '' }),
  );
  expect(brief(judge(other))).toEqual([
    'warning identifier-empty /PayloadContent/1/PayloadIdentifier',
    'warning identifier-empty /PayloadContent/2/PayloadIdentifier',
  ]);
});
