import { expect, test } from 'vitest';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';
import { countKeys, payloadKeys, schemaKeys, withInnerKeys } from '../../../src/schema/payload-keys.js';

const text = { type: 'string', plist: 'string' } as const;
const since = (supportedOS: object): JsonSchemaObject => ({ 'x-apple': { supportedOS } });
const listed = (schema: JsonSchemaObject): string[] =>
  schemaKeys(schema)
    .flatMap(withInnerKeys)
    .map(({ path, type }) => `${path}: ${type}`);

test('keys inside of dictionaries and of arrays of them have their path, and each its type', () => {
  const rule: JsonSchemaObject = {
    type: 'object',
    properties: { Action: text, Icon: { type: 'string', plist: 'data' } },
  };
  const schema: JsonSchemaObject = {
    type: 'object',
    properties: {
      Name: text,
      Rules: { type: 'array', items: rule },
      Pages: { type: 'array', items: { type: 'array', items: { type: 'object', properties: { 'A.b': text } } } },
      Either: { anyOf: [text, { type: 'array', items: text }] },
      Anything: {},
    },
  };
  expect(listed(schema)).toEqual([
    'Name: string',
    'Rules: array of dictionary',
    'Rules.Action: string',
    'Rules.Icon: data',
    'Pages: array of array of dictionary',
    'Pages.A.b: string',
    'Either: string or array of string',
    'Anything: any value',
  ]);
});

test('keys of any name are one that is not counted', () => {
  const schema: JsonSchemaObject = {
    properties: { Map: { type: 'object', additionalProperties: { type: 'array', items: text } } },
    additionalProperties: false,
  };
  expect(listed(schema)).toEqual(['Map: dictionary', 'Map.*: array of string']);
  expect(countKeys(schemaKeys(schema))).toBe(1);
});

test('what contains itself is written out once, and refers to itself then', () => {
  const schema: JsonSchemaObject = {
    properties: { Dock: { type: 'array', items: { $ref: '#/$defs/Item' } } },
    $defs: {
      Item: { type: 'object', properties: { Name: text, Pages: { type: 'array', items: { $ref: '#/$defs/Item' } } } },
    },
  };
  const keys = schemaKeys(schema).flatMap(withInnerKeys);
  expect(keys.map(({ path, definition, repeats }) => [path, definition, repeats])).toEqual([
    ['Dock', 'Item', undefined],
    ['Dock.Name', undefined, undefined],
    ['Dock.Pages', 'Item', 'Dock'],
  ]);
  expect(keys[2]?.type).toBe('array of dictionary');
});

test('what must be there, and what is secret, is told of the key, of items too', () => {
  const secret = { ...text, writeOnly: true };
  const schema: JsonSchemaObject = {
    properties: { A: text, B: secret, C: { type: 'array', items: secret } },
    required: ['A', 'C'],
  };
  expect(schemaKeys(schema).map(({ isRequired, isSecret }) => [isRequired, isSecret])).toEqual([
    [true, false],
    [false, true],
    [true, true],
  ]);
});

test('a key is for the systems of the dictionary around it, where neither it nor its items say otherwise', () => {
  const inner = { ...text, ...since({ iOS: { introduced: '8.0' } }) };
  const item = { type: 'object', properties: { Inner: inner }, ...since({ macOS: { introduced: 'n/a' } }) };
  const list = { type: 'array', items: item, ...since({ iOS: { supervised: true } }) };
  const schema: JsonSchemaObject = {
    properties: { List: list },
    ...since({ iOS: { introduced: '4.0', multiple: true }, macOS: { introduced: '10.7' } }),
  };
  const [key] = schemaKeys(schema);
  expect(key?.said).toEqual({ iOS: { supervised: true }, macOS: { introduced: 'n/a' } });
  expect(key?.keys[0]?.said).toEqual({ iOS: { introduced: '8.0' } });
  expect(key?.keys[0]?.systems).toEqual({
    iOS: { introduced: '8.0', multiple: true, supervised: true },
    macOS: { introduced: 'n/a' },
  });
});

test('where one key decides about others, they stand behind the rest, once for each case', () => {
  const schema: JsonSchemaObject = {
    properties: { Kind: text, Data: { type: 'object' }, Host: text },
    required: ['Kind', 'Data'],
    if: { properties: { Kind: { const: 'a' } }, required: ['Kind'] },
    then: { properties: { Data: { type: 'object', properties: { Inner: text } } } },
    else: { properties: { Data: { type: 'object' } } },
  };
  const condition = { key: 'Kind', value: 'a' };
  const keys = schemaKeys(schema).flatMap(withInnerKeys);
  expect(keys.map(({ path, isRequired, condition: found }) => [path, isRequired, found])).toEqual([
    ['Kind', true, undefined],
    ['Host', false, undefined],
    ['Data', true, { ...condition, holds: true }],
    ['Data.Inner', false, { ...condition, holds: true }],
    ['Data', true, { ...condition, holds: false }],
  ]);
});

test('a payload type is listed without the keys that every payload has', () => {
  const names = payloadKeys('com.apple.font').map(({ name }) => name);
  expect(names.sort()).toEqual(['Font', 'Name']);
  expect(payloadKeys('CommonPayloadKeys').map(({ name }) => name)).toContain('PayloadUUID');
});
