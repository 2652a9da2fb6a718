import { describe, expect, test } from 'vitest';
import type { Issue, RuleLevels } from '../../../src/diagnostics/issue.js';
import { real } from '../../../src/plist/value.js';
import { validateProfileDictionary } from '../../../src/validation/validate-profile-dictionary.js';
import { at } from '../trust/lab.js';
import { payload, profile, root, without, type Dictionary } from './profile-dictionaries.js';

const judge = (dictionary: unknown, as: 'author' | 'device' = 'author', rules: RuleLevels = {}): Issue[] =>
  validateProfileDictionary(dictionary as Dictionary, { at, as, rules });
/** Severity, code and pointer of each issue. */
const brief = (issues: readonly Issue[]): string[] =>
  issues.map(({ severity, code, where }) => `${severity} ${code} ${where.pointer ?? ''}`);

test('a proper profile has no issues, for an author and for a device', () => {
  for (const as of ['author', 'device'] as const) expect(judge(profile(), as)).toEqual([]);
  const full = profile({
    PayloadDescription: 'Lab',
    PayloadDisplayName: 'Lab',
    PayloadOrganization: 'Lab',
    PayloadRemovalDisallowed: false,
    PayloadEnabled: true,
    RemovalDate: new Date('2030-01-01T00:00:00Z'),
    PayloadExpirationDate: new Date('2029-01-01T00:00:00Z'),
    DurationUntilRemoval: real(3600),
    TargetDeviceType: 5,
    ConsentText: { default: 'Text', 'pt-BR': 'Texto', de_AT: 'Text' },
    PayloadContent: [payload({ PayloadEnabled: false, PayloadCertificateFileName: 'lab.cer' })],
  });
  expect(judge(full)).toEqual([]);
});

test('an encrypted profile has its payloads elsewhere', () => {
  const encrypted = { EncryptedPayloadContent: new Uint8Array(10) };
  const pointerless = without(profile(), 'PayloadContent');
  expect(judge({ ...pointerless, ...encrypted })).toEqual([]);
  expect(brief(judge(pointerless))).toEqual(['error toplevel-content-or-encrypted-content ']);
  expect(brief(judge(profile(encrypted)))).toEqual(['error toplevel-content-or-encrypted-content ']);
});

