import { describe, expect, test } from 'vitest';
import type { DeviceContext } from '../../../src/device/device-context.js';
import type { Conditions } from '../../../src/validation/compiled-rule.js';
import { failsSomewhere, forceOf } from '../../../src/validation/rule-force.js';
import type { SupportFacts } from '../../../src/validation/support-facts.js';

const onMac: SupportFacts = {
  iOS: { introduced: 'n/a' },
  tvOS: { introduced: 'n/a' },
  watchOS: { introduced: 'n/a' },
  visionOS: { introduced: 'n/a' },
  macOS: { introduced: '10.9' },
};
const onMacAndPhone: SupportFacts = { ...onMac, iOS: { introduced: '7.0' } };
const force = (conditions: Conditions, device: DeviceContext, facts: SupportFacts = onMacAndPhone): string => {
  const { level, where } = forceOf(conditions, facts, { device, isEncrypted: false });
  return `${level}${where}`;
};
const named = (platforms: DeviceContext['platforms']): DeviceContext => (platforms === undefined ? {} : { platforms });

describe('on devices that are named', () => {
  test('a rule without conditions is in force', () => {
    expect(force({}, named({ iOS: { from: '17' } }))).toBe('full');
  });

  test('a rule of another system is not', () => {
    expect(force({ platforms: ['macOS'] }, named({ iOS: { from: '17' } }))).toBe('none');
    expect(force({ platforms: ['macOS'] }, named({ macOS: { from: '14' } }))).toBe('full');
  });

  test('a rule that holds on some of them is, and says where', () => {
    const both = named({ iOS: { from: '17' }, macOS: { from: '14' } });
    expect(force({ platforms: ['macOS'] }, both)).toBe('full (macOS)');
    expect(force({ since: { iOS: '26.0', macOS: '14.0' } }, both)).toBe(
      'full (iOS 26.0 and later, macOS 14.0 and later)',
    );
    expect(force({ since: { iOS: '26.0' } }, named({ iOS: { from: '17' } }))).toBe('full (iOS 26.0 and later)');
    expect(force({ until: { iOS: '16.0' } }, named({ iOS: { from: '15', to: '17' } }))).toBe('full (iOS before 16.0)');
  });

  test('a rule of versions beyond their range is not', () => {
    expect(force({ since: { iOS: '26.0' } }, named({ iOS: { from: '17', to: '18' } }))).toBe('none');
    expect(force({ until: { iOS: '16.0' } }, named({ iOS: { from: '16.0' } }))).toBe('none');
  });

  test('systems without the payload do not count, unless there is no other', () => {
    const devices = named({ tvOS: { from: '17' }, macOS: { from: '14' } });
    expect(force({ platforms: ['macOS'] }, devices)).toBe('full');
    expect(force({ platforms: ['tvOS'] }, devices)).toBe('none');
    expect(force({ platforms: ['tvOS'] }, named({ tvOS: { from: '17' } }))).toBe('full');
  });
});

describe('without a name', () => {
  test('a rule of all systems that have the payload is in force', () => {
    expect(force({}, {})).toBe('full');
    expect(force({ platforms: ['macOS'] }, {}, onMac)).toBe('full');
    expect(force({ platforms: ['macOS', 'iOS', 'tvOS'] }, {})).toBe('full');
  });

  test('a rule of some of them is not: nobody knows', () => {
    expect(force({ platforms: ['macOS'] }, {})).toBe('none');
    expect(force({ platforms: ['macOS'] }, {}, {})).toBe('none');
  });

  test('a rule of later versions is possible, of versions before the payload it is in force', () => {
    expect(force({ since: { macOS: '13.0' } }, {}, onMac)).toBe('possible (macOS 13.0 and later)');
    expect(force({ since: { macOS: '10.9' } }, {}, onMac)).toBe('full');
    expect(force({ since: { iOS: '13.0' } }, {})).toBe('possible (iOS 13.0 and later, macOS)');
  });

  test('a rule of older versions is not', () => {
    expect(force({ until: { macOS: '13.0' } }, {}, onMac)).toBe('none');
  });
});

test('an install condition has to be known to hold', () => {
  const when = { install: 'mdm' } as const;
  expect(force({ when }, { install: 'mdm' })).toBe('full');
  expect(force({ when }, { install: 'manual' })).toBe('none');
  expect(force({ when }, {})).toBe('none');
  expect(force({ when: { encrypted: false } }, {})).toBe('full');
  expect(forceOf({ when: { encrypted: false } }, {}, { device: {}, isEncrypted: true }).level).toBe('none');
});

test('what certainly fails on a device that is named', () => {
  const fails = (conditions: Conditions, device: DeviceContext): boolean =>
    failsSomewhere(conditions, onMacAndPhone, { device, isEncrypted: false });
  expect(fails({ since: { macOS: '10.10' } }, named({ macOS: { from: '10.9' } }))).toBe(true);
  expect(fails({ since: { macOS: '10.10' } }, named({ macOS: { from: '10.10' } }))).toBe(false);
  expect(fails({ platforms: ['macOS'] }, named({ iOS: { from: '17' } }))).toBe(true);
  expect(fails({ platforms: ['macOS'] }, {})).toBe(false);
  expect(fails({ when: { install: 'mdm' } }, { install: 'manual' })).toBe(true);
  expect(fails({ when: { install: 'mdm' } }, {})).toBe(false);
});
