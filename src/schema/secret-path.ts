import { isAppleSchema } from './catalogue.js';
import type { JsonSchema, JsonSchemaObject } from './json-schema.js';
import { isSecretKey } from './secret-words.js';

/** A place in a dictionary, and what its schema says about secrets there. */
export interface SecretPlace {
  readonly root: JsonSchemaObject | undefined;
  /** The schemas that a value here may take; none where nobody knows. */
  readonly schemas: readonly JsonSchemaObject[];
  /** Whether a value here is a secret, or stands inside one: `marked` by `writeOnly` in the schema, or `named` by its key. */
  readonly secret?: 'marked' | 'named';
}

/** The dictionary itself. */
export function secretsFrom(root: JsonSchemaObject | undefined): SecretPlace {
  return { root, schemas: root === undefined ? [] : withBranches(root, root) };
}

/**
 * The place behind a key or an index. Of Apple's keys the schema says whether they are secret; the name of a key decides
 * where Apple does not document it.
 */
export function secretsInside(place: SecretPlace, segment: string | number): SecretPlace {
  const { root, schemas, secret } = place;
  if (secret !== undefined) return place;
  const isKnown = root !== undefined && isAppleSchema(root) && schemas.some((schema) => isDocumented(schema, segment));
  const inner = schemas
    .flatMap((schema) => innerSchemas(schema, segment, root))
    .flatMap((one) => withBranches(one, root));
  if (inner.some(({ writeOnly }) => writeOnly === true)) return { root, schemas: inner, secret: 'marked' };
  const isNamed = typeof segment === 'string' && !isKnown && isSecretKey(segment);
  return { root, schemas: inner, ...(isNamed ? { secret: 'named' } : {}) };
}

/**
 * Whether the value at a path of a dictionary is a secret, or stands inside one. What should be a dictionary or an array
 * with secrets, and is something else, counts as a secret too.
 */
export function isSecretPath(root: JsonSchemaObject | undefined, path: readonly (string | number)[]): boolean {
  const place = path.reduce(secretsInside, secretsFrom(root));
  return place.secret !== undefined || (path.length > 0 && mayHoldSecrets(place));
}

const inside = new WeakMap<JsonSchemaObject, boolean>();

/** Whether there are secrets among what may stand inside of a place. */
export function mayHoldSecrets({ root, schemas }: SecretPlace): boolean {
  return schemas.some((schema) => {
    const holds = inside.get(schema) ?? holdsSecrets(schema, root, new Set());
    inside.set(schema, holds);
    return holds;
  });
}

function holdsSecrets(
  schema: JsonSchemaObject,
  root: JsonSchemaObject | undefined,
  visited: Set<JsonSchemaObject>,
): boolean {
  if (visited.has(schema)) return false;
  visited.add(schema);
  const { properties = {}, additionalProperties = true, items = true } = schema;
  const inner = [...Object.values(properties), additionalProperties, items].flatMap((one) => withBranches(one, root));
  return inner.some((one) => one['writeOnly'] === true || holdsSecrets(one, root, visited));
}

function isDocumented({ properties }: JsonSchemaObject, segment: string | number): boolean {
  return typeof segment === 'string' && properties !== undefined && Object.hasOwn(properties, segment);
}

/** An array where a dictionary should be, or the other way round, is looked at as if it were the right one. */
function innerSchemas(
  schema: JsonSchemaObject,
  segment: string | number,
  root: JsonSchemaObject | undefined,
): JsonSchema[] {
  const { properties, additionalProperties, items } = schema;
  if (typeof segment === 'number') return [items ?? schema];
  if (properties !== undefined && Object.hasOwn(properties, segment)) return [properties[segment] ?? true];
  if (additionalProperties !== undefined) return [additionalProperties];
  if (items === undefined) return [];
  return withBranches(items, root).flatMap((item) =>
    item.items === undefined ? innerSchemas(item, segment, root) : [],
  );
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
