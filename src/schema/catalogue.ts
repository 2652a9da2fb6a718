import { createRequire } from 'node:module';
import type { PayloadType } from './generated/payload-content.js';
import { payloadTypes } from './generated/payload-type-names.js';
import type { JsonSchemaObject } from './json-schema.js';

/** Schemas that stand for no payload type. */
type OtherSchema = 'TopLevel' | 'CommonPayloadKeys';

const known: ReadonlySet<string> = new Set(payloadTypes);

/** Whether Apple documents the payload type. */
function isPayloadType(type: string): type is PayloadType {
  return known.has(type);
}

/** The schema of a payload type, common keys included; undefined for types that are not known. */
export function payloadSchema(type: string): JsonSchemaObject | undefined {
  return isPayloadType(type) ? loadSchema(type) : undefined;
}

/** The schema of the profile dictionary. */
export function topLevelSchema(): JsonSchemaObject {
  return loadSchema('TopLevel');
}

/** The schema of the keys that every payload has; it leaves room for others. */
export function commonKeysSchema(): JsonSchemaObject {
  return loadSchema('CommonPayloadKeys');
}

const loaded = new Map<string, JsonSchemaObject>();

function loadSchema(name: PayloadType | OtherSchema): JsonSchemaObject {
  const schema = loaded.get(name) ?? readSchema(name);
  loaded.set(name, schema);
  return schema;
}

/**
 * The published file, read on first use: by the name of this package, under which it is found from src/ and from dist/.
 * A program that was bundled into one file needs the package beside it.
 */
function readSchema(name: PayloadType | OtherSchema): JsonSchemaObject {
  const load = createRequire(import.meta.url);
  try {
    return load(`profilewright/schemas/${name}.schema.json`) as JsonSchemaObject;
  } catch (error) {
    const reason = 'install the package profilewright beside a program that was bundled';
    throw new Error(`the schema ${name} cannot be loaded: ${reason}`, { cause: error });
  }
}
