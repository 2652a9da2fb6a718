import type { JsonSchema, JsonSchemaObject } from '../../src/schema/json-schema.js';
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
}

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
  if (scalar !== undefined) return scalar;
  if (schema.plist === 'real') return `number | ${name('PlistReal', context)}`;
  if (type === 'array') return typeOfArray(schema, items ?? true, context, indent);
  return type === 'object' ? typeOfDictionary(schema, context, indent) : name('PlistInput', context);
}

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
  const item = typeOf(items, context, indent);
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
    const type = typeOf(inner, { ...context, systems: overlaySystems(systemsOf(facts), context.systems) }, indent);
    const member = `readonly ${propertyName(key)}${isRequired ? '' : '?'}: ${type}${isRequired ? '' : ' | undefined'};`;
    return `${comment(describeFacts(facts, context.systems), indent)}\n${indent}${member}`;
  });
  if (additionalProperties === false) return members;
  const others = Object.keys(properties).length > 0 ? true : additionalProperties;
  return [...members, `\n${indent}readonly [key: string]: ${typeOf(others, context, indent)} | undefined;`];
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