test.each<[what: string, dictionary: Dictionary, author: string, device: string]>([
  ['a misspelt key', profile({ PayloadScpoe: 'User' }), 'warning schema-unknown-key /PayloadScpoe', 'info'],
  [
    'a misspelt key of a payload',
    profile({}, payload({ Payloadcontent: 1 })),
    'warning schema-unknown-key /PayloadContent/0/Payloadcontent',
    'info',
  ],
  ['a value that is not listed', profile({ PayloadScope: 'system' }), 'error schema-enum /PayloadScope', 'warning'],
  ['another top-level type', profile({ PayloadType: 'Profil' }), 'error schema-enum /PayloadType', 'warning'],
  ['a text for a date', profile({ RemovalDate: '2026-01-01' }), 'error schema-type /RemovalDate', 'error'],
  [
    'an integer for a boolean',
    profile({ PayloadRemovalDisallowed: 1 }),
    'error schema-number-type /PayloadRemovalDisallowed',
    'warning',
  ],
  [
    'an integer for a real',
    profile({ DurationUntilRemoval: 60 }),
    'error schema-number-type /DurationUntilRemoval',
    'warning',
  ],
  [
    'content that is a string',
    profile({}, payload({ PayloadContent: 'MIIB' })),
    'error schema-type /PayloadContent/0/PayloadContent',
    'error',
  ],
  [
    'content that is missing',
    profile({}, without(payload(), 'PayloadContent')),
    'error schema-required /PayloadContent/0',
    'error',
  ],
  ['no identifier', without(profile(), 'PayloadIdentifier'), 'error schema-required ', 'error'],
  [
    'no payload type',
    profile({}, without(payload(), 'PayloadType')),
    'error schema-required /PayloadContent/0',
    'error',
  ],
  [
    'a payload that is none',
    profile({ PayloadContent: [payload(), 'text'] }),
    'error schema-type /PayloadContent/1',
    'error',
  ],
  ['version 2', profile({ PayloadVersion: 2 }), 'error profile-version /PayloadVersion', 'warning'],
  [
    'a version that is a real',
    profile({ PayloadVersion: real(1) }),
    'error profile-version /PayloadVersion',
    'warning',
  ],
  [
    'a version that is text',
    profile({}, payload({ PayloadVersion: '1' })),
    'error profile-version /PayloadContent/0/PayloadVersion',
    'warning',
  ],
  [
    'no version',
    profile({}, without(payload(), 'PayloadVersion')),
    'error profile-version /PayloadContent/0',
    'warning',
  ],
  [
    'a date of removal that has come',
    profile({ RemovalDate: new Date('2020-01-01T00:00:00Z') }),
    'warning toplevel-removal-date /RemovalDate',
    'warning',
  ],
  ['no scope', without(profile(), 'PayloadScope'), 'warning toplevel-scope-written ', 'info'],
  [
    'a UUID with a letter beyond hex',
    profile({ PayloadUUID: '8A18907G-1302-4C3B-A000-000000000000' }),
    'warning profile-uuid /PayloadUUID',
    'warning',
  ],
  [
    'an empty UUID',
    profile({}, payload({ PayloadUUID: '' })),
    'warning profile-uuid /PayloadContent/0/PayloadUUID',
    'warning',
  ],
  [
    'an identifier of one label',
    profile({ PayloadIdentifier: 'lab' }),
    'info toplevel-identifier-reverse-dns /PayloadIdentifier',
    'info',
  ],
  [
    'an identifier with an empty label',
    profile({ PayloadIdentifier: 'com..lab' }),
    'info toplevel-identifier-reverse-dns /PayloadIdentifier',
    'info',
  ],
  [
    'consent without a default',
    profile({ ConsentText: { en: 'Text' } }),
    'warning toplevel-consent-text-default /ConsentText',
    'warning',
  ],
  [
    'consent in no language',
    profile({ ConsentText: { default: 'a', 'e n': 'b' } }),
    'error toplevel-consent-text-is-language-map /ConsentText/e n',
    'warning',
  ],
  [
    'consent that is no text',
    profile({ ConsentText: { default: 1 } }),
    'error schema-type /ConsentText/default',
    'error',
  ],
  [
    'a type without schema',
    profile({}, payload({ PayloadType: 'com.example.app' })),
    'info schema-unknown-payload /PayloadContent/0/PayloadType',
    'info',
  ],
])('%s is one issue', (_, dictionary, author, device) => {
  expect(brief(judge(dictionary))).toEqual([author]);
  expect(brief(judge(dictionary, 'device'))).toEqual([author.replace(/^\w+/, device)]);
});

test('a lower-case UUID is fine, and payloads of unknown types may have keys of their own', () => {
  const other = payload({
    PayloadType: 'com.example.app',
    PayloadUUID: 'abcdef00-0000-4000-8000-00000000000f',
    Own: 1,
  });
  expect(brief(judge(profile({}, other)))).toEqual(['info schema-unknown-payload /PayloadContent/0/PayloadType']);
});

test('the common keys of an unknown payload type are checked too', () => {
  const other = without(payload({ PayloadType: 'com.example.app', PayloadDisplayName: 1 }), 'PayloadIdentifier');
  expect(brief(judge(profile({}, other)))).toEqual([
    'error schema-required /PayloadContent/0',
    'error schema-type /PayloadContent/0/PayloadDisplayName',
    'info schema-unknown-payload /PayloadContent/0/PayloadType',
  ]);
});

