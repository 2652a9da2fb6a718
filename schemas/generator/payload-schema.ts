import type { JsonSchema, JsonSchemaObject } from '../../src/schema/json-schema.js';
import type { AppleFile, SupportedOS } from './apple-file.js';
import { KeyCompiler } from './key-schema.js';
import { mergeParts, type PayloadPart } from './merge-files.js';
import { applyOverride } from './overrides.js';
import type { RulesFile } from './rules-file.js';
import { readSupportedOS } from './supported-os.js';

/** The keys that every payload has; their file stands for itself, not for a payload type. */
export const COMMON = 'CommonPayloadKeys';
/** The profile dictionary. */
export const TOP_LEVEL = 'TopLevel';

/** One file of Apple's, with our rules for it. */
export interface SchemaSource {
  readonly name: string;
  readonly file: AppleFile;
  readonly rules: RulesFile;
  readonly provenance: { readonly release: string; readonly commit: string };
}

/** The keys of one payload type, without those that every payload has. */
export interface PayloadKeys {
  readonly schema: JsonSchemaObject;
  readonly supportedOS?: SupportedOS;
}

/** Compiles the files of one payload type, each with its overrides. */
export function compileKeys(sources: readonly SchemaSource[]): PayloadKeys {
  const { schema, supportedOS } = mergeParts(sources.map(compilePart));
  return { schema: shareDefinitions(schema), ...(supportedOS === undefined ? {} : { supportedOS }) };
}

function compilePart({ name, file, rules }: SchemaSource): PayloadPart {
  const compiler = new KeyCompiler(name);
  const { supportedOS } = file;
  const platforms = Object.entries(supportedOS ?? {}).flatMap(([system, facts]) =>
    facts['introduced'] === 'n/a' ? [] : system,
  );
  const keys = rules.overrides.reduce<JsonSchemaObject>(
    (schema, override) => applyOverride(schema, override, platforms),
    compiler.compileKeys(file.keys),
  );
  const { definitions } = compiler;
  return {
    name,
    schema: { ...keys, ...(Object.keys(definitions).length === 0 ? {} : { $defs: definitions }) },
    ...(supportedOS === undefined ? {} : { supportedOS: readSupportedOS(name, supportedOS) }),
  };
}

/** Definitions that only differ in their own name are one: Apple repeats some where others refer. */
function shareDefinitions(schema: JsonSchemaObject): JsonSchemaObject {
  const { $defs, ...rest } = schema;
  if ($defs === undefined) return schema;
  const kept: Record<string, JsonSchema> = {};
  let text = JSON.stringify(rest);
  for (const [name, definition] of Object.entries($defs)) {
    const same = Object.keys(kept).find(
      (other) =>
        JSON.stringify(kept[other]) === JSON.stringify(definition).replaceAll(reference(name), reference(other)),
    );
    if (same === undefined) kept[name] = definition;
    else text = text.replaceAll(reference(name), reference(same));
  }
  return { ...(JSON.parse(text) as JsonSchemaObject), $defs: kept };
}

const reference = (name: string): string => `{"$ref":"#/$defs/${name}"}`;

/**
 * The whole schema of a payload type, common keys included, so that it works alone; the schema of the common keys leaves
 * room for others. Keys that are inherited come first.
 */
export function assembleSchema(
  sources: readonly SchemaSource[],
  { schema, supportedOS }: PayloadKeys,
  common: JsonSchemaObject | undefined,
): JsonSchemaObject {
  const payloadType = sources[0]?.file.payloadType ?? '';
  const keys =
    payloadType === COMMON || payloadType === TOP_LEVEL ? schema : withCommonKeys(schema, common, payloadType);
  const { properties, required, additionalProperties, $defs, ...conditions } = keys;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:profilewright:schema:${payloadType}`,
    title: payloadType,
    'x-apple': {
      sources: sources.map(({ name, provenance }) => ({ file: name, ...provenance })),
      ...(supportedOS === undefined ? {} : { supportedOS }),
    },
    type: 'object',
    ...(properties === undefined ? {} : { properties }),
    ...(required === undefined ? {} : { required }),
    ...(payloadType === COMMON || additionalProperties === undefined ? {} : { additionalProperties }),
    ...conditions,
    ...($defs === undefined ? {} : { $defs }),
  };
}

/** A payload's own idea of a common key wins; its type is one of its facts. */
function withCommonKeys(
  own: JsonSchemaObject,
  common: JsonSchemaObject | undefined,
  payloadType: string,
): JsonSchemaObject {
  if (common === undefined) throw new Error(`${COMMON}.yaml is missing`);
  const type = { type: 'string', plist: 'string', const: payloadType } as const;
  return {
    ...own,
    properties: { ...common.properties, PayloadType: type, ...own.properties },
    required: [...new Set([...(common.required ?? []), ...(own.required ?? [])])],
  };
}
