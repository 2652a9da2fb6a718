import fc from 'fast-check';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { PlistReal, real } from '../../src/plist/value.js';
import { schemas } from '../../src/schema/generated/schemas.js';
import type { JsonSchemaObject } from '../../src/schema/json-schema.js';
import { validateDictionary } from '../../src/schema/validate-dictionary.js';

/** ajv as anybody would use it on the published schemas: over JSON, with the two keywords of ours declared as notes. */
const ajv = new Ajv2020({ strict: true, strictRequired: true, validateFormats: false, allErrors: true });
ajv.addVocabulary(['plist', 'x-apple']);

const wholeSecond = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000));
const bytes = fc.uint8Array({ maxLength: 20 });

/** Values that fit a schema of ours. */
function valid(schema: JsonSchemaObject): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch (schema.plist ?? schema.type) {
    case 'string':
      return fc.string();
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.maxSafeInteger();
    case 'real':
      return fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true }),
        fc.integer().map((value) => real(value)),
      );
    case 'data':
      return bytes;
    case 'date':
      return wholeSecond;
    case 'array':
      return fc.array(valid(schema.items as JsonSchemaObject), { maxLength: 3 });
    case 'object':
      return dictionary(schema);
    default:
      return fc.oneof(fc.string(), fc.boolean(), bytes);
  }
}

function dictionary(schema: JsonSchemaObject): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const model = Object.fromEntries(properties.map(([key, value]) => [key, valid(value as JsonSchemaObject)]));
  const named = fc.record(model, { requiredKeys: [...(schema.required ?? [])] });
  const { additionalProperties } = schema;
  if (typeof additionalProperties !== 'object') return named;
  const others = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), valid(additionalProperties), { maxKeys: 3 });
  return fc.tuple(others, named).map(([more, some]) => ({ ...more, ...some }));
}

/** The JSON projection: data as base64, dates in RFC 3339, reals as numbers. */
function project(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z');
  if (value instanceof PlistReal) return value.value;
  if (Array.isArray(value)) return value.map(project);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, project(inner)]));
}

describe.each(Object.entries(schemas))('%s', (_, schema) => {
  const { $id: _id, ...anonymous } = schema;
  const overJson = ajv.compile(anonymous);

  test('is a valid schema of draft 2020-12', () => {
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  test('takes what fits it, as plist values and as JSON', () => {
    fc.assert(
      fc.property(dictionary(schema), (value) => {
        expect(validateDictionary(schema, value)).toEqual([]);
        expect(overJson(JSON.parse(JSON.stringify(project(value)))), JSON.stringify(overJson.errors)).toBe(true);
      }),
    );
  });

  test('takes a dictionary without prototype like any other', () => {
    fc.assert(
      fc.property(dictionary(schema), (value) => {
        const bare = Object.assign(Object.create(null) as object, value);
        expect(validateDictionary(schema, bare)).toEqual([]);
      }),
    );
  });

  test('tells the very key that is missing', () => {
    const required = schema.required ?? [];
    fc.assert(
      fc.property(dictionary(schema), fc.constantFrom(...required), (value, key) => {
        const without = Object.fromEntries(Object.entries(value as object).filter(([name]) => name !== key));
        expect(validateDictionary(schema, without)).toEqual([{ kind: 'required', pointer: '', key }]);
        expect(overJson(project(without))).toBe(false);
      }),
    );
  });

  test('tells the very key whose value is of no type that a property list has', () => {
    const keys = Object.keys(schema.properties ?? {});
    const wrong = fc.constantFrom<unknown>(null, Number.NaN, 2n ** 64n, new Map(), new Date(Number.NaN), Symbol('x'));
    fc.assert(
      fc.property(dictionary(schema), fc.constantFrom(...keys), wrong, (value, key, odd) => {
        const faults = validateDictionary(schema, { ...(value as object), [key]: odd });
        expect(faults.map(({ kind, pointer }) => [kind, pointer])).toEqual([['type', `/${key}`]]);
      }),
    );
  });
});

test('whatever it is given, a schema ends in faults whose pointers lead into the value', () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
  });
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(schemas)), anything, (schema, value) => {
      for (const fault of validateDictionary(schema, value)) {
        expect(fault.pointer === '' || fault.pointer.startsWith('/')).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
