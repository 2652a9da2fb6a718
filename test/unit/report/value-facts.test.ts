import { expect, test } from 'vitest';
import { describeValueFacts, readValueFacts } from '../../../src/report/value-facts.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';

const describeSchema = (schema: JsonSchemaObject): string[] =>
  describeValueFacts(readValueFacts(schema), (text) => `<${text}>`);

test.each<[title: string, schema: JsonSchemaObject, words: string[]]>([
  ['nothing', { type: 'string' }, []],
  ['a list', { enum: ['A', 'B'] }, ['one of <A>, <B>']],
  ['one value', { enum: [1] }, ['only <1>']],
  ['a constant', { const: 'A' }, ['only <A>']],
  ['a range', { minimum: 0, maximum: 7 }, ['range: 0 to 7']],
  ['half a range', { minimum: 0 }, ['range: at least 0']],
  ['the other half', { maximum: 7.5 }, ['range: at most 7.5']],
  ['a list beside a range', { anyOf: [{ enum: [0] }, { minimum: 5, maximum: 9 }] }, ['one of <0>, 5 to 9']],
  ['a form', { pattern: '^a|b$' }, ['form: <^a|b$>']],
  ['a number of items', { type: 'array', minItems: 2, maxItems: 2 }, ['number of items: 2']],
  ['a default', { default: false }, ['default: <false>']],
  ['an empty default', { default: '' }, ['default: <"">']],
  ['items', { type: 'array', items: { enum: [1, 2] } }, ['items: one of <1>, <2>']],
  ['items of items', { type: 'array', items: { type: 'array', items: { pattern: 'a' } } }, ['items: items: form: <a>']],
  ['dictionaries in an array', { type: 'array', items: { type: 'object', default: 1 } }, []],
  ['a kind', { 'x-apple': { subtype: '<hostname>' } }, ['kind: hostname']],
])('tells in words: %s', (_, schema, words) => {
  expect(describeSchema(schema)).toEqual(words);
});

test('a value or an array of values is told for both', () => {
  const word = { type: 'string', enum: ['a', 'b'] };
  expect(describeSchema({ anyOf: [word, { type: 'array', items: word }] })).toEqual([
    'one of <a>, <b>',
    'items: one of <a>, <b>',
  ]);
});

test('what holds under conditions is told with them', () => {
  const defaults = [
    { platforms: ['iOS', 'tvOS'], default: 1 },
    { when: { install: 'mdm' }, default: 2 },
  ];
  const unless = [
    { since: { macOS: '10.10' }, schema: { enum: ['a', 'b'] } },
    { platforms: ['macOS'], schema: { maximum: 15 } },
    { platforms: ['macOS'], since: { macOS: '14.0' }, schema: { minimum: 1 } },
  ];
  expect(describeSchema({ 'x-apple': { defaults, unless } })).toEqual([
    'default (iOS, tvOS): <1>',
    'default (when installed by MDM): <2>',
    'before macOS 10.10: one of <a>, <b>',
    'on other systems than macOS: range: at most 15',
    'unless macOS since 14.0: range: at least 1',
  ]);
});
