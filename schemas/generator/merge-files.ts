import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema, JsonSchemaObject } from '../../src/schema/json-schema.js';
import type { SupportedOS } from './apple-file.js';
import { divergingFacts, mergeSupportedOS } from './merge-supported-os.js';

/** What one file says: its keys as an object schema, and the systems that they are for. */
export interface PayloadPart {
  readonly name: string;
  readonly schema: JsonSchemaObject;
  readonly supportedOS?: SupportedOS;
}

/**
 * Several files of one payload type as one part. Files with keys of their own stand side by side, as those of
 * com.apple.MCX do. A file that holds only where one key has one value (com.apple.extensiblesso) becomes the `then` of a
 * condition on that key.
 */
export function mergeParts(parts: readonly PayloadPart[]): PayloadPart {
  const [first, second, ...others] = parts;
  if (first === undefined) throw new Error('there is nothing to merge');
  if (second === undefined) return first;
  if (haveKeysOfTheirOwn(parts)) return placeSideBySide(parts);
  const conditional =
    others.length > 0 ? undefined : (makeConditional(first, second) ?? makeConditional(second, first));
  if (conditional !== undefined) return conditional;
  throw new Error(`${parts.map(({ name }) => name).join(' and ')} have one payload type and share keys`);
}

const propertiesOf = ({ properties }: JsonSchemaObject): Readonly<Record<string, JsonSchema>> => properties ?? {};

function haveKeysOfTheirOwn(parts: readonly PayloadPart[]): boolean {
  const names = parts.flatMap(({ schema }) => Object.keys(propertiesOf(schema)));
  return new Set(names).size === names.length;
}

function placeSideBySide(parts: readonly PayloadPart[]): PayloadPart {
  const name = parts.map((part) => part.name).join(', ');
  const needy = parts.filter(({ schema }) => (schema.required ?? []).length > 0);
  if (needy.length > 0) throw new Error(`${name}: a key cannot be required when the files stand side by side`);
  const supportedOS = mergeSupportedOS(parts.map((part) => part.supportedOS ?? {}));
  const properties = parts.flatMap((part) =>
    Object.entries(propertiesOf(part.schema)).map(
      ([key, schema]) => [key, withFacts(schema, divergingFacts(part.supportedOS ?? {}, supportedOS))] as const,
    ),
  );
  return {
    name,
    supportedOS,
    schema: { properties: Object.fromEntries(properties), additionalProperties: false, ...mergeDefinitions(parts) },
  };
}

/** The key inherits what its file says, where the other files say otherwise. */
function withFacts(schema: JsonSchema, inherited: SupportedOS): JsonSchema {
  if (typeof schema === 'boolean' || Object.keys(inherited).length === 0) return schema;
  const facts = schema['x-apple'] ?? {};
  const own = (facts['supportedOS'] ?? {}) as SupportedOS;
  const systems = [...new Set([...Object.keys(inherited), ...Object.keys(own)])];
  const supportedOS = Object.fromEntries(systems.map((system) => [system, { ...inherited[system], ...own[system] }]));
  return { ...schema, 'x-apple': { ...facts, supportedOS } };
}

function mergeDefinitions(parts: readonly PayloadPart[]): { readonly $defs?: Readonly<Record<string, JsonSchema>> } {
  const entries = parts.flatMap(({ schema }) => Object.entries(schema.$defs ?? {}));
  if (entries.length === 0) return {};
  if (new Set(entries.map(([name]) => name)).size !== entries.length) {
    throw new Error(`${parts.map(({ name }) => name).join(' and ')} define the same name`);
  }
  return { $defs: Object.fromEntries(entries) };
}

/** The key that both demand, with one listed value in the special file and any value in the other. */
function distinguishingKey(base: JsonSchemaObject, special: JsonSchemaObject): string | undefined {
  return (special.required ?? []).find((key) => {
    const [general, narrow] = [propertiesOf(base)[key], propertiesOf(special)[key]];
    if (typeof general !== 'object' || typeof narrow !== 'object' || !base.required?.includes(key)) return false;
    return general.enum === undefined && narrow.enum?.length === 1;
  });
}

function makeConditional(base: PayloadPart, special: PayloadPart): PayloadPart | undefined {
  const key = distinguishingKey(base.schema, special.schema);
  if (key === undefined) return undefined;
  const [general, narrow] = [propertiesOf(base.schema), propertiesOf(special.schema)];
  const value = (narrow[key] as JsonSchemaObject).enum?.[0];
  const shared = Object.keys(general).filter(
    (name) => !(name in narrow) || isDeepStrictEqual(general[name], narrow[name]),
  );
  const common = (base.schema.required ?? []).filter((name) => special.schema.required?.includes(name));
  const only = ({ schema }: PayloadPart): JsonSchemaObject => {
    const properties = Object.entries(propertiesOf(schema)).filter(([name]) => !shared.includes(name) && name !== key);
    const required = (schema.required ?? []).filter((name) => !common.includes(name));
    return { properties: Object.fromEntries(properties), ...(required.length === 0 ? {} : { required }) };
  };
  const properties = Object.entries({ ...narrow, ...general }).map(([name, schema]) =>
    shared.includes(name) || name === key ? [name, schema] : [name, typeOf(schema, narrow[name])],
  );
  const supportedOS = mergeSupportedOS([base.supportedOS ?? {}, special.supportedOS ?? {}]);
  return {
    name: `${base.name}, ${special.name}`,
    supportedOS,
    schema: {
      properties: Object.fromEntries(properties) as Record<string, JsonSchema>,
      required: common,
      additionalProperties: base.schema.additionalProperties ?? false,
      if: { properties: { [key]: { const: value } }, required: [key] },
      then: only(special),
      else: only(base),
      ...mergeDefinitions([base, special]),
    },
  };
}

/** What is the same of a key whichever file holds: its type, when there is one. */
function typeOf(schema: JsonSchema, other: JsonSchema | undefined): JsonSchema {
  if (typeof schema !== 'object' || typeof other !== 'object') return schema;
  const { type, plist } = schema;
  const isSame = type === other.type && plist === other.plist;
  return isSame ? { ...(type === undefined ? {} : { type }), ...(plist === undefined ? {} : { plist }) } : {};
}
