import type { JsonSchema, JsonSchemaObject } from './json-schema.js';
import { plistTypeOfJson, type JsonType, type PlistRange, type PlistType } from './plist-type.js';

/**
 * A schema over plist values in place of their JSON projection. `type`, `format` and `contentEncoding` have become one
 * keyword `plist` with a list of plist types; numbers are judged by `plistRange` and `plistListed`, which know bigints and
 * PlistReal; what is said about keys stands in `plistDictionary`, so that bytes are never taken for a dictionary.
 */
export interface ValueSchema {
  readonly plist?: readonly PlistType[];
  readonly plistRange?: PlistRange;
  readonly plistListed?: readonly unknown[];
  /** What holds for a dictionary, and for no other object. */
  readonly plistDictionary?: ValueSchema;
  /** The only keys there may be. */
  readonly plistKeys?: readonly string[];
  readonly [keyword: string]: unknown;
}

/** Keywords that are no demands, or that only concern the JSON projection. */
const annotations: ReadonlySet<string> = new Set([
  '$schema',
  '$id',
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$comment',
  'x-apple',
  'type',
  'plist',
  'format',
  'contentEncoding',
]);

const rangeKeywords = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];
const dictionaryKeywords = new Set([
  'properties',
  'patternProperties',
  'additionalProperties',
  'propertyNames',
  'required',
  'minProperties',
  'maxProperties',
  'dependentRequired',
  'dependentSchemas',
]);

/** Keywords with a schema, a list of schemas, schemas by name. */
const oneSchema = new Set(['items', 'additionalProperties', 'propertyNames', 'contains', 'not', 'if', 'then', 'else']);
const schemaLists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const schemasByName = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);

/** What is behind $defs stays behind the same pointers, so that references go on to lead there. */
export function toValueView(schema: JsonSchema): ValueSchema | boolean {
  if (typeof schema === 'boolean') return schema;
  const entries = Object.entries(schema).filter(([keyword]) => !annotations.has(keyword));
  const onKeys = entries.filter(([keyword]) => dictionaryKeywords.has(keyword));
  const others = entries.filter(([keyword]) => !dictionaryKeywords.has(keyword));
  const view: Record<string, unknown> = { ...viewOfType(schema), ...viewOfNumbers(schema) };
  for (const [keyword, value] of others) {
    if (!rangeKeywords.includes(keyword) && keyword !== 'enum' && keyword !== 'const')
      view[keyword] = viewOf(keyword, value);
  }
  if (onKeys.length === 0) return view;
  return { ...view, plistDictionary: closeKeys(schema, onKeys) };
}

/** `additionalProperties: false` becomes `plistKeys`, unless patterns name keys too. */
function closeKeys(
  { additionalProperties, patternProperties, properties }: JsonSchemaObject,
  entries: readonly (readonly [string, unknown])[],
): ValueSchema {
  const isClosed = additionalProperties === false && patternProperties === undefined;
  const open = entries.filter(([keyword]) => !(isClosed && keyword === 'additionalProperties'));
  const demands = Object.fromEntries(open.map(([keyword, value]) => [keyword, viewOf(keyword, value)]));
  return isClosed ? { ...demands, plistKeys: Object.keys(properties ?? {}) } : demands;
}

function viewOf(keyword: string, value: unknown): unknown {
  if (oneSchema.has(keyword)) return toValueView(value as JsonSchema);
  if (schemaLists.has(keyword)) return (value as readonly JsonSchema[]).map(toValueView);
  if (!schemasByName.has(keyword)) return value;
  const schemas = Object.entries(value as Readonly<Record<string, JsonSchema>>);
  return Object.fromEntries(schemas.map(([name, schema]) => [name, toValueView(schema)]));
}

/** The plist types that a schema asks for; none when it takes any. */
function expectedTypes({ plist, type }: JsonSchemaObject): readonly PlistType[] {
  if (plist !== undefined) return [plist];
  if (type === undefined) return [];
  return (typeof type === 'string' ? [type] : type).map(expectedType);
}

function expectedType(type: string): PlistType {
  if (Object.hasOwn(plistTypeOfJson, type)) return plistTypeOfJson[type as JsonType];
  throw new TypeError(`schema cannot be compiled: "${type}" is no type of a property list in JSON`);
}

/** The only values that a schema takes. */
function listedValues(schema: JsonSchemaObject): readonly unknown[] | undefined {
  return schema.const === undefined ? schema.enum : [schema.const];
}

/** The limits that a schema sets to numbers. */
function rangeOf(schema: JsonSchemaObject): PlistRange | undefined {
  const range = Object.entries(schema).filter(([keyword]) => rangeKeywords.includes(keyword));
  return range.length === 0 ? undefined : Object.fromEntries(range);
}

function viewOfType(schema: JsonSchemaObject): ValueSchema {
  const expected = expectedTypes(schema);
  return expected.length === 0 ? {} : { plist: expected };
}

function viewOfNumbers(schema: JsonSchemaObject): ValueSchema {
  const [plistRange, plistListed] = [rangeOf(schema), listedValues(schema)];
  return {
    ...(plistRange === undefined ? {} : { plistRange }),
    ...(plistListed === undefined ? {} : { plistListed }),
  };
}
