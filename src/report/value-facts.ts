import type { JsonSchemaObject } from '../schema/json-schema.js';
import { describeConditions, describeOpposite, type Conditions } from './describe-conditions.js';

/** What may stand in a value, as Apple's table has it. */
export interface ValueFacts {
  /** What a text stands for: `hostname`, `url`. */
  readonly subtype?: string;
  /** The values that may stand there; beside a range, either may. */
  readonly values?: readonly unknown[];
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly pattern?: unknown;
  readonly minItems?: unknown;
  readonly maxItems?: unknown;
  /** What may stand in an item of an array. */
  readonly items?: ValueFacts;
  readonly default?: unknown;
  /** Defaults that hold under conditions. */
  readonly defaults?: readonly (Conditions & { readonly default: unknown })[];
  /** What holds unless the conditions do. */
  readonly unless?: readonly (Conditions & { readonly value: ValueFacts })[];
}

/** Reads what a schema demands of a value, and what is assumed without it. */
export function readValueFacts(schema: JsonSchemaObject): ValueFacts {
  const alternatives = [schema, ...((schema['anyOf'] ?? []) as readonly JsonSchemaObject[])];
  const own = alternatives.filter(({ type }) => type !== 'array');
  const values = own.flatMap(({ const: only, enum: listed = [] }) => (only === undefined ? listed : [only]));
  const range = own.find(({ minimum, maximum }) => (minimum ?? maximum) !== undefined) ?? {};
  const list = alternatives.find(({ type }) => type === 'array') ?? schema;
  const items = typeof list.items === 'object' && list.items.type !== 'object' ? readValueFacts(list.items) : {};
  const { subtype, defaults, unless } = (schema['x-apple'] ?? {}) as {
    readonly subtype?: string;
    readonly defaults?: readonly (Conditions & { readonly default: unknown })[];
    readonly unless?: readonly (Conditions & { readonly schema: JsonSchemaObject })[];
  };
  return {
    ...(subtype === undefined ? {} : { subtype: subtype.replaceAll(/[<>]/g, '') }),
    ...(values.length === 0 ? {} : { values: [...new Set(values)] }),
    ...pick(range, 'minimum', 'maximum'),
    ...pick(schema, 'pattern'),
    ...pick(list, 'minItems', 'maxItems'),
    ...(Object.keys(items).length === 0 ? {} : { items }),
    ...pick(schema, 'default'),
    ...(defaults === undefined ? {} : { defaults }),
    ...(unless === undefined
      ? {}
      : { unless: unless.map(({ schema: other, ...rest }) => ({ ...rest, value: readValueFacts(other) })) }),
  };
}

function pick(schema: JsonSchemaObject, ...names: readonly (keyof ValueFacts)[]): ValueFacts {
  return Object.fromEntries(names.filter((name) => schema[name] !== undefined).map((name) => [name, schema[name]]));
}

/**
 * The facts in words, phrase by phrase: `range: 0 to 5`, `default: 3`.
 *
 * @param code how a value is marked up
 */
export function describeValueFacts(facts: ValueFacts, code: (text: string) => string): string[] {
  const { values = [], minimum, maximum, pattern, minItems, maxItems, items } = facts;
  const ranges = (minimum ?? maximum) === undefined ? [] : [span(minimum, maximum)];
  const choices = values.map((value) => code(literal(value)));
  return [
    ...phrase('kind:', facts.subtype === undefined ? [] : [facts.subtype]),
    ...phrase(
      choices.length + ranges.length === 1 ? 'only' : 'one of',
      choices.length === 0 ? [] : [...choices, ...ranges],
    ),
    ...phrase('range:', choices.length === 0 ? ranges : []),
    ...phrase('form:', pattern === undefined ? [] : [code(literal(pattern))]),
    ...phrase('number of items:', (minItems ?? maxItems) === undefined ? [] : [span(minItems, maxItems)]),
    ...(items === undefined ? [] : describeValueFacts(items, code).map((words) => `items: ${words}`)),
    ...describeDefaults(facts, code),
    ...(facts.unless ?? []).flatMap(({ value, ...conditions }) =>
      describeValueFacts(value, code).map((words) => `${describeOpposite(conditions)}: ${words}`),
    ),
  ];
}

function describeDefaults({ default: value, defaults = [] }: ValueFacts, code: (text: string) => string): string[] {
  return [
    ...phrase('default:', value === undefined ? [] : [code(literal(value))]),
    ...defaults.flatMap(({ default: other, ...conditions }) =>
      phrase(`default (${describeConditions(conditions)}):`, [code(literal(other))]),
    ),
  ];
}

function span(least: unknown, most: unknown): string {
  if (least === most) return literal(least);
  if (most === undefined) return `at least ${literal(least)}`;
  return least === undefined ? `at most ${literal(most)}` : `${literal(least)} to ${literal(most)}`;
}

function phrase(words: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [`${words} ${parts.join(', ')}`];
}

const literal = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : JSON.stringify(value));
