import type { JsonSchemaObject } from '../../src/schema/json-schema.js';
import type { AppleFile } from './apple-file.js';
import { KeyCompiler } from './key-schema.js';
import { applyOverride, type Override } from './overrides.js';
import { readSupportedOS } from './supported-os.js';

/** The keys that every payload has; their file stands for itself, not for a payload type. */
export const COMMON = 'CommonPayloadKeys';
/** The profile dictionary. */
const TOP_LEVEL = 'TopLevel';

export interface SchemaSource {
  readonly name: string;
  readonly file: AppleFile;
  readonly overrides: readonly Override[];
}

/**
 * The JSON Schema of one file. A payload's schema holds the common keys too, so that it works alone; the schema of the
 * common keys leaves room for others.
 */
export function compilePayloadSchema(
  { name, file, overrides }: SchemaSource,
  common: JsonSchemaObject | undefined,
  provenance: { readonly release: string; readonly commit: string },
): JsonSchemaObject {
  const { payloadType } = file;
  const compiler = new KeyCompiler(name);
  const own = overrides.reduce(applyOverride, compiler.compileKeys(file.keys));
  const keys = payloadType === COMMON || payloadType === TOP_LEVEL ? own : withCommonKeys(own, common, payloadType);
  const { additionalProperties, ...named } = keys;
  const { definitions } = compiler;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:profilewright:schema:${payloadType}`,
    title: payloadType,
    'x-apple': {
      ...(file.source ?? provenance),
      ...(file.supportedOS === undefined ? {} : { supportedOS: readSupportedOS(name, file.supportedOS) }),
    },
    type: 'object',
    ...named,
    ...(payloadType === COMMON ? {} : { additionalProperties }),
    ...(Object.keys(definitions).length === 0 ? {} : { $defs: definitions }),
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
