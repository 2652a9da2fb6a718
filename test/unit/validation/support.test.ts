import { describe, expect, test } from 'vitest';
import type { DeviceContext } from '../../../src/device/device-context.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';
import { validateProfileDictionary } from '../../../src/validation/validate-profile-dictionary.js';
import { at } from '../trust/lab.js';
import { payload, profile, type Dictionary } from './profile-dictionaries.js';
import { judge, nowhere, of, ofKey, ofPayload, schemaOf, type Facts } from './support-lab.js';

test('without facts, and without devices, there is nothing to say', () => {
  expect(judge({ type: 'object' }, of({ iOS: { from: '9' } }), { Key: 1 })).toEqual([]);
  expect(ofPayload({}, {})).toEqual([]);
  expect(ofKey({ iOS: { introduced: '17.0', supervised: true }, macOS: nowhere }, {})).toEqual([]);
  expect(judge(schemaOf({}, { iOS: nowhere }), of({ iOS: { from: '17' } }), { Other: 1 })).toEqual([]);
});

describe('a system', () => {
  test('that has no such payload', () => {
    expect(ofPayload({}, of({ tvOS: { from: '17' } }))).toEqual(['error support-platform 0']);
    expect(ofPayload({}, of({ tvOS: { from: '17' }, iOS: { from: '17' } }))).toEqual(['warning support-platform 0']);
  });

  test('that has no such key', () => {
    const key = { iOS: nowhere };
    expect(ofKey(key, of({ iOS: { from: '17' } }))).toEqual(['warning support-platform 0/Key']);
    expect(ofKey(key, of({ iOS: { from: '17' }, macOS: { from: '14' } }))).toEqual(['info support-platform 0/Key']);
    expect(ofKey(key, of({ macOS: { from: '14' } }))).toEqual([]);
  });
});

describe('a version', () => {
  test('that is too old for the payload, or some are', () => {
    expect(ofPayload({}, of({ iOS: { from: '10', to: '11' } }))).toEqual(['error support-introduced 0']);
    expect(ofPayload({}, of({ iOS: { from: '10' } }))).toEqual(['warning support-introduced 0']);
    expect(ofPayload({}, of({ iOS: { from: '12' } }))).toEqual([]);
  });

  test('that is too old for the key, or some are', () => {
    const key = { iOS: { introduced: '17.2' } };
    expect(ofKey(key, of({ iOS: { from: '16', to: '17.1' } }))).toEqual(['warning support-introduced 0/Key']);
    expect(ofKey(key, of({ iOS: { from: '16', to: '17' } }))).toEqual(['info support-introduced 0/Key']);
    expect(ofKey(key, of({ iOS: { from: '17.2' } }))).toEqual([]);
    expect(ofKey(key, of({ macOS: { from: '11' } }))).toEqual([]);
  });

  test('that no longer has the payload or key', () => {
    const removed = { iOS: { introduced: '12.0', deprecated: '15.0', removed: '18.0' } };
    expect(ofPayload(removed, of({ iOS: { from: '18' } }))).toEqual(['error support-removed 0']);
    expect(ofPayload(removed, of({ iOS: { from: '17' } }))).toEqual(['warning support-removed 0']);
    expect(ofKey(removed, of({ iOS: { from: '18' } }))).toEqual(['warning support-removed 0/Key']);
    expect(ofKey(removed, of({ iOS: { from: '17' } }))).toEqual(['info support-removed 0/Key']);
  });

  test('in which it is deprecated', () => {
    const deprecated = { iOS: { deprecated: '15.0' } };
    expect(ofKey(deprecated, of({ iOS: { from: '15' } }))).toEqual(['warning support-deprecated 0/Key']);
    expect(ofKey(deprecated, of({ iOS: { from: '13' } }))).toEqual(['info support-deprecated 0/Key']);
    expect(ofKey(deprecated, of({ iOS: { from: '13', to: '14' } }))).toEqual([]);
  });

  test('that is not named does not hide what is deprecated or removed on all systems', () => {
    expect(ofKey({ iOS: { deprecated: '15.0' } }, {})).toEqual([]);
    const both = { iOS: { deprecated: '15.0' }, macOS: { deprecated: '14.0' } };
    expect(ofKey(both, {})).toEqual(['info support-deprecated 0/Key']);
    const gone = { iOS: { removed: '15.0' }, macOS: { removed: '14.0' } };
    expect(ofKey(gone, {})).toEqual(['info support-removed 0/Key']);
  });
});

