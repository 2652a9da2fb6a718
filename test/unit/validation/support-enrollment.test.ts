import { describe, expect, test } from 'vitest';
import type { DeviceContext } from '../../../src/device/device-context.js';
import { judge, nowhere, of, ofKey, ofPayload, schemaOf, type Facts } from './support-lab.js';

describe('enrolment by a user', () => {
  const context = of({ iOS: { from: '17' } }, { enrollment: 'user' });
  const mode = (name: string): Facts => ({ iOS: { introduced: '12.0', userenrollment: { mode: name } } });

  test('forbids or ignores a payload or key', () => {
    expect(ofPayload(mode('forbidden'), context)).toEqual(['error support-user-enrollment 0']);
    expect(ofKey(mode('forbidden'), context)).toEqual(['error support-user-enrollment 0/Key']);
    expect(ofKey(mode('ignored'), context)).toEqual(['warning support-user-enrollment 0/Key']);
    expect(ofKey(mode('allowed'), context)).toEqual([]);
    expect(ofKey(mode('forbidden'), of({ iOS: { from: '17' } }, { enrollment: 'device' }))).toEqual([]);
  });

  test('does not exist on systems of which the table does not speak', () => {
    const tv = { tvOS: { introduced: '9.0' }, ...mode('forbidden'), macOS: nowhere };
    expect(judge(schemaOf(tv), { enrollment: 'user' }, {})).toEqual(['error support-user-enrollment 0']);
  });
});

test('Shared iPad forbids or ignores, also by channel', () => {
  const facts = (sharedipad: Facts): Facts => ({ iOS: { introduced: '12.0', sharedipad } });
  const shared: DeviceContext = { sharedIPad: true };
  expect(ofPayload(facts({ mode: 'forbidden' }), shared)).toEqual(['error support-shared-ipad 0']);
  expect(ofPayload(facts({ mode: 'ignored' }), shared)).toEqual(['warning support-shared-ipad 0']);
  const byChannel = facts({ mode: 'allowed', devicechannel: true, userchannel: false });
  expect(ofPayload(byChannel, shared)).toEqual([]);
  expect(ofPayload(byChannel, { ...shared, channel: 'user' })).toEqual(['error support-shared-ipad 0']);
  expect(ofPayload(byChannel, { ...shared, channel: 'device' })).toEqual([]);
  expect(ofPayload(facts({ mode: 'forbidden' }), { sharedIPad: false })).toEqual([]);
});

describe('what only works where devices are managed in one way', () => {
  const phone: DeviceContext['platforms'] = { iOS: { from: '17' } };
  const needs = (fact: Facts): Facts => ({ iOS: { introduced: '12.0', ...fact } });
  const enrolled = (fact: Facts, tell: typeof ofKey = ofKey): string[] =>
    (['none', 'local', 'user', 'device'] as const).map((enrollment) => {
      const [told = ''] = tell(needs(fact), of(phone, { enrollment }));
      return told.replace(/ support-\S+ /, ' ');
    });
  const key = 'warning 0/Key';

  test('is user enrolment', () => {
    const required = { userenrollment: { mode: 'required' } };
    expect(enrolled(required)).toEqual([key, key, '', key]);
    expect(enrolled(required, ofPayload)).toEqual(['error 0', 'error 0', '', 'error 0']);
    expect(ofKey(needs(required), of(phone, { enrollment: 'none' }))).toEqual([
      'warning support-user-enrollment 0/Key',
    ]);
    expect(ofKey(needs(required), of(phone))).toEqual([]);
  });

  test('is Shared iPad', () => {
    const required = needs({ sharedipad: { mode: 'required' } });
    expect(ofKey(required, of(phone, { sharedIPad: false }))).toEqual(['warning support-shared-ipad 0/Key']);
    expect(ofKey(required, of(phone, { sharedIPad: true }))).toEqual([]);
    expect(ofKey(required, of(phone))).toEqual([]);
  });

  test('is management that the user has approved', () => {
    const approved = { userapprovedmdm: true, allowmanualinstall: false };
    expect(enrolled(approved)).toEqual([key, key, '', '']);
    expect(ofPayload(needs(approved), of(phone, { enrollment: 'none' }))).toEqual([
      'error support-user-approved-mdm 0',
    ]);
    expect(ofPayload(needs(approved), of(phone, { enrollment: 'none', install: 'manual' }))).toEqual([
      'error support-manual-install 0',
    ]);
    expect(enrolled({ userapprovedmdm: false })).toEqual(['', '', '', '']);
  });

  test('is Automated Device Enrollment', () => {
    expect(enrolled({ requiresdep: true })).toEqual([key, key, key, '']);
    expect(ofKey(needs({ requiresdep: true }), of(phone, { enrollment: 'user' }))).toEqual([
      'warning support-automated-enrollment 0/Key',
    ]);
    expect(enrolled({ requiresdep: false })).toEqual(['', '', '', '']);
  });
});
