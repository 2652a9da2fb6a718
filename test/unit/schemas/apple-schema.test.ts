import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';

/** A copy of Apple's schema, which is not part of this repository; CI has one. */
const checkout = process.env['PROFILEWRIGHT_APPLE_SCHEMA'];
const schemas = join(import.meta.dirname, '../../../schemas');

interface Key {
  readonly key: string;
  readonly type: string;
  readonly presence?: string;
  readonly rangelist?: readonly unknown[];
  readonly range?: { readonly min?: number; readonly max?: number };
  readonly default?: unknown;
  readonly format?: string;
  readonly supportedOS?: object;
  readonly subkeys?: readonly Key[];
}

interface AppleFile {
  readonly source: { readonly release: string; readonly commit: string };
  readonly payload: { readonly payloadtype: string };
  readonly payloadkeys: readonly Key[];
}

const plistTypes: Readonly<Record<string, string>> = {
  '<string>': 'string',
  '<integer>': 'integer',
  '<real>': 'real',
  '<boolean>': 'boolean',
  '<date>': 'date',
  '<data>': 'data',
};

/** Keys of which our rules say otherwise than Apple's table. */
const overridden = new Set(
  readdirSync(join(schemas, 'rules')).flatMap((file) =>
    (parse(readFileSync(join(schemas, 'rules', file), 'utf8')) as { overrides?: { path: string }[] }[]).flatMap(
      ({ overrides = [] }) => overrides.map(({ path }) => `${file}${path}`),
    ),
  ),
);

/** How a key looks in the schema of its dictionary or array; what differs from Apple's table is listed. */
function* compare(key: Key, place: string, around: JsonSchemaObject, root: JsonSchemaObject): Generator<string> {
  const schema = schemaOf(key, around, root);
  if (schema === undefined) {
    yield `${place}: is not there`;
    return;
  }
  if (overridden.has(place)) return;
  const { $ref = '' } = schema;
  const resolved = ($ref === '' ? schema : root.$defs?.[$ref.slice('#/$defs/'.length)]) as JsonSchemaObject;
  const constraints = [resolved, ...((resolved['anyOf'] ?? []) as JsonSchemaObject[])];
  const isRequired = around.required?.includes(key.key) === true;
  const found = {
    type: resolved.plist ?? resolved.type,
    isRequired: around.items === undefined && key.key !== 'ANY' && isRequired,
    list: constraints.find((one) => one.enum !== undefined)?.enum,
    min: constraints.find((one) => one['minimum'] !== undefined)?.['minimum'],
    max: constraints.find((one) => one['maximum'] !== undefined)?.['maximum'],
    default: schema['default'],
    format: resolved['pattern'],
    supportedOS: schema['x-apple']?.['supportedOS'] ?? {},
  };
  const expected = {
    type: plistTypes[key.type] ?? { '<dictionary>': 'object', '<array>': 'array', '<any>': undefined }[key.type],
    isRequired: around.items === undefined && key.key !== 'ANY' && key.presence === 'required',
    list: key.rangelist && [...new Set(key.rangelist)],
    min: key.range?.min,
    max: key.range?.max,
    default: key.default,
    format: key.format,
    supportedOS: key.supportedOS ?? {},
  };
  try {
    expect(found).toMatchObject(expected);
  } catch (error) {
    yield `${place}: ${String(error)}`;
  }
  for (const inner of key.subkeys ?? []) yield* compare(inner, `${place}/${inner.key}`, resolved, root);
}

/** A condition holds what is said of one value of a key. */
function schemaOf({ key }: Key, around: JsonSchemaObject, root: JsonSchemaObject): JsonSchemaObject | undefined {
  const inner = around.items ?? around.properties?.[key] ?? (key === 'ANY' ? around.additionalProperties : undefined);
  return typeof inner === 'object' || root === around ? (inner as JsonSchemaObject) : undefined;
}

/** The schema as one file says it. */
function viewOf(schema: JsonSchemaObject, file: string): JsonSchemaObject {
  const { if: condition, then: special, else: general } = schema as Readonly<Record<string, JsonSchemaObject>>;
  const isSpecial = file.includes('kerberos');
  const branch = isSpecial ? special : general;
  if (branch === undefined) return schema;
  const listed = Object.entries(isSpecial ? (condition?.properties ?? {}) : {}).map(([key, only]) => [
    key,
    { ...(schema.properties?.[key] as object), enum: [(only as JsonSchemaObject).const] },
  ]);
  return {
    ...schema,
    properties: { ...schema.properties, ...branch.properties, ...(Object.fromEntries(listed) as object) },
    required: [...(schema.required ?? []), ...(branch.required ?? [])],
  };
}

describe('the schemas', () => {
  test('hold every key of every file of Apple’s, as the file says it', (context) => {
    if (checkout === undefined) return context.skip('PROFILEWRIGHT_APPLE_SCHEMA names no copy of Apple’s schema');
    const folder = join(checkout, 'mdm/profiles');
    let count = 0;
    const countKeys = (keys: readonly Key[]): void => {
      count += keys.length;
      for (const { subkeys = [] } of keys) countKeys(subkeys);
    };
    const types = new Set<string>();
    const differences = readdirSync(folder).flatMap((file) => {
      const { source, payload, payloadkeys } = parse(readFileSync(join(folder, file), 'utf8')) as AppleFile;
      countKeys(payloadkeys);
      types.add(payload.payloadtype);
      const schema = JSON.parse(
        readFileSync(join(schemas, `${payload.payloadtype}.schema.json`), 'utf8'),
      ) as JsonSchemaObject;
      expect(schema['x-apple']?.['sources']).toContainEqual({ file, ...source });
      const view = viewOf(schema, file);
      return payloadkeys.flatMap((key) => [...compare(key, `${file}/${key.key}`, view, view)]);
    });
    expect(differences).toEqual([]);
    expect(types.size - ['TopLevel', 'CommonPayloadKeys'].length).toBe(120);
    expect(count).toBe(2343);
  });
});
