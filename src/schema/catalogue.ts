import { createRequire } from 'node:module';
import type { PayloadType } from './generated/payload-content.js';
import { payloadTypes } from './generated/payload-type-names.js';
import type { JsonSchemaObject } from './json-schema.js';

/** A schema of this package: of a payload type, of the profile dictionary, or of the keys that every payload has. */
export type SchemaName = PayloadType | 'TopLevel' | 'CommonPayloadKeys';

const known: ReadonlySet<string> = new Set(payloadTypes);

/** Whether Apple documents the payload type. */
export function isPayloadType(type: string): type is PayloadType {
  return known.has(type);
}

/** The schema of a payload type, common keys included; undefined for types that are not known. */
export function payloadSchema(type: string): JsonSchemaObject | undefined {
  return isPayloadType(type) ? loadSchema(type) : undefined;
}

const loaded = new Map<string, JsonSchemaObject>();

/** A schema by its name, as it is published. */
export function loadSchema(name: SchemaName): JsonSchemaObject {
  const schema = loaded.get(name) ?? readSchema(name);
  loaded.set(name, schema);
  return schema;
}

/**
 * The published file, read on first use: by the name of this package, under which it is found from src/ and from dist/.
 * A program that was bundled into one file needs the package beside it.
 */
function readSchema(name: SchemaName): JsonSchemaObject {
  const load = createRequire(import.meta.url);
  try {
    return load(`profilewright/schemas/${name}.schema.json`) as JsonSchemaObject;
  } catch (error) {
    const reason = 'install the package profilewright beside a program that was bundled';
    throw new Error(`the schema ${name} cannot be loaded: ${reason}`, { cause: error });
  }
}
