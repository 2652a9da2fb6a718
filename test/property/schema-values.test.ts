import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { writeValidator } from '../../schemas/generator/write-validator.js';
import { joinPointer } from '../../src/plist/pointer.js';
import { real } from '../../src/plist/value.js';
import { complaintsOf, valueTests, type ValidateFunction } from '../../src/schema/ajv.js';
import { loadSchema, type SchemaName } from '../../src/schema/catalogue.js';
import type { JsonSchemaObject } from '../../src/schema/json-schema.js';
import { readFaults } from '../../src/schema/read-faults.js';
import type { SchemaFault } from '../../src/schema/schema-fault.js';
import { validateNamed } from '../../src/schema/validate-dictionary.js';
import {
  breakValue,
  chooseBranch,
  fittingValues,
  fullValue,
  haveSameItems,
  projectToJson,
  type BrokenValue,
  type Schema,
} from '../support/schema-values.js';

const folder = join(import.meta.dirname, '../../schemas');
const schemas = readdirSync(folder)
  .filter((file) => file.endsWith('.schema.json'))
  .map((file) => {
    const schema = JSON.parse(readFileSync(join(folder, file), 'utf8')) as JsonSchemaObject;
    return [file.replace('.schema.json', '') as SchemaName, schema] as const;
  });

/** ajv as anybody would use it on the published schemas: over JSON, with the two keywords of ours declared as notes. */
const ajv = new Ajv2020({ strict: true, strictRequired: false, validateFormats: false });
ajv.addVocabulary(['plist', 'x-apple']);

/** The validator that the package ships: its text is run as the module that it would be. */
async function loadModule(name: SchemaName, schema: JsonSchemaObject): Promise<(value: unknown) => SchemaFault[]> {
  const module: { exports?: (tests: typeof valueTests) => ValidateFunction } = {};
  const load = runInThisContext(`(module) => { ${await writeValidator(schema)} }`) as (context: typeof module) => void;
  load(module);
  const judge = complaintsOf(module.exports!(valueTests));
  return (value) => readFaults(judge(value), value, loadSchema(name));
}

/** The shipped validator and the schema as the sources compile it, which have to agree, and the branches of its condition. */
async function validatorsOf(name: SchemaName, schema: JsonSchemaObject) {
  const shipped = await loadModule(name, schema);
  const { $id: _id, ...anonymous } = schema;
  const overJson = ajv.compile(anonymous);
  return {
    branches:
      schema['if'] === undefined
        ? [schema as Schema]
        : (['then', 'else'] as const).map((one) => chooseBranch(schema as Schema, one)),
    overJson: (value: unknown): boolean => overJson(projectToJson(value)),
    judge: (value: unknown): SchemaFault[] => {
      const faults = shipped(value);
      const others = validateNamed(name, value);
      if (!haveSameItems(faults, others)) expect(faults).toEqual(others);
      return faults;
    },
  };
}

/** The fault that names the place which was broken, and no other. */
function expectedFault({ kind, path, key }: BrokenValue): object {
  const pointer = path.reduce<string>(joinPointer, '');
  const last = path.at(-1);
  if (kind === 'required') return { kind, pointer, key };
  if (kind === 'unknown-key') return { kind, pointer: `${pointer}/noSuchKey`, key };
  return { kind, pointer, key: typeof last === 'string' ? last : '' };
}

/** Compiled once: that is what takes the time. */
const validators = await Promise.all(
  schemas.map(async ([name, schema]) => [name, schema, await validatorsOf(name, schema)] as const),
);

describe.each(validators)('%s', (_name, schema, { branches, judge, overJson }) => {
  const condition = (schema as Schema).if?.properties ?? {};
  /** Another value of the key that a condition asks for is no fault: the other branch holds for it. */
  const isOtherBranch = ({ kind, path }: BrokenValue): boolean => kind === 'enum' && String(path[0]) in condition;

  test('is a valid schema of draft 2020-12', () => {
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  test('takes what fits it, as plist values and as JSON', () => {
    for (const branch of branches) {
      fc.assert(
        fc.property(fittingValues(branch, real), (value) => {
          expect(judge(value)).toEqual([]);
          expect(overJson(value)).toBe(true);
        }),
        { numRuns: 5 },
      );
    }
  });

  test('names each place that is broken, and only that', () => {
    for (const branch of branches) {
      const whole = fullValue(branch, real);
      expect(judge(whole)).toEqual([]);
      const broken = breakValue(branch, whole).filter((one) => !isOtherBranch(one));
      expect(broken.length).toBeGreaterThan(8);
      for (const one of broken) {
        expect(judge(one.value)).toMatchObject([expectedFault(one)]);
        expect(overJson(one.value)).toBe(false);
      }
    }
  });

  test('names the place that is broken in any value', () => {
    for (const branch of branches) {
      fc.assert(
        fc.property(fittingValues(branch, real), fc.nat(), (value, choice) => {
          const broken = breakValue(branch, value).filter((one) => !isOtherBranch(one));
          const one = broken[choice % broken.length]!;
          expect(judge(one.value)).toMatchObject([expectedFault(one)]);
          expect(overJson(one.value)).toBe(false);
        }),
        { numRuns: 5 },
      );
    }
  });
});

describe('whatever it is given', () => {
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

  test('every schema ends in faults, and their pointers lead into the value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...validators), anything, ([, , { judge }], value) => {
        for (const { pointer } of judge(value)) expect(pointer === '' || pointer.startsWith('/')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a key with any value is judged, with and without a prototype', () => {
    const cases = fc.constantFrom(...validators).chain(([, schema, { judge }]) =>
      fc.record({
        judge: fc.constant(judge),
        key: fc.constantFrom('__proto__', 'toString', '', ...Object.keys(schema.properties ?? {})),
        value: anything,
        isBare: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(cases, ({ judge, key, value, isBare }) => {
        const dictionary = (isBare ? Object.create(null) : {}) as object;
        Object.defineProperty(dictionary, key, { value, enumerable: true });
        judge(dictionary);
      }),
      { numRuns: 500 },
    );
  });
});
