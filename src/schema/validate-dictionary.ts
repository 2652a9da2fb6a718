import { compileSchema, type CompiledSchema } from './ajv.js';
import { isPayloadType, loadSchema, type SchemaName } from './catalogue.js';
import type { JsonSchemaObject } from './json-schema.js';
import { readFaults } from './read-faults.js';
import type { SchemaFault } from './schema-fault.js';
import { toValueView } from './value-view.js';
import { loadWritten } from './written-validator.js';

const named = new Map<SchemaName, CompiledSchema>();
const others = new WeakMap<JsonSchemaObject, CompiledSchema>();

/** Judges a plist value by a schema of this package. Never throws because of the value. */
export function validateNamed(name: SchemaName, value: unknown): SchemaFault[] {
  let judge = named.get(name);
  if (judge === undefined) {
    // The sources have no validators beside them: there, ajv compiles the very schema that the build writes them from.
    judge = loadWritten(name) ?? compileSchema(toValueView(loadSchema(name)));
    named.set(name, judge);
  }
  const complaints = judge(value);
  return complaints.length === 0 ? [] : readFaults(complaints, value, loadSchema(name));
}

/**
 * Judges a plist value by a payload type's schema, or by a schema of one's own. Never throws because of the value;
 * `undefined` means that the payload type is not known. Schemas are compiled once.
 *
 * @throws TypeError when a schema of one's own cannot be compiled
 */
export function validateDictionary(schema: JsonSchemaObject, value: unknown): SchemaFault[];
export function validateDictionary(type: string | JsonSchemaObject, value: unknown): SchemaFault[] | undefined;
export function validateDictionary(type: string | JsonSchemaObject, value: unknown): SchemaFault[] | undefined {
  if (typeof type === 'string') return isPayloadType(type) ? validateNamed(type, value) : undefined;
  return readFaults(compileOnce(type)(value), value, type);
}

/**
 * Compiles a schema of one's own, unless that was done before.
 *
 * @throws TypeError when it cannot be compiled
 */
export function compileOnce(schema: JsonSchemaObject): CompiledSchema {
  const judge = others.get(schema) ?? compileSchema(toValueView(schema));
  others.set(schema, judge);
  return judge;
}
