import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { registerSchema, validate } from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { parseProfile } from '../../src/document/parse-profile.js';
import { real, type PlistDictionary } from '../../src/plist/value.js';
import { payloadDictionaries, textOf } from '../../src/profile/codec.js';
import { isCorpusAbsent, needCorpus, readCorpus } from '../support/corpus.js';
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

/** The profiles and payloads of the corpus that can be read, by the schema that they have. */
function valuesOfOthers(): ReadonlyMap<string, readonly unknown[]> {
  const values = new Map<string, unknown[]>();
  const add = (type: string, value: unknown): void => {
    const name = `${type}.schema.json`;
    if (names.includes(name)) values.set(name, [...(values.get(name) ?? []), value]);
  };
  for (const { bytes } of readCorpus()) {
    const dictionary = dictionaryOf(bytes);
    if (dictionary === undefined) continue;
    add('TopLevel', dictionary);
    for (const payload of payloadDictionaries(dictionary))
      add(textOf(payload.dictionary, 'PayloadType') ?? '', payload.dictionary);
  }
  return values;
}

function dictionaryOf(bytes: Uint8Array): PlistDictionary | undefined {
  try {
    return parseProfile(bytes).dictionary;
  } catch (error) {
    if (isProfilewrightError(error)) return undefined;
    throw error;
  }
}

const profilesOfOthers = valuesOfOthers();

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
  const judge = (value: unknown): boolean => {
    const json = projectToJson(value);
    const isValid = byAjv(json);
    expect(hyperjump(json as Json).valid).toBe(isValid);
    return isValid;
  };
  expect(new Set(samplesOf(schema).map(judge)).size).toBe(2);
  for (const value of profilesOfOthers.get(name) ?? []) judge(value);
});

test('both have judged profiles of others: plistlib finds 38 payload types with a schema in them', (context) => {
  needCorpus(context);
  const judged = names.filter((name) => profilesOfOthers.has(name));
  expect(judged.length).toBe(isCorpusAbsent ? 0 : 1 + 38);
});
