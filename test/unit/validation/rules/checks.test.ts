import { describe, expect, test } from 'vitest';
import { faultsIn, placesIn } from '../rule-lab.js';
import type { Dictionary } from '../profile-dictionaries.js';

const type = (PayloadType: string, content: Dictionary = {}): Dictionary => ({ PayloadType, ...content });

describe('replaced-by', () => {
  const check = {
    kind: 'replaced-by',
    keys: [
      { path: '/Old', by: '#/New' },
      { path: '/List/*/Old', by: 'com.example.other#/Key' },
      { path: '/Twice', by: 'com.example.first' },
      { path: '/Twice', by: 'com.apple.configuration.second#/Key' },
    ],
  } as const;

  test('tells each use of a key that has a successor, and the successor', () => {
    const payload = { Old: 1, New: 2, List: [{ New: 1 }, { Old: 1 }] };
    expect(placesIn(check, [payload])).toEqual(['0/Old', '0/List/1/Old']);
    expect(faultsIn({ check }, [payload]).map(({ advice }) => advice)).toEqual([
      'use "New" in its place',
      'use "Key" of the payload "com.example.other" in its place',
    ]);
    expect(placesIn(check, [{ New: 1, List: [{}] }])).toEqual([]);
  });

  test('tells a key with several successors once', () => {
    expect(faultsIn({ check }, [{ Twice: 1 }])).toMatchObject([
      {
        advice:
          'use the payload "com.example.first" or "Key" of the declaration "com.apple.configuration.second" in its place',
      },
    ]);
  });

  test('tells a payload that has a successor', () => {
    const whole = { kind: 'replaced-by', keys: [{ by: 'com.example.new' }] } as const;
    expect(faultsIn({ check: whole }, [{}])).toMatchObject([
      { pointer: '/PayloadContent/0', advice: 'use the payload "com.example.new" in its place' },
    ]);
  });
});

test('unique-in-profile tells a text that the profile or a payload before has', () => {
  const check = { kind: 'unique-in-profile', path: '/PayloadIdentifier' } as const;
  const named = (PayloadIdentifier: string): Dictionary => ({ PayloadIdentifier });
  expect(placesIn(check, [named('a'), named('b'), named('a'), named('A'), named(''), named('')])).toEqual([
    '2/PayloadIdentifier',
  ]);
  const uuids = { kind: 'unique-in-profile', path: '/PayloadUUID' } as const;
  expect(placesIn(uuids, [{ PayloadUUID: 'AB' }, { PayloadUUID: 'ab' }])).toEqual(['1/PayloadUUID']);
});

test('unique-by tells items with the value of an item before', () => {
  const check = { kind: 'unique-by', path: '/List/*', key: 'Id' } as const;
  expect(placesIn(check, [{ List: [{ Id: 1 }, { Id: '1' }, {}, {}, { Id: 1n }] }])).toEqual(['0/List/4/Id']);
});

describe('unique-across-payloads', () => {
  test('tells values that stood before, in this payload or in another of the type', () => {
    const check = { kind: 'unique-across-payloads', path: '/Hosts/*', ignoreCase: true } as const;
    const payloads = [{ Hosts: ['a', 'b'] }, { Hosts: ['c', 'B'] }, type('com.example.other', { Hosts: ['a'] })];
    expect(placesIn(check, payloads)).toEqual(['1/Hosts/1']);
    expect(placesIn({ ...check, ignoreCase: false }, payloads)).toEqual([]);
    expect(placesIn(check, [{ Hosts: ['a', 'A'] }])).toEqual(['0/Hosts/1']);
  });

  test('compares scheme and host of URLs whatever their case, and the rest as it is', () => {
    const check = { kind: 'unique-across-payloads', path: '/URLs/*', ignoreCase: 'scheme-and-host' } as const;
    const urls = (...URLs: string[]): Dictionary => ({ URLs });
    expect(placesIn(check, [urls('https://Host/a'), urls('HTTPS://host/a')])).toEqual(['1/URLs/0']);
    expect(placesIn(check, [urls('https://host/a'), urls('https://host/A')])).toEqual([]);
  });

  test('compares several keys together, when all are there', () => {
    const check = { kind: 'unique-across-payloads', keys: ['A', 'B'] } as const;
    expect(placesIn(check, [{ A: 1, B: 2 }, { A: 1, B: 3 }, { A: 1, B: 2 }, { A: 1 }, { A: 1 }])).toEqual(['2/A']);
  });
});

