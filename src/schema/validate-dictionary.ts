import { compileSchema, type CompiledSchema } from './ajv.js';
import { schemas } from './generated/schemas.js';
import type { JsonSchemaObject } from './json-schema.js';
import { readFaults } from './read-faults.js';
import type { SchemaFault } from './schema-fault.js';
import { toValueView } from './value-view.js';

/** Schemas that stand for no payload type. */
const TOP_LEVEL = 'TopLevel';
const COMMON = 'CommonPayloadKeys';

const validators = new WeakMap<JsonSchemaObject, CompiledSchema>();

/** The schema of the profile dictionary. */
export function topLevelSchema(): JsonSchemaObject {
  return known(TOP_LEVEL);
}

/** The schema of the keys that every payload has; it leaves room for others. */
export function commonKeysSchema(): JsonSchemaObject {
  return known(COMMON);
}

/** The schema of a payload type, common keys included; undefined for types that are not known. */
export function payloadSchema(type: string): JsonSchemaObject | undefined {
  const isPayload = type !== TOP_LEVEL && type !== COMMON && Object.hasOwn(schemas, type);
  return isPayload ? schemas[type] : undefined;
}

/**
 * Judges a plist value by a payload type's schema, or by a schema of one's own in the same vocabulary. Never throws
 * because of the value; `undefined` means that the payload type is not known. Schemas are compiled once.
 *
 * @throws TypeError when a schema of one's own cannot be compiled
 */
export function validateDictionary(schema: JsonSchemaObject, value: unknown): SchemaFault[];
export function validateDictionary(type: string | JsonSchemaObject, value: unknown): SchemaFault[] | undefined;
export function validateDictionary(type: string | JsonSchemaObject, value: unknown): SchemaFault[] | undefined {
  const schema = typeof type === 'string' ? payloadSchema(type) : type;
  if (schema === undefined) return undefined;
  return readFaults(validatorOf(schema)(value), value);
}

function validatorOf(schema: JsonSchemaObject): CompiledSchema {
  const present = validators.get(schema);
  if (present !== undefined) return present;
  const validator = compileSchema(toValueView(schema));
  validators.set(schema, validator);
  return validator;
}

function known(name: string): JsonSchemaObject {
  const schema = schemas[name];
  if (schema === undefined) throw new TypeError(`schema ${name} was not generated`);
  return schema;
}
