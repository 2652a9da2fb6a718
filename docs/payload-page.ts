import { describeConditions } from '../src/report/describe-conditions.js';
import { describeCondition, describeKeyType } from '../src/report/describe-payload-type.js';
import { describeSystems, tabulateSystems } from '../src/report/describe-systems.js';
import { describeValueFacts, readValueFacts } from '../src/report/value-facts.js';
import { count } from '../src/report/text-layout.js';
import { loadSchema, type SchemaName } from '../src/schema/catalogue.js';
import { countKeys, payloadKeys, type KeyCondition, type PayloadKey } from '../src/schema/payload-keys.js';
import { presentSystems, systemsOf } from '../src/schema/supported-systems.js';
import { Anchors, cellCode, literal, table } from './markdown.js';
import type { PayloadRule } from './payload-rules.js';
import { keyPath, ruleKeys } from './rule-keys.js';

export const note =
  '<!-- Written by `npm run docs` from schemas/. Change the schemas or their rules, not this page. -->';

/** The page of a payload type: its systems, its keys, one table a dictionary, and its rules. */
export function describePayloadPage(name: SchemaName, rules: readonly PayloadRule[]): string {
  const schema = loadSchema(name);
  const keys = payloadKeys(name);
  const { systems, rows } = tabulateSystems(presentSystems(systemsOf(schema)));
  return [
    `# ${name}`,
    note,
    introduce(name, keys),
    ...(rows.length === 0 ? [] : [table(['', ...systems], rows)]),
    ...new KeyTables(keys).sections,
    ...(rules.length === 0 ? [] : ['## Rules', tabulateRules(name, rules, conditionOf(keys))]),
    describeSources(schema['x-apple'] as unknown as Sources),
  ].join('\n\n');
}

function introduce(name: SchemaName, keys: readonly PayloadKey[]): string {
  const number = count(countKeys(keys), 'key');
  const others =
    name === 'CommonPayloadKeys'
      ? ' that every payload has. Where they are left out, they come from the options or are derived'
      : name === 'TopLevel'
        ? ' of the profile itself, around its payloads'
        : ', besides [those that every payload has](CommonPayloadKeys.md)';
  return `${number}${others}. On the command line: \`profilewright schema ${name}\`.`;
}

const conditionOf = (keys: readonly PayloadKey[]): KeyCondition | undefined =>
  keys.find(({ condition }) => condition?.holds === true)?.condition;

/** One table a dictionary. Dictionaries with the same keys share one, so that one that contains itself has an end. */
class KeyTables {
  readonly sections: string[] = [];
  readonly #anchors = new Anchors();
  readonly #known = new Map<string, string>();

  constructor(keys: readonly PayloadKey[]) {
    for (const condition of new Set(keys.map((key) => key.condition))) {
      const words = condition === undefined ? '' : ` ${describeCondition(condition, cellCode)}`;
      const heading = `Keys${words}`;
      this.#anchors.add(heading);
      const among = keys.filter((key) => key.condition === condition);
      this.#write(`## ${heading}`, among);
    }
  }

  #write(heading: string, keys: readonly PayloadKey[]): void {
    const place = this.sections.push(heading) - 1;
    const rows = keys.map((key) => {
      const values = describeValueFacts(readValueFacts(key.schema), cellCode);
      return [cellCode(key.name), this.#type(key), values.join('; '), describeSystems(key.said).join('; ')];
    });
    this.sections[place] = `${heading}\n\n${table(['key', 'type', 'values', 'systems'], rows)}`;
  }

  /** The type, which leads to the keys of the dictionary in it. */
  #type(key: PayloadKey): string {
    const type = describeKeyType(key);
    if (key.keys.length === 0 && key.repeats === undefined) return type;
    return type.replace('dictionary', `[dictionary](#${this.#place(key)})`);
  }

  #place(key: PayloadKey): string {
    const identity =
      key.definition ?? JSON.stringify(key.keys.map((inner) => [inner.name, inner.isRequired, inner.schema]));
    const known = this.#known.get(identity);
    if (known !== undefined) return known;
    const anchor = this.#anchors.add(key.path);
    this.#known.set(identity, anchor);
    this.#write(`### ${cellCode(key.path)}`, key.keys);
    return anchor;
  }
}

function tabulateRules(name: SchemaName, rules: readonly PayloadRule[], condition: KeyCondition | undefined): string {
  const systems = Object.keys(presentSystems(systemsOf(loadSchema(name))));
  const rows = rules.map((rule) => {
    // A second file of a payload type holds where its keys do.
    const isSpecial = condition !== undefined && rule.file !== name;
    const holds = [...(isSpecial ? [describeCondition(condition, cellCode)] : []), describeScope(rule, systems)];
    return [cellCode(rule.id), rule.severity, holds.filter((words) => words !== '').join(', '), describeRule(rule)];
  });
  return table(['rule', 'severity', 'holds for', 'what it says'], rows);
}

/** When a rule holds; that it holds on all systems of the payload goes without saying. */
function describeScope({ platforms, since, until, when }: PayloadRule, systems: readonly string[]): string {
  const isEverywhere = systems.every((system) => platforms?.includes(system));
  const isBounded = (since ?? until) !== undefined;
  return describeConditions({
    ...(platforms === undefined || (isEverywhere && !isBounded) ? {} : { platforms }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(when === undefined ? {} : { when }),
  });
}

function describeRule(rule: PayloadRule): string {
  const { note: words, inherits, check } = rule;
  const from = inherits === undefined ? [] : [`See [${inherits.from}](${inherits.from}.md).`];
  const more = check?.kind === 'replaced-by' ? describeReplacements(check.keys ?? []) : unnamedKeys(rule);
  return [literal(words), ...from, ...more].join(' ');
}

/** The keys that a rule is about and does not name. */
function unnamedKeys(rule: PayloadRule): string[] {
  const words = rule.note.split(/[^\w.-]+|\.$/);
  const keys = ruleKeys(rule).filter((path) => !words.includes(path.slice(path.lastIndexOf('.') + 1)));
  return keys.length === 0 ? [] : [`${keys.length === 1 ? 'Key' : 'Keys'}: ${keys.map(cellCode).join(', ')}.`];
}

function describeReplacements(keys: readonly { readonly path?: string; readonly by: string }[]): string[] {
  return [...new Set(keys.map(({ by }) => by))].map((by) => {
    const paths = keys.flatMap(({ by: other, path }) => (other === by && path !== undefined ? [nameOf(path)] : []));
    return `${paths.length === 0 ? 'The payload' : paths.join(', ')} → ${nameOf(by)}.`;
  });
}

/** What stands in front of `#` is another payload type, or a declaration. */
function nameOf(target: string): string {
  const [type = '', pointer = ''] = target.startsWith('/') ? ['', target] : target.split('#');
  return [type, keyPath(pointer)]
    .filter((part) => part !== '')
    .map(cellCode)
    .join(' ');
}

interface Sources {
  readonly sources: readonly { readonly file: string; readonly release: string; readonly commit: string }[];
}

function describeSources({ sources }: Sources): string {
  const origins = new Map<string, string[]>();
  for (const { file, release, commit } of sources) {
    const origin = `commit ${commit.slice(0, 7)}, ${release}`;
    origins.set(origin, [...(origins.get(origin) ?? []), `\`${file}\``]);
  }
  const parts = [...origins].map(([origin, files]) => `${files.join(', ')} (${origin})`);
  return `Facts from Apple's device-management schema: ${parts.join('; ')}.`;
}
