import { isPayloadType, type SchemaName } from '../schema/catalogue.js';
import { countKeys, type KeyCondition, type PayloadKey } from '../schema/payload-keys.js';
import { presentSystems, type Systems } from '../schema/supported-systems.js';
import { describeSystems, tabulateSystems } from './describe-systems.js';
import { describeValueFacts, readValueFacts } from './value-facts.js';
import { alignColumns, count } from './text-layout.js';

const plain = (text: string): string => text;

/** A payload type as text: its systems, and its keys as a table, those of a dictionary below it. */
export function describePayloadType(name: SchemaName, systems: Systems, keys: readonly PayloadKey[]): string {
  const common = isPayloadType(name) ? ', besides the CommonPayloadKeys' : '';
  return [
    `${name}: ${count(countKeys(keys), 'key')}${common}`,
    describeSystemTable(presentSystems(systems)),
    describeKeys(keys),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** One key in full, and the table of those inside of it. */
export function describePayloadKey(key: PayloadKey): string {
  const condition = key.condition === undefined ? [] : [describeCondition(key.condition, plain)];
  const facts = [...condition, ...describeKeyFacts(key)];
  return [
    [`${key.path}: ${describeKeyType(key)}`, ...facts.map((words) => `  ${words}`)].join('\n'),
    describeSystemTable(key.systems),
    describeKeys(key.keys),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Which keys hold only under a condition, in words. */
export function describeCondition({ key, value, holds }: KeyCondition, code: (text: string) => string): string {
  return `where ${code(key)} is ${holds ? '' : 'not '}${code(value)}`;
}

/** `array of string, required, secret` */
export function describeKeyType({ type, isRequired, isSecret }: PayloadKey): string {
  return [type, ...(isRequired ? ['required'] : []), ...(isSecret ? ['secret'] : [])].join(', ');
}

function describeKeyFacts({ schema, repeats }: PayloadKey): string[] {
  const again = repeats === undefined ? [] : [`the keys of ${repeats} again`];
  return [...describeValueFacts(readValueFacts(schema), plain), ...again];
}

function describeSystemTable(systems: Systems): string {
  const table = tabulateSystems(systems);
  return table.rows.length === 0 ? '' : alignColumns([['', ...table.systems], ...table.rows]).join('\n');
}

/** A table for the keys that are always there, and one for those of each condition. */
function describeKeys(keys: readonly PayloadKey[]): string {
  const conditions = [...new Set(keys.map(({ condition }) => condition))];
  return conditions
    .map((condition) => {
      const rows = keyRows(
        keys.filter((key) => key.condition === condition),
        '',
      );
      const title = condition === undefined ? [] : [describeCondition(condition, plain)];
      return [...title, ...alignColumns([['key', 'type', 'values and systems'], ...rows])].join('\n');
    })
    .join('\n\n');
}

function keyRows(keys: readonly PayloadKey[], margin: string): (readonly string[])[] {
  return keys.flatMap((key) => [
    [`${margin}${key.name}`, describeKeyType(key), [...describeKeyFacts(key), ...describeSystems(key.said)].join('; ')],
    ...keyRows(key.keys, `${margin}  `),
  ]);
}
