import { isDeepStrictEqual } from 'node:util';
import { loadSchema, type SchemaName } from './catalogue.js';
import type { JsonSchema, JsonSchemaObject } from './json-schema.js';
import { overlaySystems, systemsOf, type Systems } from './supported-systems.js';

/** Where a payload has another table of keys while one key has one value. */
export interface KeyCondition {
  readonly key: string;
  readonly value: string;
  /** Whether the key has that value, or any other. */
  readonly holds: boolean;
}

/** One key of a payload, with those inside of it. */
export interface PayloadKey {
  /** As it is spelt; `*` is a key of any name. */
  readonly name: string;
  /** The names from the top with dots between them: `EAPClientConfiguration.UserName`. Items of an array add nothing. */
  readonly path: string;
  /** The plist type in words: `array of dictionary`. */
  readonly type: string;
  readonly isRequired: boolean;
  readonly isSecret: boolean;
  readonly schema: JsonSchemaObject;
  /** What is said about the key itself, or about its items. */
  readonly said: Systems;
  /** What holds for the key: what is said about it, and otherwise about the dictionary around it. */
  readonly systems: Systems;
  readonly condition?: KeyCondition;
  /** The keys of its dictionary, or of the dictionaries in its array. */
  readonly keys: readonly PayloadKey[];
  /** The name of that dictionary, where the schema gives it one. */
  readonly definition?: string;
  /** The path of the key around this one that has the same dictionary: its keys are not written out again. */
  readonly repeats?: string;
}

interface Surroundings {
  readonly path: string;
  readonly systems: Systems;
  readonly definitions: Readonly<Record<string, JsonSchema>>;
  /** The paths of the named dictionaries that the key stands in. */
  readonly open: ReadonlyMap<string, string>;
  readonly condition?: KeyCondition;
}

/** The keys of a payload type, without those that every payload has. */
export function payloadKeys(name: SchemaName): PayloadKey[] {
  const schema = loadSchema(name);
  if (name === 'CommonPayloadKeys' || name === 'TopLevel') return schemaKeys(schema);
  const common = loadSchema('CommonPayloadKeys').properties ?? {};
  const isCommon = (key: PayloadKey): boolean =>
    key.name === 'PayloadType' || isDeepStrictEqual(common[key.name], key.schema);
  return schemaKeys(schema).filter((key) => !isCommon(key));
}

/** The keys of a schema. Those that hold under a condition stand behind the others, and not among them. */
export function schemaKeys(schema: JsonSchemaObject): PayloadKey[] {
  const around: Surroundings = {
    path: '',
    systems: systemsOf(schema),
    definitions: schema.$defs ?? {},
    open: new Map(),
  };
  const conditional = conditionsOf(schema).flatMap(({ condition, table }) => {
    const required = [...(schema.required ?? []), ...(table.required ?? [])];
    return keysOf({ ...table, required }, { ...around, condition });
  });
  const names = new Set(conditional.map(({ name }) => name));
  return [...keysOf(schema, around).filter(({ name }) => !names.has(name)), ...conditional];
}

/** A key and all that are inside of it, in the order of the schema. */
export function withInnerKeys(key: PayloadKey): PayloadKey[] {
  return [key, ...key.keys.flatMap(withInnerKeys)];
}

/** How many keys there are with all that are inside; what stands for any name is none. */
export function countKeys(keys: readonly PayloadKey[]): number {
  return keys.flatMap(withInnerKeys).filter(({ name }) => name !== '*').length;
}

function conditionsOf(schema: JsonSchemaObject): { condition: KeyCondition; table: JsonSchemaObject }[] {
  const { if: premise, then: special, else: general } = schema as Readonly<Record<string, JsonSchemaObject>>;
  const [[key, only] = ['', {}]] = Object.entries(premise?.properties ?? {});
  const value = String((only as JsonSchemaObject).const);
  return [
    ...(special === undefined ? [] : [{ condition: { key, value, holds: true }, table: special }]),
    ...(general === undefined ? [] : [{ condition: { key, value, holds: false }, table: general }]),
  ];
}

function keysOf(schema: JsonSchemaObject, around: Surroundings): PayloadKey[] {
  const { properties = {}, required = [], additionalProperties = false } = schema;
  const named = Object.entries(properties).map(([name, inner]) => keyOf(name, inner, required.includes(name), around));
  return typeof additionalProperties === 'object' ? [...named, keyOf('*', additionalProperties, false, around)] : named;
}

function keyOf(name: string, given: JsonSchema, isRequired: boolean, around: Surroundings): PayloadKey {
  const schema = typeof given === 'object' ? given : {};
  const path = around.path === '' ? name : `${around.path}.${name}`;
  const layers = layersOf(schema, around.definitions);
  const said = layers.reduce<Systems>((systems, layer) => overlaySystems(systemsOf(layer.schema), systems), {});
  const systems = overlaySystems(said, around.systems);
  const inmost = layers.at(-1);
  const definition = layers.find((layer) => layer.definition !== undefined)?.definition;
  const repeats = definition === undefined ? undefined : around.open.get(definition);
  const open = definition === undefined ? around.open : new Map([...around.open, [definition, path]]);
  return {
    name,
    path,
    type: typeInWords(schema, around.definitions),
    isRequired,
    isSecret: layers.some((layer) => layer.schema['writeOnly'] === true),
    schema,
    said,
    systems,
    ...(around.condition === undefined ? {} : { condition: around.condition }),
    keys:
      repeats !== undefined || inmost === undefined ? [] : keysOf(inmost.schema, { ...around, path, systems, open }),
    ...(definition === undefined ? {} : { definition }),
    ...(repeats === undefined ? {} : { repeats }),
  };
}

interface Layer {
  readonly schema: JsonSchemaObject;
  readonly definition?: string;
}

/** A value, the items of it when it is an array, and so on. */
function layersOf(schema: JsonSchemaObject, definitions: Surroundings['definitions'], definition?: string): Layer[] {
  const name = definitionName(schema);
  const target = name === undefined ? undefined : definitions[name];
  if (typeof target === 'object') return layersOf(target, definitions, name);
  const inner = typeof schema.items === 'object' ? layersOf(schema.items, definitions) : [];
  return [{ schema, ...(definition === undefined ? {} : { definition }) }, ...inner];
}

function definitionName({ $ref }: JsonSchemaObject): string | undefined {
  return $ref?.slice('#/$defs/'.length);
}

function typeInWords(schema: JsonSchema, definitions: Surroundings['definitions']): string {
  if (typeof schema === 'boolean') return 'any value';
  const name = definitionName(schema);
  if (name !== undefined) return typeInWords(definitions[name] ?? {}, definitions);
  const { plist, type, items = {} } = schema;
  if (plist !== undefined) return plist;
  if (type === 'object') return 'dictionary';
  if (type === 'array') return `array of ${typeInWords(items, definitions)}`;
  const alternatives = (schema['anyOf'] ?? []) as readonly JsonSchema[];
  const types = alternatives.map((alternative) => typeInWords(alternative, definitions));
  return types.length === 0 ? 'any value' : [...new Set(types)].join(' or ');
}
