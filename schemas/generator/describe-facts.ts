import type { JsonSchemaObject } from '../../src/schema/json-schema.js';

type Facts = Readonly<Record<string, unknown>>;
type SystemFacts = readonly (readonly [system: string, facts: Facts])[];

/** By system: introduced, deprecated, removed, supervised ... */
export type Systems = Readonly<Record<string, Facts>>;

/**
 * What is known about a key or a payload, in short lines for the editor: facts, and no sentence of Apple's.
 *
 * @param around what is said about the dictionary that the key stands in
 */
export function describeFacts(schema: JsonSchemaObject, around: Systems = {}): string[] {
  const { 'x-apple': facts = {} } = schema;
  const systems = Object.entries(systemsOf(schema));
  return [
    ...describeVersions(systems),
    ...describeDemands(systems),
    ...describeValue(schema),
    ...describeItems(schema),
    ...describeDefaults(schema, (facts['defaults'] ?? []) as readonly Facts[]),
    ...(schema['writeOnly'] === true ? ['Secret.'] : []),
    ...describeEnd(systems, inheritSystems(schema, around)),
  ];
}

function systemsOf(schema: JsonSchemaObject): Systems {
  return (schema['x-apple']?.['supportedOS'] ?? {}) as Systems;
}

/** A key is for the systems of the dictionary around it, where it does not say otherwise. */
export function inheritSystems(schema: JsonSchemaObject, around: Systems): Systems {
  const own = systemsOf(schema);
  const names = [...new Set([...Object.keys(around), ...Object.keys(own)])];
  return Object.fromEntries(names.map((system) => [system, { ...around[system], ...own[system] }]));
}

/** Editors strike out what no system wants any more. */
function describeEnd(own: SystemFacts, all: Systems): string[] {
  const isOver = ({ deprecated, removed }: Facts): boolean => (removed ?? deprecated) !== undefined;
  const current = Object.values(all).filter(({ introduced }) => introduced !== 'n/a');
  const isNews = own.some(([, facts]) => isOver(facts));
  return isNews && current.every(isOver) ? ['@deprecated on all systems'] : [];
}

function describeVersions(systems: SystemFacts): string[] {
  const none = systems.filter(([, { introduced }]) => introduced === 'n/a').map(([system]) => system);
  const versions = (fact: string): string[] =>
    systems.flatMap(([system, facts]) =>
      facts[fact] === undefined || facts[fact] === 'n/a'
        ? []
        : [`${system} ${JSON.stringify(facts[fact]).replaceAll('"', '')}`],
    );
  return [
    ...sentence('Since', versions('introduced')),
    ...sentence('Not for', none),
    ...sentence('Deprecated in', versions('deprecated')),
    ...sentence('Removed in', versions('removed')),
  ];
}

/** What must hold on a device before it takes the key. */
const demands: readonly (readonly [fact: string, value: unknown, words: string])[] = [
  ['supervised', true, 'Needs supervision on'],
  ['supervised', false, 'Needs no supervision on'],
  ['requiresdep', true, 'Needs automated enrolment on'],
  ['userapprovedmdm', true, 'Needs user-approved MDM on'],
  ['allowmanualinstall', false, 'Not to be installed by hand on'],
  ['multiple', false, 'Only in one payload on'],
  ['devicechannel', false, 'Not in the device channel on'],
  ['userchannel', false, 'Not in the user channel on'],
];

function describeDemands(systems: SystemFacts): string[] {
  const such = (holds: (facts: Facts) => boolean): string[] =>
    systems.filter(([, facts]) => facts['introduced'] !== 'n/a' && holds(facts)).map(([system]) => system);
  const modes = (fact: string): string[] => [...new Set(systems.flatMap(([, facts]) => modeOf(facts, fact) ?? []))];
  const isNews = (fact: string, value: unknown): boolean =>
    // That supervision is not needed is worth a word only beside a system where it is.
    fact !== 'supervised' || value === true || systems.some(([, facts]) => facts['supervised'] === true);
  return [
    ...demands.flatMap(([fact, value, words]) =>
      isNews(fact, value)
        ? sentence(
            words,
            such((facts) => facts[fact] === value),
          )
        : [],
    ),
    ...modes('userenrollment').flatMap((mode) =>
      sentence(
        `User enrolment: ${mode} on`,
        such((facts) => modeOf(facts, 'userenrollment') === mode),
      ),
    ),
    ...modes('sharedipad').map((mode) => `Shared iPad: ${mode}.`),
  ];
}

function modeOf(facts: Facts, fact: string): string | undefined {
  const mode = (facts[fact] as Facts | undefined)?.['mode'];
  return typeof mode === 'string' ? mode : undefined;
}

function describeValue(schema: JsonSchemaObject): string[] {
  const alternatives = (schema['anyOf'] ?? []) as readonly JsonSchemaObject[];
  const ranges = [schema, ...alternatives].filter(({ minimum, maximum }) => (minimum ?? maximum) !== undefined);
  const listed = alternatives.flatMap(({ enum: values = [], type }) => (type === undefined ? values : []));
  const { minItems, maxItems, pattern } = schema;
  return [
    ...sentence('One of', [
      ...listed.map((value) => code(value)),
      ...(listed.length === 0 ? [] : ranges.map(({ minimum, maximum }) => span(minimum, maximum))),
    ]),
    ...sentence('Range:', listed.length > 0 ? [] : ranges.map(({ minimum, maximum }) => span(minimum, maximum))),
    ...sentence('Form:', pattern === undefined ? [] : [code(pattern)]),
    ...sentence('Number of items:', (minItems ?? maxItems) === undefined ? [] : [span(minItems, maxItems)]),
  ];
}

/** What is demanded of the items of an array, which have no place of their own for a comment. */
function describeItems({ items }: JsonSchemaObject): string[] {
  return typeof items === 'object' && items.type !== 'object'
    ? describeValue(items).map((line) => `Items: ${line}`)
    : [];
}

function span(least: unknown, most: unknown): string {
  if (least === most) return JSON.stringify(least);
  if (most === undefined) return `at least ${JSON.stringify(least)}`;
  return least === undefined
    ? `at most ${JSON.stringify(most)}`
    : `${JSON.stringify(least)} to ${JSON.stringify(most)}`;
}

function describeDefaults({ default: value }: JsonSchemaObject, others: readonly Facts[]): string[] {
  return [
    ...sentence('Default:', value === undefined ? [] : [code(value)]),
    ...others.flatMap(({ default: other, platforms, when }) => {
      const where = [...((platforms ?? []) as readonly string[]), ...Object.entries((when ?? {}) as Facts).map(String)];
      return sentence(`Default on ${where.join(', ').replaceAll(',', ' ')}:`, [code(other)]);
    }),
  ];
}

function sentence(words: string, parts: readonly string[]): string[] {
  return parts.length === 0 ? [] : [`${words} ${parts.join(', ')}.`];
}

const code = (value: unknown): string =>
  `\`${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('`', '\\`')}\``;
