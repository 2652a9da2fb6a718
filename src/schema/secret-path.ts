import type { JsonSchema, JsonSchemaObject } from './json-schema.js';

/** Words for secrets in key names: what stands under such a key is never shown, whatever the schema says. */
const secretWords = /pass|secret|challenge|token|credential|private|psk|ppk|pin|key$/i;

/** Whether the name of a key says that its value is a secret. */
export function isSecretKey(key: string): boolean {
  return secretWords.test(key.slice(-200));
}

/**
 * Whether the value at a path of a dictionary is a secret, or stands inside one: by the name of its key, or by `writeOnly`
 * in the schema.
 */
export function isSecretPath(root: JsonSchemaObject | undefined, path: readonly (string | number)[]): boolean {
  const key = path.findLast((segment) => typeof segment === 'string');
  if (key !== undefined && isSecretKey(key)) return true;
  let schemas = root === undefined ? [] : withBranches(root, root);
  for (const segment of path) {
    schemas = schemas.flatMap((schema) => innerSchemas(schema, segment)).flatMap((inner) => withBranches(inner, root));
    if (schemas.some(({ writeOnly }) => writeOnly === true)) return true;
  }
  return false;
}

function innerSchemas(
  { properties, additionalProperties, items }: JsonSchemaObject,
  segment: string | number,
): JsonSchema[] {
  const named = typeof segment === 'string' && properties !== undefined && Object.hasOwn(properties, segment);
  const inner = typeof segment === 'number' ? items : named ? properties[segment] : additionalProperties;
  return inner === undefined ? [] : [inner];
}

const DEFINITIONS = '#/$defs/';

/** The schema and all that it is made of, whichever of its branches a value takes; a definition does not lead into itself. */
function withBranches(
  schema: JsonSchema,
  root: JsonSchemaObject | undefined,
  followed: readonly string[] = [],
): JsonSchemaObject[] {
  if (typeof schema !== 'object') return [];
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (schema[keyword] ?? []) as readonly JsonSchema[]);
  const branches = ['then', 'else'].flatMap((keyword) => (schema[keyword] ?? []) as JsonSchema | readonly JsonSchema[]);
  const { $ref = '' } = schema;
  const isNew = $ref.startsWith(DEFINITIONS) && !followed.includes($ref);
  const definition = isNew ? root?.$defs?.[$ref.slice(DEFINITIONS.length)] : undefined;
  const seen = isNew ? [...followed, $ref] : followed;
  const parts = [...lists, ...branches, ...(definition === undefined ? [] : [definition])];
  return [schema, ...parts.flatMap((part) => withBranches(part, root, seen))];
}
