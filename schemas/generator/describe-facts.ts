import { describeSystems } from '../../src/report/describe-systems.js';
import { describeValueFacts, readValueFacts, type ValueFacts } from '../../src/report/value-facts.js';
import type { JsonSchemaObject } from '../../src/schema/json-schema.js';
import { overlaySystems, systemsOf, type Systems } from '../../src/schema/supported-systems.js';
import { capitalize } from './content-names.js';

/**
 * What is known about a key or a payload, in short lines for the editor: facts, and no sentence of Apple's.
 *
 * @param around what is said about the dictionary that the key stands in
 */
export function describeFacts(schema: JsonSchemaObject, around: Systems = {}): string[] {
  const phrases = [
    ...describeSystems(systemsOf(schema)),
    ...describeValueFacts(withoutToldValues(schema), code),
    ...(schema['writeOnly'] === true ? ['secret'] : []),
  ];
  return [...phrases.map((words) => `${capitalize(words)}.`), ...describeEnd(schema, around)];
}

/** Editors strike out what no system wants any more. */
function describeEnd(schema: JsonSchemaObject, around: Systems): string[] {
  const own = systemsOf(schema);
  const isOver = ({ deprecated, removed }: Systems[string]): boolean => (removed ?? deprecated) !== undefined;
  const current = Object.values(overlaySystems(own, around)).filter(({ introduced }) => introduced !== 'n/a');
  const isNews = Object.values(own).some(isOver);
  return isNews && current.every(isOver) ? ['@deprecated on all systems'] : [];
}

/** Listed values are the type of the key already, but those that stand beside a range. */
function withoutToldValues(schema: JsonSchemaObject): ValueFacts {
  const { values, items, ...rest } = readValueFacts(schema);
  const alternatives = (schema['anyOf'] ?? []) as readonly JsonSchemaObject[];
  const isBesideRange = alternatives.some(({ type, enum: listed }) => type === undefined && listed !== undefined);
  return {
    ...rest,
    ...(values === undefined || !isBesideRange ? {} : { values }),
    ...(items === undefined || typeof schema.items !== 'object' ? {} : { items: withoutToldValues(schema.items) }),
  };
}

const code = (text: string): string => `\`${text.replaceAll('`', '\\`')}\``;
