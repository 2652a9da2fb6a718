import { describeLifetimes, systemNames } from '../src/report/describe-systems.js';
import { loadSchema, type SchemaName } from '../src/schema/catalogue.js';
import { countKeys, payloadKeys } from '../src/schema/payload-keys.js';
import { systemsOf } from '../src/schema/supported-systems.js';
import { table } from './markdown.js';
import { describePayloadPage, note } from './payload-page.js';
import { readPayloadRules, type PayloadRule } from './payload-rules.js';

const introduction = `
Every payload type that Apple documents, with the version that each system has it from. A page lists the keys, what may stand in
them, on which systems, and the rules that the key tables cannot say. The same facts are in the comments of the types
([any payload, typed](../typed-payloads.md)), in \`profilewright schema\`, and in the JSON Schemas that the package has under
\`profilewright/schemas/\`.`;

const reading = `
- A key is for the systems of the dictionary around it, where it does not say otherwise; that of the page is the payload.
- A type that is a link leads to the keys of the dictionary. \`*\` is a key of any name.
- \`required\` is within the dictionary: a dictionary that is left out needs none of its keys.
- \`secret\` values are never shown by this package, in no message and no report.
- Versions of iOS are those of iPadOS too.`;

/** The index and the pages of all payload types, by the name of their file. */
export function describePayloads(types: readonly SchemaName[]): Map<string, string> {
  const others: readonly SchemaName[] = ['TopLevel', 'CommonPayloadKeys'];
  const rules = readPayloadRules([...others, ...types]);
  const rulesOf = (name: SchemaName): readonly PayloadRule[] => rules.get(name) ?? [];
  const row = (name: SchemaName): string[] => [
    `[${name}](${name}.md)`,
    ...describeLifetimes(systemsOf(loadSchema(name))),
    String(countKeys(payloadKeys(name))),
    String(rulesOf(name).length),
  ];
  const index = [
    '# Payload types',
    note,
    introduction.trim(),
    table(['payload type', ...systemNames, 'keys', 'rules'], types.map(row)),
    'Besides there are the keys of the profile itself, and those that every payload has:',
    table(['page', ...systemNames, 'keys', 'rules'], others.map(row)),
    '## How to read a page',
    reading.trim(),
  ].join('\n\n');
  return new Map([
    ['README.md', index],
    ...[...others, ...types].map((name): [string, string] => [`${name}.md`, describePayloadPage(name, rulesOf(name))]),
  ]);
}