test('max-payloads tells the payloads that are too many', () => {
  const check = { kind: 'max-payloads', count: 2 } as const;
  expect(placesIn(check, [{}, {}])).toEqual([]);
  expect(placesIn(check, [{}, {}, {}, {}])).toEqual(['2', '3']);
});

test('byte-length tells data of another length, and leaves other types to the schema', () => {
  const check = { kind: 'byte-length', path: '/Hash', equals: 32 } as const;
  expect(placesIn(check, [{ Hash: new Uint8Array(32) }, { Hash: 'text' }])).toEqual([]);
  expect(placesIn(check, [{ Hash: new Uint8Array(64) }])).toEqual(['0/Hash']);
});

test('json tells data that is no JSON object', () => {
  const check = { kind: 'json', path: '/Declarations/*' } as const;
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
  const Declarations = [bytes('{"Type":"a"}'), bytes('[]'), bytes('{'), Uint8Array.of(0x22, 0xff, 0x22), 'text'];
  expect(placesIn(check, [{ Declarations }])).toEqual(['0/Declarations/1', '0/Declarations/2', '0/Declarations/3']);
});

test('each-in tells values that do not stand at the other path', () => {
  const check = { kind: 'each-in', path: '/Groups/*/Members/*', of: '/Users/*/Id' } as const;
  const payload = { Users: [{ Id: 'a' }], Groups: [{ Members: ['a', 'b'] }, { Members: ['c'] }] };
  expect(placesIn(check, [payload])).toEqual(['0/Groups/0/Members/1', '0/Groups/1/Members/0']);
  expect(placesIn(check, [{ Users: [{ Id: 'a' }], Groups: [{ Members: ['a'] }] }])).toEqual([]);
});

test('each-subdomain-of-some tells domains that lie outside of all', () => {
  const check = { kind: 'each-subdomain-of-some', path: '/Excluded/*', of: '/Match/*' } as const;
  const Match = ['example.com', '*.lab.test'];
  const inside = ['example.com', 'a.example.com', 'a.b.Example.com.', 'x.lab.test'];
  expect(placesIn(check, [{ Match, Excluded: inside }])).toEqual([]);
  expect(placesIn(check, [{ Match, Excluded: ['badexample.com', 'com', 'example.com.evil'] }])).toHaveLength(3);
});

test('disjoint tells values at both paths, keys of a dictionary too', () => {
  const check = { kind: 'disjoint', a: '/Teams/*', b: 'keys(/Extensions)' } as const;
  expect(placesIn(check, [{ Teams: ['A', 'B'], Extensions: { B: [] } }])).toEqual(['0/Teams/1']);
  expect(placesIn(check, [{ Teams: ['A'], Extensions: { B: ['A'] } }])).toEqual([]);
});

test('disjoint-map tells values that stand under the same key in both', () => {
  const check = { kind: 'disjoint-map', a: '/Removable', b: '/Fixed' } as const;
  expect(placesIn(check, [{ Removable: { T: ['a', 'b'] }, Fixed: { T: ['b'] } }])).toEqual(['0/Removable/T/1']);
  expect(placesIn(check, [{ Removable: { T: ['a'] }, Fixed: { U: ['a'] } }])).toEqual([]);
});

test('functional-dependency tells items that disagree', () => {
  const check = { kind: 'functional-dependency', path: '/Apps/*', key: 'Bundle', determines: 'Team' } as const;
  const app = (Bundle: string, Team: string): Dictionary => ({ Bundle, Team });
  expect(placesIn(check, [{ Apps: [app('a', '1'), app('b', '2'), app('a', '1'), app('a', '2')] }])).toEqual([
    '0/Apps/3/Team',
  ]);
});

test('no-shared-keys-across-payloads tells keys of a payload before, but for those that are left out', () => {
  const check = { kind: 'no-shared-keys-across-payloads', payloadType: 'com.example.lab', ignore: '^Payload' } as const;
  const [first, second] = [type('com.example.lab', { a: 1, b: 1 }), type('com.example.lab', { b: 2, c: 1 })];
  expect(placesIn(check, [first, second])).toEqual(['1/b']);
  expect(placesIn(check, [first, type('com.example.lab', { c: 1 })])).toEqual([]);
});

