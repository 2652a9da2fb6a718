import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { real } from '../../../../src/plist/value.js';
import { findFaults, fits } from '../../../../src/validation/fragment/find-faults.js';
import type { Fragment } from '../../../../src/validation/fragment/fragment.js';

const places = (fragment: Fragment, value: unknown): string[] =>
  [...findFaults(fragment, value)].map(({ path, keyword, missing }) =>
    [path.join('/'), keyword, ...(missing === undefined ? [] : [missing])].join(' '),
  );

test.each<[keyword: string, fragment: Fragment, fitting: readonly unknown[], others: readonly unknown[]]>([
  ['type', { type: 'object' }, [{}, Object.create(null)], [[], 'a', new Uint8Array(1), new Date(0)]],
  ['type integer', { type: 'integer' }, [1, 1n], [1.5, real(1), '1', true]],
  ['type number', { type: 'number' }, [1, 1.5, real(1)], ['1']],
  ['several types', { type: ['string', 'array'] }, ['a', []], [1, {}]],
  ['const', { const: 'a' }, ['a'], ['A', 1]],
  ['const of a number', { const: 1 }, [1, 1n, real(1)], [2, '1']],
  ['enum', { enum: [0, 'a'] }, [0, 'a', real(0)], [1, 'b']],
  ['pattern', { pattern: '^a' }, ['ab', 1], ['ba', '']],
  ['format', { format: 'ipv4' }, ['10.0.0.1', 1], ['10.0.0', '::1']],
  ['minLength', { minLength: 2 }, ['ab', '\u{1F600}\u{1F600}'], ['a', '\u{1F600}']],
  ['maxLength', { maxLength: 2 }, ['ab', '\u{1F600}\u{1F600}'], ['abc']],
  ['minimum', { minimum: 2 }, [2, 3n, 'a'], [1, 1n, real(1)]],
  ['maximum', { maximum: 2 }, [2, -1], [3, 3n]],
  ['multipleOf', { multipleOf: 8 }, [16, 0, 'a'], [12, 4n]],
  ['required', { required: ['a'] }, [{ a: 0 }, []], [{}, { a: undefined }]],
  ['properties', { properties: { a: { const: 1 } } }, [{ a: 1 }, {}, { b: 2 }], [{ a: 2 }]],
  ['a key that must not be there', { properties: { a: false } }, [{}, { a: undefined }], [{ a: 1 }]],
  [
    'additionalProperties',
    { properties: { a: true }, additionalProperties: { const: 1 } },
    [{ a: 2, b: 1 }],
    [{ b: 2 }],
  ],
  ['propertyNames', { propertyNames: { enum: ['a', 'b'] } }, [{ a: 1 }, {}], [{ c: 1 }]],
  ['items', { items: { const: 1 } }, [[], [1, 1]], [[1, 2]]],
  ['prefixItems', { prefixItems: [{ const: 1 }], items: { const: 2 } }, [[1, 2, 2], [1]], [[2], [1, 1]]],
  ['contains', { contains: { const: 1 } }, [[2, 1], 'a'], [[2], []]],
  ['maxContains', { contains: { const: 1 }, maxContains: 1 }, [[1, 2]], [[1, 1]]],
  ['minItems', { minItems: 1 }, [[1]], [[]]],
  ['maxItems', { maxItems: 1 }, [[1]], [[1, 2]]],
  [
    'uniqueItems',
    { uniqueItems: true },
    [['a', 'b', 1]],
    [
      ['a', 'a'],
      [1, real(1)],
      [{ a: [1] }, { a: [1] }],
    ],
  ],
  ['allOf', { allOf: [{ minimum: 1 }, { maximum: 2 }] }, [1, 2], [0, 3]],
  ['anyOf', { anyOf: [{ const: 1 }, { const: 2 }] }, [1, 2], [3]],
  ['oneOf', { oneOf: [{ required: ['a'] }, { required: ['b'] }] }, [{ a: 1 }, { b: 1 }], [{}, { a: 1, b: 1 }]],
  ['not', { not: { const: 1 } }, [2], [1]],
  ['if', { if: { required: ['a'] }, then: { required: ['b'] } }, [{}, { a: 1, b: 1 }], [{ a: 1 }]],
])('%s tells what fits from what does not', (_, fragment, fitting, others) => {
  for (const value of fitting) expect(places(fragment, value)).toEqual([]);
  for (const value of others) expect(fits(fragment, value)).toBe(false);
});

