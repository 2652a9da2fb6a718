import { describe, expect, test } from 'vitest';
import { planUpdate } from '../../../src/document/plan-update.js';
import { real } from '../../../src/plist/value.js';
import { rootCA } from '../../support/authorities.js';
import { testKey } from '../../support/test-key.js';
import { profileFile, wifi } from './profile-file.js';

const before = profileFile([wifi()]);
const effectsOf = (one: string, other: string) =>
  planUpdate(one, other).effects.map(({ kind, message }) => [kind, message] as const);
const kindsOf = (one: string, other: string) => effectsOf(one, other).map(([kind]) => kind);

describe('planUpdate', () => {
  test('says that a profile with the same identifier is replaced, and one with another stands beside it', () => {
    expect(kindsOf(before, before)).toEqual(['nothing-changes']);
    expect(kindsOf(before, profileFile([wifi({ SSID_STR: 'Lab' })]))).toEqual(['profile-replaced']);
    const other = planUpdate(before, profileFile([wifi()], { PayloadIdentifier: 'com.example.other' }));
    expect(other).toMatchObject({
      isReplaced: false,
      effects: [{ kind: 'second-profile' }],
      changes: [{ kind: 'profile' }],
    });
    expect(planUpdate(before, before)).toMatchObject({ isReplaced: true, changes: [], issues: [] });
  });

  test('tells a change of scope', () => {
    expect(effectsOf(before, profileFile([wifi()], { PayloadScope: 'User' }))[1]).toEqual([
      'scope-changes',
      expect.stringMatching(/^PayloadScope was System and is User: /),
    ]);
    expect(kindsOf(before, profileFile([wifi()], { PayloadScope: undefined }))).toContain('scope-changes');
  });

  test.each<[title: string, one: object, other: object, expected: string[]]>([
    ['forbidden', {}, { PayloadRemovalDisallowed: true }, ['it can no longer be removed by hand']],
    [
      'allowed again',
      { PayloadRemovalDisallowed: true },
      { PayloadRemovalDisallowed: false },
      ['it can be removed by hand'],
    ],
    ['given no switch in place of one that is off', { PayloadRemovalDisallowed: false }, {}, []],
    [
      'due after some time',
      {},
      { DurationUntilRemoval: 60 },
      ['the device removes it after another time, its DurationUntilRemoval'],
    ],
    [
      'due another day',
      { RemovalDate: new Date(0) },
      { RemovalDate: new Date(1000) },
      ['the device removes it at another time, its RemovalDate'],
    ],
    ['due no more', { RemovalDate: new Date(0) }, {}, ['the device no longer removes it at a RemovalDate']],
  ])('tells when removal is %s', (_, one, other, expected) => {
    const effects = effectsOf(profileFile([], { ...one }), profileFile([], { ...other }));
    expect(effects.flatMap(([kind, message]) => (kind === 'removal-changes' ? [message] : []))).toEqual(expected);
  });

  test('passes over the type of a number, and over a number that is no switch', () => {
    const same: readonly [object, object][] = [
      [{ DurationUntilRemoval: 60 }, { DurationUntilRemoval: real(60) }],
      [{ PayloadRemovalDisallowed: 0 }, {}],
    ];
    for (const [one, other] of same)
      expect(kindsOf(profileFile([], { ...one }), profileFile([], { ...other }))).toEqual(['profile-replaced']);
    const locked = profileFile([], { PayloadRemovalDisallowed: 1 });
    expect(kindsOf(locked, locked)).toEqual(['nothing-changes', 'installed-is-locked']);
  });

  test('takes nothing away where the installed profile stays', () => {
    const [root, other] = [rootCA(), rootCA({ subject: 'Other Root', key: testKey('p256', 3) })].map(({ der }) => ({
      PayloadType: 'com.apple.security.root',
      PayloadContent: der,
    }));
    const password = { PayloadType: 'com.apple.profileRemovalPassword', RemovalPassword: 'SENTINEL' };
    const installed = profileFile([{ PayloadType: 'com.apple.mdm' }, password, root!], { RemovalDate: new Date(0) });
    const beside = { PayloadIdentifier: 'com.example.other', PayloadScope: 'User' };
    expect(kindsOf(installed, profileFile([], beside))).toEqual(['second-profile']);
    expect(kindsOf(installed, profileFile([root!, other!, password], beside))).toEqual([
      'second-profile',
      'removal-changes',
      'root-added',
    ]);
  });

  test('passes over an identifier that a server overwrites', () => {
    const update = profileFile([], { PayloadIdentifier: 'com.zentral.mdm' });
    expect(planUpdate(before, update, { ignoreRewrites: ['zentral'] })).toMatchObject({
      isReplaced: true,
      effects: [{ message: 'the installed profile is replaced: the server gives it the same PayloadIdentifier' }],
      changes: [{ kind: 'removed' }],
    });
    expect(planUpdate(before, update).isReplaced).toBe(false);
  });

  test('takes nothing away that may be in payloads nobody sees', () => {
    const password = { PayloadType: 'com.apple.profileRemovalPassword', RemovalPassword: 'SENTINEL' };
    const root = { PayloadType: 'com.apple.security.root', PayloadContent: rootCA().der };
    const installed = profileFile([{ PayloadType: 'com.apple.mdm' }, password, root]);
    const encrypted = profileFile([], { PayloadContent: undefined, EncryptedPayloadContent: new Uint8Array(8) });
    expect(kindsOf(installed, encrypted)).toEqual(['profile-replaced', 'cannot-be-seen']);
    expect(planUpdate(installed, encrypted).changes).toMatchObject([
      { kind: 'profile', keys: [{ kind: 'added', pointer: '/EncryptedPayloadContent' }] },
    ]);
  });

  test('tells that a locked profile needs the same signer, whatever the update says', () => {
    const locked = profileFile([], { PayloadRemovalDisallowed: true });
    expect(kindsOf(locked, locked)).toEqual(['nothing-changes', 'installed-is-locked']);
  });

  test('tells a password for removal, the beginning and the end of management', () => {
    const password = profileFile([{ PayloadType: 'com.apple.profileRemovalPassword', RemovalPassword: 'SENTINEL' }]);
    const mdm = profileFile([{ PayloadType: 'com.apple.mdm' }]);
    expect(kindsOf(profileFile([]), password)).toEqual(['profile-replaced', 'removal-changes']);
    expect(effectsOf(profileFile([]), mdm)[1]?.[1]).toMatch(/^the device is enrolled in MDM/);
    expect(effectsOf(mdm, profileFile([]))[1]?.[1]).toMatch(/its management ends$/);
    expect(JSON.stringify(planUpdate(profileFile([]), password))).not.toContain('SENTINEL');
  });

  test('tells the roots that come and go, whatever payload carries them', () => {
    const roots = [rootCA(), rootCA({ subject: 'Other Root', key: testKey('p256', 3) })];
    const [one, other] = ['com.apple.security.root', 'com.apple.security.pkcs1'].map((PayloadType, index) =>
      profileFile([{ PayloadType, PayloadContent: roots[index]?.der }]),
    );
    expect(effectsOf(one ?? '', other ?? '').slice(1)).toEqual([
      ['root-added', expect.stringContaining('"Other Root"')],
      ['root-removed', expect.stringContaining('"Lab Root"')],
    ]);
  });

  test('tells what a device does not let an update change, and only that', () => {
    const mdm = (CheckInURL: string) => profileFile([{ PayloadType: 'com.apple.mdm', CheckInURL, Topic: 'x' }]);
    const { issues } = planUpdate(mdm('https://a.example/'), mdm('https://b.example/'));
    expect(issues.map(({ code }) => code)).toEqual(['mdm-immutable-on-update']);
  });

  test('says that nobody can look into encrypted payloads', () => {
    const encrypted = profileFile([], { PayloadContent: undefined, EncryptedPayloadContent: new Uint8Array(8) });
    expect(kindsOf(encrypted, encrypted)).toEqual(['nothing-changes', 'cannot-be-seen']);
  });

  test('names a source for each effect and each change', () => {
    const { effects, changes } = planUpdate(before, profileFile([], { PayloadScope: 'User' }));
    for (const { source } of [...effects, ...changes]) expect(source).toMatch(/^Apple/);
  });
});