describe('supervision', () => {
  const supervised = { iOS: { introduced: '12.0', supervised: true } };

  test('that is needed and not there', () => {
    const context = of({ iOS: { from: '17' } }, { supervised: false });
    expect(ofPayload(supervised, context)).toEqual(['error support-supervised 0']);
    expect(ofKey(supervised, context)).toEqual(['warning support-supervised 0/Key']);
  });

  test('that is there, not known, or needed on another system', () => {
    expect(ofPayload(supervised, of({ iOS: { from: '17' } }, { supervised: true }))).toEqual([]);
    expect(ofPayload(supervised, of({ iOS: { from: '17' } }))).toEqual([]);
    expect(ofKey(supervised, { supervised: false })).toEqual([]);
    expect(ofKey(supervised, of({ iOS: { from: '17' }, macOS: { from: '14' } }, { supervised: false }))).toEqual([
      'info support-supervised 0/Key',
    ]);
  });
});

test('a channel that is not the one of the payload or key', () => {
  const facts = { macOS: { introduced: '11.0', devicechannel: true, userchannel: false } };
  const mac = of({ macOS: { from: '14' } }, { channel: 'user' });
  expect(ofPayload(facts, mac)).toEqual(['error support-channel 0']);
  expect(ofKey(facts, mac)).toEqual(['warning support-channel 0/Key']);
  expect(ofPayload(facts, of({ macOS: { from: '14' } }, { channel: 'device' }))).toEqual([]);
  expect(ofPayload(facts, of({ macOS: { from: '14' } }))).toEqual([]);
});

describe('by hand, on a Mac,', () => {
  const byHand = of({ macOS: { from: '14' } }, { install: 'manual' });
  const forUsers = { macOS: { introduced: '11.0', devicechannel: false, userchannel: true } };
  const forDevices = { macOS: { introduced: '11.0', devicechannel: true, userchannel: false } };

  test('PayloadScope is that of the payload or key', () => {
    expect(ofPayload(forUsers, byHand)).toEqual(['error support-scope 0']);
    expect(ofKey(forUsers, byHand)).toEqual(['warning support-scope 0/Key']);
    expect(ofPayload(forDevices, byHand)).toEqual([]);
    expect(ofPayload(forUsers, of({ macOS: { from: '14' } }, { install: 'mdm' }))).toEqual([]);
    expect(ofPayload(forUsers, of({ iOS: { from: '17' } }, { install: 'manual' }))).toEqual([]);
    const both = of({ iOS: { from: '17' }, macOS: { from: '14' } }, { install: 'manual' });
    expect(ofPayload(forUsers, both)).toEqual(['warning support-scope 0']);
  });

  test('the other PayloadScope is the cure, told by a rule where there is one', () => {
    const scoped = (PayloadType: string, PayloadScope: string): (readonly [string, string | undefined])[] =>
      validateProfileDictionary(profile({ PayloadScope }, payload({ PayloadType })), { at, context: byHand })
        .filter(({ code }) => code.includes('scope'))
        .map(({ code, hint }) => [code, hint]);
    expect(scoped('com.apple.mail.managed', 'System')).toEqual([['support-scope', 'write PayloadScope "User"']]);
    expect(scoped('com.apple.loginwindow', 'User')).toEqual([['support-scope', 'write PayloadScope "System"']]);
    expect(scoped('com.apple.loginwindow', 'System')).toEqual([]);
    expect(scoped('com.apple.security.identitypreference', 'System')).toEqual([
      ['identity-preference-user-scope', 'change "PayloadScope" to "User"'],
    ]);
  });
});

test('an installation by hand that is not allowed', () => {
  const facts = { iOS: { introduced: '12.0', allowmanualinstall: false } };
  const byHand = of({ iOS: { from: '17' } }, { install: 'manual' });
  expect(ofPayload(facts, byHand)).toEqual(['error support-manual-install 0']);
  expect(ofKey(facts, byHand)).toEqual(['warning support-manual-install 0/Key']);
  expect(ofPayload(facts, of({ iOS: { from: '17' } }, { install: 'mdm' }))).toEqual([]);
});

