import { compileSchema } from './ajv.js';
import { payloadSchema } from './catalogue.js';
import { isCheckable } from './checkable.js';
import { compileCheck } from './compile-check.js';
import type { JsonSchemaObject } from './json-schema.js';
import { limitFaults } from './limit-faults.js';
import { readFaults } from './read-faults.js';
import type { SchemaFault } from './schema-fault.js';
import { essentialFaults, noFaults } from './value-check.js';
import { toValueView } from './value-view.js';

type Validator = (value: unknown) => SchemaFault[];

const validators = new WeakMap<JsonSchemaObject, Validator>();

/**
 * Judges a plist value by a payload type's schema, or by a schema of one's own. Never throws because of the value;
 * `undefined` means that the payload type is not known. Schemas are compiled once.
 *
 * @throws TypeError when a schema of one's own cannot be compiled
 */
export function validateDictionary(schema: JsonSchemaObject, value: unknown): SchemaFault[];
export function validateDictionary(type: string | JsonSchemaObject, value: unknown): SchemaFault[] | undefined;
export function validateDictionary(type: string | JsonSchemaObject, value: unknown): SchemaFault[] | undefined {
  const schema = typeof type === 'string' ? payloadSchema(type) : type;
  return schema === undefined ? undefined : validatorOf(schema)(value);
}

/**
 * Compiles a schema, unless that was done before.
 *
 * @throws TypeError when it cannot be compiled
 */
export function validatorOf(schema: JsonSchemaObject): Validator {
  const present = validators.get(schema);
  if (present !== undefined) return present;
  const validator = isCheckable(schema) ? checkValues(schema) : interpretComplaints(schema);
  validators.set(schema, validator);
  return validator;
}

/** Apple's schemas have few keywords, which need no library. */
export function checkValues(schema: JsonSchemaObject): Validator {
  const check = compileCheck(schema);
  return (value) => {
    const faults = check(value, '');
    return faults === noFaults ? [] : limitFaults(essentialFaults(faults));
  };
}

/** A schema of somebody else's may have any keyword of JSON Schema. */
export function interpretComplaints(schema: JsonSchemaObject): Validator {
  const judge = compileSchema(toValueView(schema));
  return (value) => readFaults(judge(value), value);
}
