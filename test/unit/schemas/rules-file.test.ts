import { describe, expect, test } from 'vitest';
import { applyOverride } from '../../../schemas/generator/overrides.js';
import { readRules, type Override } from '../../../schemas/generator/rules-file.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';

const schema: JsonSchemaObject = {
  properties: {
    A: { type: 'integer', maximum: 15, default: 5, 'x-apple': { supportedOS: { iOS: { introduced: '4.0' } } } },
    B: { properties: { C: { type: 'string' } }, required: ['C'] },
  },
  required: ['A'],
};
const change = (override: Override): JsonSchemaObject => applyOverride(schema, override, ['iOS', 'macOS']);
const keyA = (override: Omit<Override, 'path'>): unknown => change({ path: '/A', ...override }).properties?.['A'];

describe('an override', () => {
  test('changes presence and schema, at the top and below', () => {
    expect(change({ path: '/A', presence: 'optional' }).required).toEqual([]);
    expect(change({ path: '/B', presence: 'required' }).required).toEqual(['A', 'B']);
    expect(change({ path: '/New', schema: { type: 'boolean', plist: 'boolean' } }).properties?.['New']).toEqual({
      type: 'boolean',
      plist: 'boolean',
    });
    expect(change({ path: '/B/C', presence: 'optional' }).properties?.['B']).toEqual({
      properties: { C: { type: 'string' } },
      required: [],
    });
  });

  test('of the schema leaves the default and the facts of the key', () => {
    expect(keyA({ schema: { maximum: 60 } })).toEqual({
      maximum: 60,
      default: 5,
      'x-apple': { supportedOS: { iOS: { introduced: '4.0' } } },
    });
  });

  test('is given plist types beside its JSON types', () => {
    const written: JsonSchemaObject = {
      anyOf: [{ enum: ['a'] }, { type: 'array', items: { type: 'string' } }],
      properties: { Count: { type: 'integer' } },
      additionalProperties: { type: 'boolean' },
    };
    expect(change({ path: '/New', schema: written }).properties?.['New']).toEqual({
      anyOf: [
        { type: 'string', plist: 'string', enum: ['a'] },
        { type: 'array', items: { type: 'string', plist: 'string' } },
      ],
      properties: { Count: { type: 'integer', plist: 'integer' } },
      additionalProperties: { type: 'boolean', plist: 'boolean' },
    });
  });

  test('under conditions keeps what holds elsewhere', () => {
    expect(keyA({ schema: { type: 'integer', maximum: 60 }, platforms: ['macOS'] })).toEqual({
      type: 'integer',
      plist: 'integer',
      maximum: 60,
      default: 5,
      'x-apple': {
        supportedOS: { iOS: { introduced: '4.0' } },
        unless: [{ platforms: ['macOS'], schema: { type: 'integer', maximum: 15 } }],
      },
    });
    expect(keyA({ default: 1, when: { install: 'mdm' } })).toMatchObject({
      default: 5,
      'x-apple': { defaults: [{ when: { install: 'mdm' }, default: 1 }] },
    });
  });

  test('on every system of the payload has no condition', () => {
    expect(keyA({ default: 1, platforms: ['macOS', 'iOS', 'tvOS'] })).toMatchObject({ default: 1 });
    expect(keyA({ schema: {}, platforms: ['iOS', 'macOS'] })).not.toHaveProperty('x-apple.unless');
  });

  test('lends the keys of one dictionary to the items of a list, which keep their own and need none of them', () => {
    const text = { type: 'string' } as const;
    const tunnels = { items: { type: 'object', properties: { Own: text }, required: ['Own'] } } as const;
    const lender = { properties: { Own: { type: 'integer' }, Host: text }, required: ['Host'] } as const;
    const lent = applyOverride(
      { properties: { Tunnels: tunnels, Lender: lender } },
      { path: '/Tunnels/*', keysOf: '/Lender' },
      ['iOS'],
    );
    const { items } = lent.properties?.['Tunnels'] as JsonSchemaObject;
    expect(items).toMatchObject({ type: 'object', properties: { Own: text, Host: text }, required: ['Own'] });
    expect(lent.properties?.['Lender']).toEqual(lender);
  });

  test.each<Override>([
    { path: '/X', presence: 'optional' },
    { path: '/X', default: 1 },
    { path: '/X/C', schema: {} },
    { path: '/X/*', keysOf: '/A' },
  ])('of what an older release lacks is passed over: %j', (override) => {
    expect(change(override)).toEqual(schema);
  });

  test.each<[what: string, override: Override, message: RegExp]>([
    ['no key', { path: '', presence: 'optional' }, /names no key/],
    ['a demand on some systems', { path: '/A', presence: 'required', platforms: ['iOS'] }, /a rule of its own/],
  ])('of %s is refused', (_, override, message) => {
    expect(() => change(override)).toThrow(message);
  });
});

describe('a file of rules', () => {
  test('gives its overrides, under the conditions of their rule, and what is inherited', () => {
    const text = [
      '- id: a',
      '  severity: error',
      '  note: b',
      '  platforms: [macOS]',
      '  since: {macOS: "10.10"}',
      '  overrides: [{path: /A, presence: optional}, {path: /B, default: 1, platforms: [iOS]}]',
      '- id: b',
      '  inherits: {from: com.example.lab, path: /A}',
      '- id: c',
      '  if: {required: [A]}',
      '  then: false',
      '  until: {iOS: "9.0"}',
      '  when: {install: mdm}',
      '  profile: {}',
      '  references: []',
      '  check: {kind: json}',
    ].join('\n');
    const since = { macOS: '10.10' };
    expect(readRules('lab.yaml', text)).toEqual({
      overrides: [
        { path: '/A', presence: 'optional', platforms: ['macOS'], since },
        { path: '/B', default: 1, platforms: ['iOS'], since },
      ],
      inherits: [{ from: 'com.example.lab', path: '/A' }],
    });
  });

  test.each<[what: string, text: string, message: RegExp]>([
    ['a field that is not known', '- id: a\n  than: false\n', /lab\.yaml a: unknown field "than"/],
    ['a field of an override that is not known', '- id: a\n  overrides: [{at: /A}]\n', /unknown field "at"/],
    ['a field of what is inherited that is not known', '- inherits: {form: x}\n', /lab\.yaml 0 inherits.* "form"/],
    ['no list', 'id: a\n', /expected a list/],
  ])('with %s is refused', (_, text, message) => {
    expect(() => readRules('lab.yaml', text)).toThrow(message);
  });
});
