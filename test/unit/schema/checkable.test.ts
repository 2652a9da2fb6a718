import { expect, test } from 'vitest';
import { isCheckable } from '../../../src/schema/checkable.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';

test('a schema in the words that Apple’s tables need is checked without a library', () => {
  const schema: JsonSchemaObject = {
    $id: 'urn:lab',
    title: 'Lab',
    default: {},
    'x-apple': { anything: true },
    type: 'object',
    properties: {
      A: { type: ['string', 'integer'], enum: ['a', 1] },
      B: { $ref: '#/$defs/Item' },
      C: { type: 'array', items: true, minItems: 1, maxItems: 2 },
      D: { anyOf: [{ const: 0 }, { minimum: 5, maximum: 9 }] },
      E: { type: 'string', pattern: '^a', writeOnly: true },
    },
    required: ['A'],
    additionalProperties: { type: 'boolean', plist: 'boolean' },
    if: { required: ['B'] },
    then: { required: ['C'] },
    $defs: { Item: { type: 'object', additionalProperties: false } },
  };
  expect(isCheckable(schema)).toBe(true);
});

test.each<[what: string, schema: Readonly<Record<string, unknown>>]>([
  ['another keyword', { minLength: 1 }],
  ['another keyword further down', { properties: { A: { items: { not: {} } } } }],
  ['a keyword of Object.prototype', { constructor: true }],
  ['the schema false', { items: false }],
  ['a type that is none', { type: 'text' }],
  ['a plist type that is none', { plist: 'uid' }],
  ['a reference that leads nowhere', { $ref: '#/$defs/None', $defs: {} }],
  ['a reference to somewhere else', { $ref: 'https://example.com/schema' }],
  ['a key that is no text', { required: [1] }],
  ['a number of items that is none', { minItems: -1 }],
  ['a list of dictionaries', { enum: [{}] }],
  ['a limit that is no number', { maximum: '5' }],
  ['a pattern that is no expression', { pattern: '(' }],
  ['no alternative', { anyOf: [] }],
  ['a condition without a consequence', { if: {} }],
  ['a consequence without a condition', { then: {} }],
  ['properties that are none', { properties: [] }],
])('a schema with %s is for ajv', (_, schema) => {
  expect(isCheckable(schema)).toBe(false);
});