test('a second payload where a device takes one', () => {
  const one = { iOS: { introduced: '12.0', multiple: false } };
  const two = (own: Facts, context: DeviceContext): string[] => judge(schemaOf(own), context, { Key: 1 }, { Key: 2 });
  expect(two(one, of({ iOS: { from: '17' } }))).toEqual(['error support-multiple 1']);
  expect(two(one, of({ iOS: { from: '17' }, macOS: { from: '14' } }))).toEqual(['warning support-multiple 1']);
  expect(two(one, {})).toEqual([]);
  expect(two({ ...one, macOS: { introduced: '11.0', multiple: false } }, {})).toEqual(['error support-multiple 1']);
  expect(two({}, of({ iOS: { from: '17' } }))).toEqual([]);
  // A system that has no such payload takes nothing off it.
  const mac = { iOS: nowhere, macOS: { introduced: '11.0', multiple: false } };
  expect(two(mac, of({ iOS: { from: '17' }, macOS: { from: '14' } }))).toContain('error support-multiple 1');
});

describe('a key inside another', () => {
  const phone = of({ iOS: { from: '16' } });
  const inner = {
    Inner: { 'x-apple': { supportedOS: { iOS: { introduced: '17.0' }, macOS: { introduced: '14.0' } } } },
  };

  test('is found in dictionaries, lists and definitions', () => {
    expect(judge(schemaOf({}, {}, inner), phone, { Key: { Inner: 1 } })).toEqual([
      'info support-introduced 0/Key/Inner',
    ]);
    expect(judge(schemaOf({}, {}, inner), phone, { Key: [{}, { Inner: 1 }] })).toEqual([
      'info support-introduced 0/Key/1/Inner',
    ]);
    const recursive: JsonSchemaObject = {
      ...schemaOf({}),
      properties: { Key: { $ref: '#/$defs/Folder' } },
      $defs: { Folder: { properties: { ...inner, Folder: { $ref: '#/$defs/Folder' } } } },
    };
    expect(judge(recursive, phone, { Key: { Folder: { Folder: { Inner: 1 } } } })).toEqual([
      'info support-introduced 0/Key/Folder/Folder/Inner',
    ]);
  });

  test('inherits what is said around it, which is told once, and is not there where its surroundings are not', () => {
    const supervised = { iOS: { supervised: true } };
    const context = of({ iOS: { from: '17' } }, { supervised: false });
    expect(judge(schemaOf({}, supervised, inner), context, { Key: { Inner: 1 } })).toEqual([
      'warning support-supervised 0/Key',
    ]);
    expect(judge(schemaOf({}, { iOS: nowhere }, inner), phone, { Key: { Inner: 1 } })).toEqual([
      'warning support-platform 0/Key',
    ]);
  });

  test('that is deeper than any property list is not looked for', () => {
    const schema: JsonSchemaObject = {
      ...schemaOf({}),
      properties: { Key: { $ref: '#/$defs/Folder' } },
      $defs: { Folder: { properties: { Key: { $ref: '#/$defs/Folder' } } } },
    };
    let deep: Dictionary = {};
    for (let depth = 0; depth < 200; depth += 1) deep = { Key: deep };
    expect(judge(schema, phone, deep)).toEqual([]);
  });
});

test('a key is the one of the branch that the payload takes', () => {
  const supervised = { 'x-apple': { supportedOS: { iOS: { supervised: true } } } };
  const schema: JsonSchemaObject = {
    ...schemaOf({}),
    properties: { Kind: {}, Data: { type: 'object' } },
    if: { properties: { Kind: { const: 'a' } }, required: ['Kind'] },
    then: { properties: { Data: { properties: { Inner: supervised } } } },
    else: { properties: { Data: supervised } },
  };
  const context = of({ iOS: { from: '17' } }, { supervised: false });
  expect(judge(schema, context, { Kind: 'a', Data: { Inner: 1 } })).toEqual([
    'warning support-supervised 0/Data/Inner',
  ]);
  expect(judge(schema, context, { Kind: 'b', Data: { Inner: 1 } })).toEqual(['warning support-supervised 0/Data']);
  expect(judge(schema, context, { Kind: 'a', Data: {} })).toEqual([]);
});

test('what a rule loosened holds as before where the rule does not', () => {
  const key = { enum: ['a', 'b'] };
  const schema = schemaOf({});
  const loosened: JsonSchemaObject = {
    ...schema,
    properties: { Key: { 'x-apple': { unless: [{ since: { macOS: '12.0' }, schema: key }] } } },
  };
  expect(judge(loosened, of({ macOS: { from: '12' } }), { Key: 'c' })).toEqual([]);
  expect(judge(loosened, {}, { Key: 'c' })).toEqual([]);
  expect(judge(loosened, of({ macOS: { from: '11' } }), { Key: 'c' })).toEqual(['error schema-enum 0/Key']);
  expect(judge(loosened, of({ macOS: { from: '11' } }), { Key: 'b' })).toEqual([]);
});
