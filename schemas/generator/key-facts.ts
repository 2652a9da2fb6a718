import type { JsonSchema, JsonSchemaObject } from '../../src/schema/json-schema.js';

/** What is said about one key, in words that can be compared. */
export interface KeyFacts {
  readonly type: string;
  readonly presence: 'required' | 'optional' | '';
  /** The listed values, as JSON. */
  readonly values?: readonly string[];
  /** Range, form, length, default ... by name. */
  readonly details: ReadonlyMap<string, string>;
  /** By system and fact: `iOS introduced`. */
  readonly systems: ReadonlyMap<string, string>;
}

/**
 * The keys of a schema by their path: `/A/B`, `/A/*` for the items of an array and for keys of any name. What holds under a
 * condition has it before the path, what contains itself stands once, behind the name of its definition.
 */
export function listFacts(schema: JsonSchemaObject): Map<string, KeyFacts> {
  const facts = new Map<string, KeyFacts>();
  walk(schema, '', '', facts);
  for (const [name, definition] of Object.entries(schema.$defs ?? {})) walk(definition, `#${name}`, '', facts);
  const {
    if: condition,
    then: special,
    else: general,
  } = schema as Readonly<Record<string, JsonSchemaObject | undefined>>;
  const [[key, only] = ['', {}]] = Object.entries(condition?.properties ?? {});
  const value = JSON.stringify((only as JsonSchemaObject).const);
  if (special !== undefined) walk(special, `(${key} is ${value})`, '', facts);
  if (general !== undefined) walk(general, `(${key} is not ${value})`, '', facts);
  return facts;
}

function walk(schema: JsonSchema, path: string, presence: KeyFacts['presence'], facts: Map<string, KeyFacts>): void {
  if (typeof schema === 'boolean') return;
  facts.set(path, readFacts(schema, presence));
  const { properties = {}, required = [], additionalProperties = false, items } = schema;
  for (const [key, inner] of Object.entries(properties)) {
    walk(inner, `${path}/${key}`, required.includes(key) ? 'required' : 'optional', facts);
  }
  walk(additionalProperties, `${path}/*`, 'optional', facts);
  if (items !== undefined) walk(items, `${path}/*`, '', facts);
}

function readFacts(schema: JsonSchemaObject, presence: KeyFacts['presence']): KeyFacts {
  const alternatives = (schema['anyOf'] ?? []) as readonly JsonSchemaObject[];
  const listed = [schema, ...alternatives].flatMap(({ const: only, enum: values = [] }) =>
    only === undefined ? values : [only],
  );
  const range = [schema, ...alternatives].find(
    ({ minimum, maximum }) => minimum !== undefined || maximum !== undefined,
  );
  return {
    type: describeType(schema, alternatives),
    presence,
    ...(listed.length === 0 ? {} : { values: listed.map((value) => JSON.stringify(value)) }),
    details: new Map([
      ...detail('range', range && `${limit(range['minimum'])} to ${limit(range['maximum'])}`),
      ...detail('form', schema['pattern']),
      ...detail('items', countOf(schema)),
      ...detail('default', schema['default']),
      ...detail('secret', schema['writeOnly']),
    ]),
    systems: readSystems(schema),
  };
}

function describeType(schema: JsonSchemaObject, alternatives: readonly JsonSchemaObject[]): string {
  const { plist, type, $ref } = schema;
  if (plist !== undefined) return plist;
  if ($ref !== undefined) return $ref.replace('#/$defs/', '#');
  if (type !== undefined) return type === 'object' ? 'dictionary' : String(type);
  const types = alternatives.map((alternative) => describeType(alternative, []));
  return types.length === 0 ? 'any' : [...new Set(types)].join(' or ');
}

const limit = (value: unknown): string => (value === undefined ? 'any' : JSON.stringify(value));

function countOf({ minItems, maxItems }: JsonSchemaObject): string | undefined {
  return minItems === undefined && maxItems === undefined ? undefined : `${limit(minItems)} to ${limit(maxItems)}`;
}

function detail(name: string, value: unknown): [string, string][] {
  return value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]];
}

function readSystems(schema: JsonSchemaObject): Map<string, string> {
  const systems = (schema['x-apple']?.['supportedOS'] ?? {}) as Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
  return new Map(Object.entries(systems).flatMap(([system, facts]) => flatten(system, facts)));
}

function flatten(name: string, fact: unknown): [string, string][] {
  if (typeof fact !== 'object' || fact === null || Array.isArray(fact)) {
    return [[name, typeof fact === 'string' ? fact : JSON.stringify(fact)]];
  }
  return Object.entries(fact).flatMap(([key, inner]) => flatten(`${name} ${key}`, inner));
}
