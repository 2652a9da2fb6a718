import type { JsonSchema, JsonSchemaObject } from '../../src/schema/json-schema.js';
import { referredKinds, type PayloadReference, type ReferredKind } from '../../src/schema/reference-values.js';
import { overlaySystems, systemsOf, type Systems } from '../../src/schema/supported-systems.js';
import { describeFacts } from './describe-facts.js';

/** How the values of one payload type are written in TypeScript. */
export interface TypeContext {
  /** The names of its definitions begin with this. */
  readonly name: string;
  /** Names to be imported are noted here. */
  readonly imports: Set<string>;
  /** What is known about the systems that the dictionary around is for. */
  readonly systems: Systems;
  /** Where the value stands in the payload, with `*` for any index or key. */
  readonly path: string;
  readonly references: readonly PayloadReference[];
  /** The paths of the references that were met are noted here. */
  readonly met: Set<string>;
}

/** The kinds of things that the references at or below a path may lead to, as far as they were met. */
export function kindsMet({ references, met }: TypeContext, path = ''): ReferredKind[] {
  const found = references.filter((one) => met.has(one.path) && one.path.startsWith(`${path}/`));
  return referredKinds(found.flatMap(({ payloadTypes }) => payloadTypes));
}

/** How the parameter for a kind is called. */
export const parameterOf = (kind: ReferredKind): string => kind.replace(/^./, upper);

const scalars: Readonly<Record<string, string>> = {
  string: 'string',
  boolean: 'boolean',
  integer: 'number | bigint',
  data: 'Uint8Array',
  date: 'Date',
};

/** A schema as a type, over as many lines as it takes; `indent` stands before each but the first. */
export function typeOf(schema: JsonSchema, context: TypeContext, indent: string): string {
  if (typeof schema === 'boolean') return name('PlistInput', context);
  const { $ref, type, items } = schema;
  if ($ref !== undefined) return `${context.name}${$ref.slice('#/$defs/'.length).replace(/^./, upper)}`;
  const listed = schema.const === undefined ? schema.enum : [schema.const];
  if (listed !== undefined) return typeOfList(schema, listed, context);
  const alternatives = typedAlternatives(schema);
  if (alternatives.length > 0) {
    return [...new Set(alternatives.map((inner) => typeOf(inner, context, indent)))].join(' | ');
  }
  const scalar = schema.plist === undefined ? undefined : scalars[schema.plist];
  if (scalar !== undefined) return `${scalar}${alternativeTo(scalar, context)}`;
  if (schema.plist === 'real') return `number | ${name('PlistReal', context)}`;
  if (type === 'array') return typeOfArray(schema, items ?? true, context, indent);
  return type === 'object' ? typeOfDictionary(schema, context, indent) : name('PlistInput', context);
}

/** What may stand for a UUID: the things themselves that it may name. */
function alternativeTo(scalar: string, { path, references, met }: TypeContext): string {
  const reference = references.find((one) => one.path === path);
  if (reference === undefined) return '';
  met.add(path);
  if (scalar !== 'string') throw new Error(`the reference at ${path} is no string`);
  return referredKinds(reference.payloadTypes)
    .map((kind) => ` | ${parameterOf(kind)}`)
    .join('');
}

const below = (context: TypeContext, segment: string): TypeContext => ({
  ...context,
  path: `${context.path}/${segment}`,
});

const upper = (letter: string): string => letter.toUpperCase();

function name(imported: string, { imports }: TypeContext): string {
  imports.add(imported);
  return imported;
}

function typeOfList({ plist }: JsonSchemaObject, listed: readonly unknown[], context: TypeContext): string {
  const literals = listed.map((value) => quote(value));
  return [...literals, ...(plist === 'real' ? [name('PlistReal', context)] : [])].join(' | ');
}

/** Alternatives that only say more about a value of the same type leave that type as it is. */
function typedAlternatives({ anyOf = [] }: JsonSchemaObject): JsonSchemaObject[] {
  const alternatives = anyOf as readonly JsonSchemaObject[];
  return alternatives.filter(({ type, plist, $ref }) => (type ?? plist ?? $ref) !== undefined);
}

/** As many items as are drawn in a type. */
const MAX_DRAWN = 4;

function typeOfArray(
  { minItems, maxItems }: JsonSchemaObject,
  items: JsonSchema,
  context: TypeContext,
  indent: string,
): string {
  const item = typeOf(items, below(context, '*'), indent);
  if (minItems !== undefined && minItems === maxItems && Number(minItems) <= MAX_DRAWN) {
    return `readonly [${Array.from({ length: Number(minItems) }, () => item).join(', ')}]`;
  }
  return `readonly ${/ \| |^readonly /.test(item.replaceAll(/\{[^]*\}/g, '')) ? `(${item})` : item}[]`;
}

function typeOfDictionary(schema: JsonSchemaObject, context: TypeContext, indent: string): string {
  return `{${membersOf(schema, context, `${indent}  `).join('')}\n${indent}}`;
}

/** The keys of a dictionary, each on lines of its own. */
export function membersOf(schema: JsonSchemaObject, context: TypeContext, indent: string): string[] {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const members = Object.entries(properties).map(([key, inner]) => {
    const isRequired = required.includes(key);
    const facts = typeof inner === 'boolean' ? {} : inner;
    const systems = overlaySystems(systemsOf(facts), context.systems);
    const type = typeOf(inner, { ...below(context, key), systems }, indent);
    const member = `readonly ${propertyName(key)}${isRequired ? '' : '?'}: ${type}${isRequired ? '' : ' | undefined'};`;
    return `${comment(describeFacts(facts, context.systems), indent)}\n${indent}${member}`;
  });
  if (additionalProperties === false) return members;
  const others = Object.keys(properties).length > 0 ? true : additionalProperties;
  return [...members, `\n${indent}readonly [key: string]: ${typeOfOthers(others, context, indent)} | undefined;`];
}

/** Beside keys with references, those without a name have to take as much. */
function typeOfOthers(others: JsonSchema, context: TypeContext, indent: string): string {
  const imports = new Set<string>();
  const type = typeOf(others, { ...below(context, '*'), imports }, indent);
  const kinds = kindsMet(context, context.path);
  if (type === 'PlistInput' && kinds.length > 0) {
    return `${name('ReferringInput', context)}<${kinds.map(parameterOf).join(' | ')}>`;
  }
  for (const imported of imports) context.imports.add(imported);
  return type;
}

export function comment(lines: readonly string[], indent: string): string {
  if (lines.length === 0) return '';
  const safe = lines.map((line) => line.replaceAll('*/', '*\\/'));
  if (safe.length === 1) return `\n${indent}/** ${safe.join('')} */`;
  return `\n${indent}/**${safe.map((line) => `\n${indent} * ${line}`).join('')}\n${indent} */`;
}

function propertyName(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}

/** As a literal of TypeScript, in which two line separators of JSON have to be escaped. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  if (typeof value !== 'string') return text;
  return text.includes("'") ? text : `'${text.slice(1, -1).replaceAll('\\"', '"')}'`;
}
