import { loadSchema } from './catalogue.js';
import type { CommonContent } from './generated/content/common-content.js';
import type { JsonSchemaObject } from './json-schema.js';
import type { SchemaContent } from './schema-content.js';
import { compileOnce } from './validate-dictionary.js';

/** A payload type that Apple does not document: a value to be passed around, known to nobody else. */
export interface PayloadTypeDefinition<Content extends object = object> {
  /** The PayloadType: on macOS a preference domain. */
  readonly type: string;
  /** The whole schema, with the keys that every payload has. */
  readonly schema: JsonSchemaObject;
  /** Never there: it carries the type of the content. */
  readonly '~content'?: Content;
}

/**
 * Describes the payloads of a preference domain, or of any other type that Apple does not document, so that they are
 * completed and checked like Apple's. The keys that every payload has are added; nothing is registered.
 *
 * @param schema JSON Schema, draft 2020-12, of the payload's own keys; `plist` tells apart what JSON cannot (`data`, `date`,
 * `real`), and `additionalProperties: false` refuses keys that are not named
 * @throws TypeError that begins with the name of the argument
 *
 * @example
 * const lab = definePayloadType('com.example.lab', {
 *   type: 'object',
 *   properties: { Server: { type: 'string' }, Retries: { type: 'integer', minimum: 0 } },
 *   required: ['Server'],
 *   additionalProperties: false,
 * });
 * new ProfileBuilder({ identifier: 'com.example.profile' }).addPayload(lab, { Server: 'lab.example.com' }).build();
 */
export function definePayloadType<const Schema extends JsonSchemaObject>(
  type: string,
  schema: Schema,
): PayloadTypeDefinition<CommonContent & SchemaContent<Schema>> {
  if (typeof type !== 'string' || type === '') {
    throw new TypeError('type must be a payload type such as "com.example.app"');
  }
  const complete = deepFreeze(addCommonKeys(type, copySchema(schema)));
  // Compiled now, so that what is wrong with it is told here, and not where a profile is validated.
  compileOnce(complete);
  return Object.freeze({ type, schema: complete });
}

export function isPayloadTypeDefinition(value: unknown): value is PayloadTypeDefinition {
  if (typeof value !== 'object' || value === null || !('type' in value) || !('schema' in value)) return false;
  return typeof value.type === 'string' && typeof value.schema === 'object' && value.schema !== null;
}

/** A copy, which nobody else can change. */
function copySchema(schema: JsonSchemaObject): JsonSchemaObject {
  const isObject = typeof schema === 'object' && (schema as unknown) !== null && !Array.isArray(schema);
  if (!isObject || (schema.type ?? 'object') !== 'object') throw new TypeError('schema must be that of an object');
  try {
    return JSON.parse(JSON.stringify(schema)) as JsonSchemaObject;
  } catch (error) {
    throw new TypeError('schema must be JSON', { cause: error });
  }
}

function addCommonKeys(type: string, schema: JsonSchemaObject): JsonSchemaObject {
  const common = loadSchema('CommonPayloadKeys');
  const payloadType = { type: 'string', plist: 'string', const: type } as const;
  return {
    ...schema,
    type: 'object',
    properties: { ...common.properties, PayloadType: payloadType, ...schema.properties },
    required: [...new Set([...(common.required ?? []), ...(schema.required ?? [])])],
  };
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
