import type { JsonSchema, JsonSchemaObject } from '../../src/schema/json-schema.js';
import type { Conditions, Override } from './rules-file.js';

/**
 * The schema with one override applied; a schema may add a key, presence and default only concern one that is there. A
 * JSON Schema knows no systems and no ways of installation, so what holds under conditions only loosens it: the replaced
 * schema stays behind `unless`, and a default of some systems stands in `defaults`. What an older release lacks is passed over;
 * that every path leads to a key of the committed schemas is for the tests.
 *
 * @param platforms the systems that the payload is for: a condition that names all of them is none
 */
export function applyOverride(
  schema: JsonSchemaObject,
  override: Override,
  platforms: readonly string[],
): JsonSchemaObject {
  const path = override.path.split('/').slice(1);
  if (path.length === 0) throw new Error(`override "${override.path}": the path names no key`);
  const complete = withBorrowedKeys(schema, override);
  return complete === undefined ? schema : overrideAt(schema, path, complete, remainingConditions(override, platforms));
}

/** An override with `keysOf` as one with a schema: the dictionary at the path also takes the keys of another one. */
function withBorrowedKeys(root: JsonSchemaObject, override: Override): Override | undefined {
  const { path, keysOf } = override;
  if (keysOf === undefined) return override;
  const [own, other] = [path, keysOf].map((place) => schemaAt(root, place.split('/').slice(1)));
  if (own?.properties === undefined || other?.properties === undefined) return undefined;
  return { ...override, schema: { ...own, properties: { ...other.properties, ...own.properties } } };
}

function schemaAt(schema: JsonSchemaObject, path: readonly string[]): JsonSchemaObject | undefined {
  return path.reduce<JsonSchemaObject | undefined>((around, key) => {
    const inner = key === ITEMS ? around?.items : around?.properties?.[key];
    return typeof inner === 'object' ? inner : undefined;
  }, schema);
}

/** The items of an array, in a path. */
const ITEMS = '*';

function overrideAt(
  schema: JsonSchemaObject,
  [key = '', ...rest]: readonly string[],
  override: Override,
  conditions: Conditions,
): JsonSchemaObject {
  const properties = schema.properties ?? {};
  const present = Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (key === ITEMS && typeof schema.items === 'object') {
    const next = rest.length > 0 ? overrideAt(schema.items, rest, override, conditions) : undefined;
    return { ...schema, items: next ?? overrideKey(schema.items, override, conditions) };
  }
  if (rest.length > 0) {
    if (typeof present !== 'object') return schema;
    return { ...schema, properties: { ...properties, [key]: overrideAt(present, rest, override, conditions) } };
  }
  if (present === undefined && override.schema === undefined) return schema;
  const next = overrideKey(typeof present === 'object' ? present : {}, override, conditions);
  return {
    ...schema,
    properties: { ...properties, [key]: next },
    ...overrideRequired(schema, key, override, conditions),
  };
}

function overrideRequired(
  schema: JsonSchemaObject,
  key: string,
  { path, presence }: Override,
  conditions: Conditions,
): JsonSchemaObject {
  if (presence === undefined) return {};
  const required = (schema.required ?? []).filter((name) => name !== key);
  if (presence === 'optional') return { required };
  if (Object.keys(conditions).length > 0) {
    throw new Error(`override "${path}": a key that is required under conditions is a rule of its own`);
  }
  return { required: [...required, key] };
}

function overrideKey(present: JsonSchemaObject, override: Override, conditions: Conditions): JsonSchemaObject {
  const isConditional = Object.keys(conditions).length > 0;
  let next = present;
  if (override.schema !== undefined) {
    const { 'x-apple': facts, default: value, ...replaced } = present;
    next = {
      ...withPlistTypes(override.schema),
      ...(value === undefined ? {} : { default: value }),
      ...(facts === undefined ? {} : { 'x-apple': facts }),
    };
    if (isConditional) next = addFact(next, 'unless', { ...conditions, schema: replaced });
  }
  if (override.default === undefined) return next;
  if (isConditional) return addFact(next, 'defaults', { ...conditions, default: override.default });
  return { ...next, default: override.default };
}

function addFact(schema: JsonSchemaObject, name: string, fact: unknown): JsonSchemaObject {
  const facts = schema['x-apple'] ?? {};
  return { ...schema, 'x-apple': { ...facts, [name]: [...((facts[name] ?? []) as unknown[]), fact] } };
}

function remainingConditions({ platforms, since, until, when }: Override, supported: readonly string[]): Conditions {
  const isEverywhere = platforms === undefined || supported.every((platform) => platforms.includes(platform));
  return {
    ...(isEverywhere ? {} : { platforms }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(when === undefined ? {} : { when }),
  };
}

const scalars = ['string', 'boolean', 'integer'] as const;

/** Rules are written as plain JSON Schema; the schemas name the plist type beside the JSON type. */
function withPlistTypes(schema: JsonSchema): JsonSchemaObject {
  if (typeof schema === 'boolean') throw new Error('an override with true or false as schema is a rule of its own');
  const { properties, items, additionalProperties, anyOf } = schema;
  const plist = schema.plist ?? scalars.find((type) => type === (schema.type ?? listedType(schema)));
  return {
    ...(plist === undefined ? {} : { type: plist, plist }),
    ...schema,
    ...(properties === undefined ? {} : { properties: mapValues(properties, withPlistTypes) }),
    ...(items === undefined ? {} : { items: withPlistTypes(items) }),
    ...(typeof additionalProperties === 'object' ? { additionalProperties: withPlistTypes(additionalProperties) } : {}),
    ...(anyOf === undefined ? {} : { anyOf: (anyOf as readonly JsonSchema[]).map(withPlistTypes) }),
  };
}

function listedType({ enum: listed }: JsonSchemaObject): string | undefined {
  return listed?.every((value) => typeof value === 'string') === true ? 'string' : undefined;
}

function mapValues(
  schemas: Readonly<Record<string, JsonSchema>>,
  change: (schema: JsonSchema) => JsonSchemaObject,
): Record<string, JsonSchemaObject> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, change(schema)]));
}
