import { expect, test } from 'vitest';
import { describeLifetimes, describeSystems, tabulateSystems } from '../../../src/report/describe-systems.js';
import type { Systems } from '../../../src/schema/supported-systems.js';

const systems: Systems = {
  iOS: {
    introduced: '4.0',
    supervised: true,
    allowmanualinstall: false,
    userenrollment: { mode: 'forbidden' },
    sharedipad: { mode: 'allowed', devicechannel: true, userchannel: false },
  },
  macOS: {
    introduced: '10.7',
    deprecated: '11.0',
    removed: '12.0',
    devicechannel: true,
    userchannel: true,
    multiple: false,
  },
  tvOS: { introduced: 'n/a', supervised: true },
  visionOS: { introduced: 'all', supervised: false },
};

test('systems in words', () => {
  expect(describeSystems(systems)).toEqual([
    'since iOS 4.0, macOS 10.7',
    'on every version of visionOS',
    'not for tvOS',
    'deprecated in macOS 11.0',
    'removed in macOS 12.0',
    'needs supervision on iOS',
    'needs no supervision on visionOS',
    'not to be installed by hand on iOS',
    'only in one payload on macOS',
    'user enrolment: forbidden on iOS',
    'Shared iPad: allowed',
  ]);
});

test('that no supervision is needed is not told when none is anywhere', () => {
  expect(describeSystems({ iOS: { supervised: false }, macOS: { supervised: false } })).toEqual([]);
});

test('systems as a table, one column each, without rows that say nothing', () => {
  expect(tabulateSystems(systems)).toEqual({
    systems: ['iOS', 'macOS', 'tvOS', 'visionOS'],
    rows: [
      ['since', '4.0', '10.7', 'never', 'always'],
      ['deprecated in', '', '11.0', '', ''],
      ['removed in', '', '12.0', '', ''],
      ['installed by hand', 'no', '', '', ''],
      ['several payloads', '', 'no', '', ''],
      ['supervision', 'needed', '', '', 'not needed'],
      ['channel', '', 'device and user', '', ''],
      ['user enrolment', 'forbidden', '', '', ''],
      ['Shared iPad', 'allowed (device)', '', '', ''],
    ],
  });
});

test('from when until when, by system', () => {
  expect(describeLifetimes(systems)).toEqual(['4.0', '10.7, removed in 12.0', '', 'always', '']);
  expect(describeLifetimes({ watchOS: { introduced: '3.2', deprecated: '9.0' } })).toEqual([
    '',
    '',
    '',
    '',
    '3.2, deprecated in 9.0',
  ]);
});
