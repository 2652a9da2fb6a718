import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { real } from '../../src/plist/value.js';
import {
  breakValue,
  chooseBranch,
  fittingValues,
  fullValue,
  projectToJson,
  type Schema,
} from '../support/schema-values.js';

/** A second implementation of JSON Schema, which shares no code with ajv, has to read the published files the same way. */
const folder = join(import.meta.dirname, '../../schemas');
const names = readdirSync(folder).filter((file) => file.endsWith('.schema.json'));
const ajv = new Ajv2020({ strict: false, validateFormats: false });

type Json = Parameters<Awaited<ReturnType<typeof validate>>>[0];

/** Values that fit and values that do not, of each branch of a condition. */
function samplesOf(schema: Schema): unknown[] {
  const branches =
    schema.if === undefined ? [schema] : (['then', 'else'] as const).map((one) => chooseBranch(schema, one));
  return branches.flatMap((branch) => {
    const whole = fullValue(branch, real);
    const values = [whole, ...fc.sample(fittingValues(branch, real), 2)];
    const broken = breakValue(branch, whole);
    return [...values, ...fc.sample(fc.constantFrom(...broken), 4).map(({ value }) => value)];
  });
}

test.each(names)('two implementations agree on %s', async (name) => {
  const { $id, ...schema } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Schema & { $id: string };
  registerSchema(schema as Parameters<typeof registerSchema>[0], $id);
  const hyperjump = await validate($id);
  const byAjv = ajv.compile(schema);
  const verdicts = samplesOf(schema).map((value) => {
    const json = projectToJson(value);
    const isValid = byAjv(json);
    expect(hyperjump(json as Json).valid).toBe(isValid);
    return isValid;
  });
  expect(new Set(verdicts).size).toBe(2);
});
