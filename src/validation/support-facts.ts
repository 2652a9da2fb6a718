import type { Platform } from '../device/platform.js';
import { allPlatforms } from '../device/device-context.js';
import type { JsonSchema, JsonSchemaObject } from '../schema/json-schema.js';
import { isDictionary } from '../schema/plist-type.js';
import { fits } from './fragment/find-faults.js';
import type { Fragment } from './fragment/fragment.js';

/** How a payload or key stands to user enrolment or Shared iPad. */
interface Mode {
  readonly mode?: 'allowed' | 'required' | 'forbidden' | 'ignored';
  readonly devicechannel?: boolean;
  readonly userchannel?: boolean;
}

/** What Apple's table says about one system; `introduced` is `n/a` where there is no such payload or key. */
export interface SystemFacts {
  readonly introduced?: string;
  readonly deprecated?: string;
  readonly removed?: string;
  readonly supervised?: boolean;
  readonly multiple?: boolean;
  readonly devicechannel?: boolean;
  readonly userchannel?: boolean;
  readonly allowmanualinstall?: boolean;
  readonly userapprovedmdm?: boolean;
  readonly requiresdep?: boolean;
  readonly userenrollment?: Mode;
  readonly sharedipad?: Mode;
}

export type SupportFacts = Readonly<Partial<Record<Platform, SystemFacts>>>;

/** The facts of a place that has none: always the same object. */
const noFacts: SupportFacts = Object.freeze({});

/** The facts that stand at one place of a schema, without those that it inherits. */
export function supportOf(schema: JsonSchema | undefined): SupportFacts {
  if (typeof schema !== 'object') return noFacts;
  return schema['x-apple']?.['supportedOS'] ?? noFacts;
}

/** `age`: whether something is deprecated or removed, which is told of all devices; the rest needs one that is known. */
export type FactsInQuestion = 'all' | 'age';

const keywordsWithSchemas = ['items', 'additionalProperties', 'then', 'else', 'allOf', 'anyOf', 'oneOf'] as const;
const answers = { all: new WeakMap<JsonSchemaObject, boolean>(), age: new WeakMap<JsonSchemaObject, boolean>() };

/** Whether the table says anything about a value with this schema, or about what may stand inside. */
export function hasFacts(schema: JsonSchema | undefined, root: JsonSchemaObject, question: FactsInQuestion): boolean {
  const resolved = resolve(schema, root);
  if (typeof resolved !== 'object') return false;
  const known = answers[question].get(resolved);
  if (known !== undefined) return known;
  // What leads into itself may have facts, until it is known that it has none.
  answers[question].set(resolved, true);
  const inner = keywordsWithSchemas.flatMap(
    (keyword) => (resolved[keyword] ?? []) as JsonSchema | readonly JsonSchema[],
  );
  const answer =
    hasOwnFacts(resolved, question) ||
    [...Object.values(resolved.properties ?? {}), ...inner].some((one) => hasFacts(one, root, question));
  answers[question].set(resolved, answer);
  return answer;
}

/** Whether the table says anything here, whatever it says about what stands inside. */
export function hasOwnFacts(schema: JsonSchema, question: FactsInQuestion): boolean {
  const systems = Object.values(supportOf(schema));
  if (question === 'age') return systems.some(({ deprecated, removed }) => (deprecated ?? removed) !== undefined);
  return systems.length > 0 || (typeof schema === 'object' && schema['x-apple']?.['unless'] !== undefined);
}

/** What holds for a key inside something else: what is not said about it, its surroundings say. */
export function inheritSupport(outer: SupportFacts, own: SupportFacts): SupportFacts {
  if (own === noFacts) return outer;
  const merged = allPlatforms.flatMap((platform) => {
    const facts = { ...outer[platform], ...own[platform] };
    if (outer[platform]?.introduced === 'n/a') return [[platform, outer[platform]] as const];
    return Object.keys(facts).length === 0 ? [] : [[platform, facts] as const];
  });
  return Object.fromEntries(merged);
}

/** The systems that a payload is for: all but those of which the table says that there is no such payload. */
export function supportedPlatforms(facts: SupportFacts): readonly Platform[] {
  return allPlatforms.filter((platform) => facts[platform]?.introduced !== 'n/a');
}