test('values are compared however deep they are', () => {
  const deep = (innermost: unknown, levels: number): unknown => {
    let value = innermost;
    for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
    return value;
  };
  const bare = (a: number): unknown => Object.assign(Object.create(null) as object, { a });
  for (const levels of [0, 5, 10, 500]) {
    expect(places({ uniqueItems: true }, [deep(bare(1), levels), deep(bare(1), levels)])).toEqual([' uniqueItems']);
    expect(places({ uniqueItems: true }, [deep(bare(1), levels), deep(bare(2), levels)])).toEqual([]);
    expect(places({ uniqueItems: true }, [deep([bare(1)], levels), deep(bare(1), levels)])).toEqual([]);
  }
});

test('a boolean and 0 or 1 stand for each other, as they do for devices', () => {
  expect(fits({ const: true }, 1)).toBe(true);
  expect(fits({ const: 0 }, false)).toBe(true);
  expect(fits({ enum: [0, 1] }, true)).toBe(true);
  expect(fits({ const: true }, 2)).toBe(false);
  expect(fits({ const: true }, 'true')).toBe(false);
});

test('inherited keys count for nothing', () => {
  expect(fits({ required: ['toString'] }, {})).toBe(false);
  expect(fits({ properties: { constructor: false } }, {})).toBe(true);
});

describe('the place of a fault', () => {
  test('is that of the value, through keys and items', () => {
    const fragment: Fragment = { properties: { A: { items: { properties: { B: { const: 1 } } } } } };
    expect(places(fragment, { A: [{ B: 1 }, { B: 2 }, { B: 3 }] })).toEqual(['A/1/B const', 'A/2/B const']);
  });

  test('is the dictionary of a key that is missing, and the key that is too many', () => {
    const fragment: Fragment = { properties: { A: { required: ['B'], properties: { C: false } } } };
    expect(places(fragment, { A: { C: 1 } })).toEqual(['A required B', 'A/C false']);
  });

  test('of a wrong type is the only one at its place', () => {
    expect(places({ type: 'string', const: 'a', pattern: 'a' }, 1)).toEqual([' type']);
  });
});

/** Fragments and values that JSON Schema and the rules read in the same way: no switches, no plist types. */
const scalar = fc.oneof(fc.constantFrom('a', 'b', '', 'abc'), fc.integer({ min: 2, max: 9 }));
const key = fc.constantFrom('a', 'b', 'c');
const { fragment, value } = fc.letrec<{ fragment: Fragment; value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
  fragment: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.boolean(),
    fc.record(
      {
        const: scalar,
        enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 3 }),
        pattern: fc.constantFrom('^a', 'b$', '^$'),
        minLength: fc.integer({ min: 0, max: 3 }),
        maximum: fc.integer({ min: 0, max: 9 }),
        multipleOf: fc.constantFrom(2, 3),
        type: fc.constantFrom('string', 'integer', 'array', 'object'),
      },
      { requiredKeys: [] },
    ),
    fc.record({ required: fc.uniqueArray(key, { maxLength: 2 }), properties: fc.dictionary(key, tie('fragment')) }),
    fc.record({ additionalProperties: tie('fragment'), propertyNames: tie('fragment') }),
    fc.record({ items: tie('fragment'), contains: tie('fragment'), maxContains: fc.integer({ min: 1, max: 2 }) }),
    fc.record({ prefixItems: fc.array(tie('fragment'), { minLength: 1, maxLength: 2 }), maxItems: fc.constant(2) }),
    fc.record({ anyOf: fc.array(tie('fragment'), { minLength: 1, maxLength: 2 }), not: tie('fragment') }),
    fc.record({ oneOf: fc.array(tie('fragment'), { minLength: 1, maxLength: 2 }), uniqueItems: fc.boolean() }),
    fc.record({ allOf: fc.array(tie('fragment'), { minLength: 1, maxLength: 2 }) }),
    fc.record({ if: tie('fragment'), then: tie('fragment') }),
  ),
}));

/** What ajv says; undefined where the code that it has written for a schema does not run. */
function ajvFits(validate: (value: unknown) => unknown, candidate: unknown): boolean | undefined {
  try {
    return validate(candidate) === true;
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

test('ajv agrees on every fragment and every JSON value', () => {
  const ajv = new Ajv2020({ strict: false, validateSchema: false });
  let compared = 0;
  fc.assert(
    fc.property(fragment, fc.array(value, { minLength: 1, maxLength: 5 }), (schema, values) => {
      const validate = ajv.compile(schema);
      for (const candidate of values) {
        const expected = ajvFits(validate, candidate);
        if (expected === undefined) continue;
        expect(fits(schema, candidate)).toBe(expected);
        expect(findFaults(schema, candidate).next().done === true).toBe(expected);
        compared += 1;
      }
    }),
    { numRuns: 80 },
  );
  expect(compared).toBeGreaterThan(80);
});
