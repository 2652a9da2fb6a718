import { loadPublished } from '../diagnostics/load-published.js';
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
const published = new WeakSet<JsonSchemaObject>();

/** Whether a schema is one of this package, whose keys Apple documents, and none of a caller's own. */
export function isAppleSchema(schema: JsonSchemaObject): boolean {
  return published.has(schema);
}

/** A schema by its name, as it is published; read on first use. */
export function loadSchema(name: SchemaName): JsonSchemaObject {
  const schema = loaded.get(name) ?? (loadPublished(`${name}.schema.json`) as JsonSchemaObject);
  loaded.set(name, schema);
  published.add(schema);
  return schema;
}