/** The version from which on there is such a key or payload; undefined when it was always there, or nobody knows. */
export function introducedIn(facts: SupportFacts, platform: Platform): string | undefined {
  const introduced = facts[platform]?.introduced;
  return introduced === 'n/a' || introduced === 'all' ? undefined : introduced;
}

/**
 * The schema of a key in a dictionary, wherever a schema may name it, in the branch that the dictionary takes too;
 * references lead into the definitions of `root`. Of several, the one that says more than a type.
 */
export function schemaOfKey(
  schema: JsonSchema,
  key: string,
  root: JsonSchemaObject,
  dictionary?: unknown,
): JsonSchema | undefined {
  const resolved = resolve(schema, root);
  if (typeof resolved !== 'object') return undefined;
  if (!branching.some((keyword) => resolved[keyword] !== undefined)) return namedSchema(resolved, key, root);
  const candidates = schemasOfKey(resolved, key, root, dictionary);
  return candidates.find(saysMore) ?? candidates[0];
}

const branching = ['allOf', 'anyOf', 'oneOf', 'if'] as const;

function schemasOfKey(schema: JsonSchema, key: string, root: JsonSchemaObject, dictionary: unknown): JsonSchema[] {
  const resolved = resolve(schema, root);
  if (typeof resolved !== 'object') return [];
  const own = namedSchema({ properties: resolved.properties ?? {} }, key, root);
  const found = [
    ...(own === undefined ? [] : [own]),
    ...branchesOf(resolved, dictionary).flatMap((branch) => schemasOfKey(branch, key, root, dictionary)),
  ];
  const other = namedSchema(resolved, key, root);
  return found.length === 0 && other !== undefined ? [other] : found;
}

/** What the schema itself says about a key, or about all keys that it does not name. */
function namedSchema(
  { properties = {}, additionalProperties }: JsonSchemaObject,
  key: string,
  root: JsonSchemaObject,
): JsonSchema | undefined {
  const own = Object.hasOwn(properties, key) ? resolve(properties[key], root) : undefined;
  return own ?? (typeof additionalProperties === 'object' ? resolve(additionalProperties, root) : undefined);
}

function saysMore(schema: JsonSchema): boolean {
  return (
    typeof schema === 'object' && ['x-apple', 'properties', 'items'].some((keyword) => Object.hasOwn(schema, keyword))
  );
}

/** The schema of the items of a list. */
export function schemaOfItem(schema: JsonSchema, root: JsonSchemaObject): JsonSchema | undefined {
  const resolved = resolve(schema, root);
  return typeof resolved === 'object' ? resolve(resolved.items, root) : undefined;
}

function branchesOf(schema: JsonSchemaObject, dictionary: unknown): readonly JsonSchema[] {
  const always = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => (schema[keyword] ?? []) as readonly JsonSchema[]);
  const condition = schema['if'] as Fragment | undefined;
  if (condition === undefined || dictionary === undefined) return always;
  const taken = schema[fits(condition, dictionary) ? 'then' : 'else'] as JsonSchema | undefined;
  return taken === undefined ? always : [...always, taken];
}

const DEFINITIONS = '#/$defs/';

function resolve(schema: JsonSchema | undefined, root: JsonSchemaObject): JsonSchema | undefined {
  if (typeof schema !== 'object' || schema.$ref?.startsWith(DEFINITIONS) !== true) return schema;
  const name = schema.$ref.slice(DEFINITIONS.length);
  return root.$defs !== undefined && Object.hasOwn(root.$defs, name) ? root.$defs[name] : undefined;
}

/** What the table says about the key at a path of a dictionary, with all that it inherits from around it. */
export function supportAt(root: JsonSchemaObject, path: readonly string[], dictionary: unknown): SupportFacts {
  let facts = supportOf(root);
  let schema: JsonSchema | undefined = root;
  let value = dictionary;
  for (const segment of path) {
    if (schema === undefined) break;
    schema = Array.isArray(value) ? schemaOfItem(schema, root) : schemaOfKey(schema, segment, root, value);
    value = Array.isArray(value) || isDictionary(value) ? (Reflect.get(value, segment) as unknown) : undefined;
    facts = inheritSupport(facts, supportOf(schema));
  }
  return facts;
}