describe('value-support', () => {
  const check = {
    kind: 'value-support',
    path: '/Items/*',
    values: {
      Old: { introduced: { iOS: '7.0' }, deprecated: { iOS: '15.0' }, removed: { iOS: '18.0' } },
      New: { introduced: { iOS: '17.0', macOS: '14.0' } },
    },
  } as const;
  const found = (Items: string[], platforms: object): string[] =>
    faultsIn({ check }, [{ Items }], { device: { platforms } }).map((fault) => fault.found.replace(/^.*, which /, ''));

  test('says nothing of values and systems that are not known', () => {
    expect(placesIn(check, [{ Items: ['Old', 'New', 'Other'] }])).toEqual([]);
    expect(found(['Other'], { iOS: { from: '17.0' } })).toEqual([]);
  });

  test('tells what does not exist, not yet, no longer, or is deprecated', () => {
    expect(found(['New'], { tvOS: { from: '17.0' } })).toEqual(['does not exist on tvOS']);
    expect(found(['New'], { iOS: { from: '16.0' } })).toEqual(['exists from iOS 17.0 on']);
    expect(found(['New'], { iOS: { from: '17.0' }, macOS: { from: '13' } })).toEqual(['exists from macOS 14.0 on']);
    expect(found(['Old'], { iOS: { from: '17.0' } })).toEqual(['was removed in iOS 18.0']);
    expect(found(['Old'], { iOS: { from: '15.0', to: '17' } })).toEqual(['is deprecated since iOS 15.0']);
    expect(found(['Old', 'New'], { iOS: { from: '9.0', to: '14' } })).toEqual(['exists from iOS 17.0 on']);
    expect(found(['New'], { iOS: { from: '17.0' } })).toEqual([]);
  });
});

test('bit-field tells unknown bits and bits that need others', () => {
  const check = { kind: 'bit-field', path: '/Rights', allowed: [1, 2, 4], requires: { '2': [1] } } as const;
  const advice = (Rights: number | bigint | string): string[] =>
    faultsIn({ check }, [{ Rights }]).map((one) => one.advice);
  for (const fine of [1, 3, 4, 5n, 7, 0, 'text']) expect(advice(fine)).toEqual([]);
  expect(advice(2)).toEqual(['set it to 3']);
  expect(advice(9)).toEqual(['set it to 1']);
  expect(advice(14)).toEqual(['set it to 7']);
});

describe('immutable-on-update', () => {
  const check = {
    kind: 'immutable-on-update',
    paths: ['/URL', '/Mode'],
    bitsMayNotGrow: ['/Rights'],
    itemsMayNotChange: [{ path: '/Capabilities', values: ['per-user'] }],
  } as const;
  const before = { URL: 'https://a', Rights: 3, Capabilities: ['per-user', 'x'] };
  const update = (changes: Dictionary, old: Dictionary = before): string[] =>
    placesIn(check, [type('com.example.mdm', { ...before, ...changes })], {
      previous: { PayloadContent: [type('com.example.mdm', old)] },
    });

  test('says nothing without a profile before, or without such a payload in it', () => {
    expect(placesIn(check, [type('com.example.mdm', { URL: 'b' })])).toEqual([]);
    expect(
      placesIn(check, [type('com.example.mdm', { URL: 'b' })], {
        previous: { PayloadContent: [type('com.example.other', before)] },
      }),
    ).toEqual([]);
  });

  test('lets an update change what it may, and take rights away', () => {
    expect(update({})).toEqual([]);
    expect(update({ Rights: 1, Capabilities: ['per-user'], Other: 1 })).toEqual([]);
  });

  test('tells what an update may not change, add or widen', () => {
    expect(update({ URL: 'https://b' })).toEqual(['0/URL']);
    expect(update({ Mode: 'BYOD' })).toEqual(['0/Mode']);
    expect(update({}, { ...before, Mode: 'BYOD' })).toEqual(['0']);
    expect(update({ Rights: 7 })).toEqual(['0/Rights']);
    expect(update({ Capabilities: ['x'] })).toEqual(['0/Capabilities']);
  });

  test('compares payloads with the same identifier', () => {
    const named = (PayloadIdentifier: string, URL: string): Dictionary =>
      type('com.example.mdm', { PayloadIdentifier, URL });
    const previous = { PayloadContent: [named('a', 'https://a'), named('b', 'https://b')] };
    expect(placesIn(check, [named('b', 'https://b')], { previous })).toEqual([]);
    expect(placesIn(check, [named('b', 'https://a')], { previous })).toEqual(['0/URL']);
  });
});
