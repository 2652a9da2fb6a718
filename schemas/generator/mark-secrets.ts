import { parse } from 'yaml';
import type { JsonSchema, JsonSchemaObject } from '../../src/schema/json-schema.js';

/** Key paths by payload type: `/A/*`, where `*` is any key or any item. */
export type Secrets = Readonly<Record<string, readonly string[]>>;

export function readSecrets(text: string): Secrets {
  const secrets: unknown = parse(text);
  const isMap = typeof secrets === 'object' && secrets !== null && !Array.isArray(secrets);
  if (!isMap || !Object.values(secrets).every(isListOfPaths))
    throw new Error('secrets.yaml: expected lists of paths by payload type');
  return secrets as Secrets;
}

function isListOfPaths(value: unknown): boolean {
  return Array.isArray(value) && value.every((path) => typeof path === 'string' && path.startsWith('/'));
}

/**
 * The schema with `writeOnly` at its secrets, as JSON Schema calls what is written and never shown. A path that is not
 * there is passed over: an older release lacks keys, and vendors have secrets that no key table knows.
 */
export function markSecrets(schema: JsonSchemaObject, paths: readonly string[]): JsonSchemaObject {
  return paths.reduce((marked, path) => markSecret(marked, path.split('/').slice(1)) as JsonSchemaObject, schema);
}

function markSecret(schema: JsonSchema, [key, ...rest]: readonly string[]): JsonSchema {
  if (typeof schema === 'boolean') return schema;
  if (key === undefined) return { ...schema, writeOnly: true };
  const { properties, additionalProperties, items } = schema;
  const inner = properties?.[key];
  if (inner !== undefined) return { ...schema, properties: { ...properties, [key]: markSecret(inner, rest) } };
  if (key !== '*') return schema;
  return {
    ...schema,
    ...(items === undefined ? {} : { items: markSecret(items, rest) }),
    ...(additionalProperties === undefined ? {} : { additionalProperties: markSecret(additionalProperties, rest) }),
  };
}