describe('levels', () => {
  const dictionary = profile({ PayloadScope: 'system', Unknown: 1 });

  test('a rule can be dropped or weighed in another way, others stay', () => {
    expect(brief(judge(dictionary, 'author', { 'schema-enum': 'off' }))).toEqual([
      'warning schema-unknown-key /Unknown',
    ]);
    expect(brief(judge(dictionary, 'author', { 'schema-enum': 'info' }))).toEqual([
      'info schema-enum /PayloadScope',
      'warning schema-unknown-key /Unknown',
    ]);
  });

  test('the caller has the last word over what a device forgives', () => {
    expect(brief(judge(dictionary, 'device', { 'schema-enum': 'error', 'schema-unknown-key': 'warning' }))).toEqual([
      'error schema-enum /PayloadScope',
      'warning schema-unknown-key /Unknown',
    ]);
  });

  test('levels that are inherited count for nothing', () => {
    const rules = Object.create({ 'schema-enum': 'off' }) as RuleLevels;
    expect(judge(dictionary, 'author', rules)).toHaveLength(2);
  });

  test('the reply of a device that enrols has a dictionary for content, which a device takes', () => {
    const reply = profile({ PayloadType: 'Profile Service', PayloadContent: { URL: 'https://example.com' } });
    expect(brief(judge(reply, 'device'))).toEqual([
      'warning schema-type /PayloadContent',
      'warning schema-enum /PayloadType',
    ]);
    expect(brief(judge(reply))).toEqual(['error schema-type /PayloadContent', 'error schema-enum /PayloadType']);
  });
});

test('issues stand in the order of their pointers, indexes as numbers', () => {
  const payloads = Array.from({ length: 12 }, () => payload({ Unknown: 1 }));
  const pointers = judge(profile({ Alpha: 1, Zeta: 1 }, ...payloads)).map(({ where }) => where.pointer);
  const inside = payloads.map((_, index) => `/PayloadContent/${index}/Unknown`);
  expect(pointers).toEqual(['/Alpha', ...inside, '/Zeta']);
});

test('line and column stand beside the pointer when the profile came from a file', () => {
  const positionOf = (pointer: string): { line: number; column: number } | undefined =>
    pointer === '/Unknown' ? { line: 7, column: 3 } : undefined;
  const [found, other] = validateProfileDictionary(profile({ Unknown: 1, Zeta: 1 }), { at, positionOf });
  expect(found?.where).toEqual({ pointer: '/Unknown', line: 7, column: 3 });
  expect(other?.where).toEqual({ pointer: '/Zeta' });
});

test('issues are frozen, and the same call gives the same ones', () => {
  const dictionary = profile({ Unknown: 1, PayloadScope: 'system' });
  const issues = judge(dictionary, 'device');
  expect(issues.every((issue) => Object.isFrozen(issue) && Object.isFrozen(issue.where))).toBe(true);
  expect(judge(dictionary, 'device')).toEqual(issues);
});

test('what is no dictionary at all is one issue', () => {
  for (const value of [undefined, null, [], 'text', 1, new Uint8Array(9), new Map(), Symbol('x')]) {
    expect(brief(judge(value))).toEqual(['error schema-type ']);
  }
});

test('many faults are cut per dictionary, and deep values are no trouble', () => {
  const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`k${index}`, 1]));
  const issues = judge(profile(wide));
  expect(issues.filter(({ code }) => code === 'schema-unknown-key')).toHaveLength(500);
  expect(issues.filter(({ code }) => code === 'schema-more-faults')).toHaveLength(1);
  let deep: Dictionary = {};
  for (let depth = 0; depth < 20_000; depth += 1) deep = { deep };
  expect(brief(judge(profile({}, payload({ PayloadType: 'com.example.app', deep }))))).toEqual([
    'info schema-unknown-payload /PayloadContent/0/PayloadType',
  ]);
  expect(brief(judge(profile({ ConsentText: deep })))).toEqual([
    'warning toplevel-consent-text-default /ConsentText',
    'error schema-type /ConsentText/deep',
  ]);
});

test('many payloads are judged, each by itself', () => {
  const many = Array.from({ length: 300 }, () => payload({ PayloadContent: root.certificate.raw }));
  expect(judge(profile({}, ...many))).toEqual([]);
});
