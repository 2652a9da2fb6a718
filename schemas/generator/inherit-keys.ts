import type { JsonSchema, JsonSchemaObject } from '../../src/schema/json-schema.js';
import type { PayloadKeys } from './payload-schema.js';
import type { Inheritance } from './rules-file.js';

/** The keys of a payload type with those that it has from another: all of them, or the one at `path`. Its own win. */
export function inheritKeys(keys: PayloadKeys, from: PayloadKeys, { from: name, path }: Inheritance): PayloadKeys {
  const { properties = {}, required = [], ...others } = keys.schema;
  const inherited = path === undefined ? from.schema : { properties: keyAt(from.schema, path, name) };
  return {
    ...keys,
    schema: {
      properties: { ...properties, ...without(inherited.properties ?? {}, properties) },
      ...requiredOf(new Set([...required, ...(inherited.required ?? [])])),
      ...others,
      ...inheritDefinitions(keys.schema, from.schema, name),
    },
  };
}

const requiredOf = (required: ReadonlySet<string>): Pick<JsonSchemaObject, 'required'> =>
  required.size === 0 ? {} : { required: [...required] };

function keyAt(schema: JsonSchemaObject, path: string, name: string): Readonly<Record<string, JsonSchema>> {
  const key = path.slice(1);
  const inner = path.startsWith('/') && !key.includes('/') ? schema.properties?.[key] : undefined;
  if (inner === undefined) throw new Error(`inherits: ${name} has no key "${path}"`);
  return { [key]: inner };
}

function without(
  inherited: Readonly<Record<string, JsonSchema>>,
  own: Readonly<Record<string, JsonSchema>>,
): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(inherited).filter(([key]) => !Object.hasOwn(own, key)));
}

function inheritDefinitions(
  own: JsonSchemaObject,
  from: JsonSchemaObject,
  name: string,
): { readonly $defs?: Readonly<Record<string, JsonSchema>> } {
  const definitions = { ...from.$defs, ...own.$defs };
  const taken = Object.keys(from.$defs ?? {}).filter((key) => own.$defs !== undefined && Object.hasOwn(own.$defs, key));
  if (taken.length > 0) throw new Error(`inherits: ${name} defines ${taken.join(', ')} too`);
  return Object.keys(definitions).length === 0 ? {} : { $defs: definitions };
}
