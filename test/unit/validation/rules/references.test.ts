import { describe, expect, test } from 'vitest';
import type { Reference } from '../../../../src/validation/compiled-rule.js';
import { faultsIn } from '../rule-lab.js';
import type { Dictionary } from '../profile-dictionaries.js';

const own = (content: Dictionary): Dictionary => ({ PayloadType: 'com.example.account', ...content });
const other = (PayloadType: string, PayloadUUID: string, content: Dictionary = {}): Dictionary => ({
  PayloadType,
  PayloadUUID,
  ...content,
});
const found = (reference: Reference, ...payloads: Dictionary[]): string[] =>
  faultsIn({ references: [reference] }, payloads).map(
    (fault) => `${fault.pointer} ${fault.found.replace(/^.*, /, '')}`,
  );

describe('a reference inside the profile', () => {
  const reference = { path: '/List/*/UUID', payloadTypes: ['com.example.a', 'com.example.b'] };
  const at = '/PayloadContent/0/List/0/UUID';
  const to = (UUID: string): Dictionary => own({ List: [{ UUID }] });

  test('leads to a payload of one of the types, whatever the case of the letters', () => {
    expect(found(reference, to('ab'), other('com.example.b', 'AB'))).toEqual([]);
    expect(found(reference, own({ List: [] }))).toEqual([]);
    expect(found(reference, own({ List: [{ UUID: 1 }] }))).toEqual([]);
  });

  test('that dangles is told, with the types that are meant', () => {
    expect(found(reference, to('ab'), other('com.example.b', 'cd'))).toEqual([
      `${at} which names no payload of the profile`,
    ]);
    const [fault] = faultsIn({ references: [reference] }, [to('ab')]);
    expect(fault?.advice).toBe(
      'set "UUID" to the PayloadUUID of a payload of one of the types "com.example.a", "com.example.b" in this profile',
    );
  });

  test('that leads to another kind of payload is told, and to which', () => {
    expect(found(reference, to('ab'), other('com.example.c', 'ab'))).toEqual([
      `${at} which names the payload at /PayloadContent/1 of another type`,
    ]);
  });
});

describe('a reference that may lead into another profile', () => {
  const reference = {
    path: '/VPNUUID',
    payloadTypes: ['com.example.vpn'],
    target: '/VPNUUID',
    sameProfile: false,
  };
  const to = (VPNUUID: string): Dictionary => own({ VPNUUID });

  test('is fine when it is met here, and when nothing here could meet it', () => {
    expect(found(reference, to('v'), other('com.example.vpn', 'p', { VPNUUID: 'V' }))).toEqual([]);
    expect(found(reference, to('v'))).toEqual([]);
  });

  test('is told when it names a payload by PayloadUUID, or none of those that are here', () => {
    const vpn = other('com.example.vpn', 'p', { VPNUUID: 'v' });
    expect(found(reference, to('p'), vpn)).toEqual([
      '/PayloadContent/0/VPNUUID which is the PayloadUUID at /PayloadContent/1',
    ]);
    expect(found(reference, to('x'), vpn)).toEqual([
      '/PayloadContent/0/VPNUUID which is not the VPNUUID of any such payload of the profile',
    ]);
  });
});

test('a fragment of the profile is told at the payload that demands it', () => {
  const scope = { profile: { properties: { PayloadScope: { const: 'User' } } } };
  expect(faultsIn(scope, [own({})])).toEqual([
    {
      pointer: '/PayloadContent/0',
      found: '"PayloadScope" at /PayloadScope is "System"',
      advice: 'change "PayloadScope" to "User"',
    },
  ]);
  const companion = (type: string): object => ({
    properties: { PayloadContent: { contains: { properties: { PayloadType: { const: type } } } } },
  });
  expect(faultsIn({ profile: companion('com.example.x') }, [own({})])).toMatchObject([
    { found: expect.stringContaining('does not hold a payload "com.example.x"') as string },
  ]);
  expect(faultsIn({ profile: companion('com.example.account') }, [own({})])).toEqual([]);
});

test('a key that an override makes optional under a condition is missed otherwise, inside of what is there', () => {
  const rule = { overrides: [{ path: '/DNS/Servers', presence: 'optional' as const }] };
  expect(faultsIn(rule, [own({ DNS: {} })])).toMatchObject([{ pointer: '/PayloadContent/0/DNS', missing: 'Servers' }]);
  expect(faultsIn(rule, [own({ DNS: { Servers: [] } }), own({})])).toEqual([]);
});

describe('defaults that differ', () => {
  const rule = {
    overrides: [
      { path: '/V/Local', platforms: ['iOS' as const], default: 1 },
      { path: '/V/Local', platforms: ['macOS' as const], default: 0 },
    ],
  };
  const on = (...names: ('iOS' | 'macOS' | 'tvOS')[]) => ({
    device: { platforms: Object.fromEntries(names.map((name) => [name, { from: '17' }])) },
  });

  test('are told when the devices that are known have several, and the key is not there', () => {
    expect(faultsIn(rule, [own({ V: {} })], on('iOS', 'macOS'))).toMatchObject([
      {
        pointer: '/PayloadContent/0/V',
        missing: 'Local',
        found: expect.stringMatching(/which means 1 or 0$/) as string,
      },
    ]);
    for (const options of [{}, on('iOS'), on('macOS', 'tvOS')])
      expect(faultsIn(rule, [own({ V: {} })], options)).toEqual([]);
    expect(faultsIn(rule, [own({ V: { Local: 1 } }), own({})], on('iOS', 'macOS'))).toEqual([]);
  });

  test('are told when another one than the usual is in force', () => {
    const managed = {
      overrides: [
        { path: '/P/Fall', default: 1 },
        { path: '/P/Fall', default: 0, when: { install: 'mdm' as const } },
      ],
    };
    expect(faultsIn(managed, [own({ P: {} })], { device: { install: 'mdm' } })).toHaveLength(1);
    for (const device of [{}, { install: 'manual' as const }]) {
      expect(faultsIn(managed, [own({ P: {} })], { device })).toEqual([]);
    }
  });

  test('are compared with the one of the schema', () => {
    const cipher = { overrides: [{ path: '/V/Cipher', platforms: ['tvOS' as const], default: 'GCM' }] };
    const schema = (value: string) => ({ properties: { V: { properties: { Cipher: { default: value } } } } });
    expect(faultsIn(cipher, [own({ V: {} })], { ...on('tvOS'), schema: schema('CBC') })).toHaveLength(1);
    expect(faultsIn(cipher, [own({ V: {} })], { ...on('tvOS'), schema: schema('GCM') })).toEqual([]);
    expect(faultsIn(cipher, [own({ V: {} })], { ...on('iOS'), schema: schema('CBC') })).toEqual([]);
  });
});
