import { parse } from 'yaml';
import type { JsonSchemaObject } from '../../src/schema/json-schema.js';
import { refuseUnknown } from './known-fields.js';

/** What must hold for a rule or an override to hold. */
export interface Conditions {
  readonly platforms?: readonly string[];
  readonly since?: Readonly<Record<string, string>>;
  readonly until?: Readonly<Record<string, string>>;
  readonly when?: Readonly<Record<string, unknown>>;
}

/** Replaces what the key table says about one key: whether it must be there, its whole schema, or its default. */
export interface Override extends Conditions {
  /** Key names behind slashes, from the top of the dictionary: `/A/B`; `*` stands for the items of an array. */
  readonly path: string;
  readonly presence?: 'required' | 'optional';
  readonly schema?: JsonSchemaObject;
  readonly default?: string | number | boolean;
  /** The dictionary at this path, whose keys may stand at `path` too; none of them is required there. */
  readonly keysOf?: string;
}

/** Keys of another payload type hold here too: all of them, or the one at `path`. */
export interface Inheritance {
  readonly from: string;
  readonly path?: string;
}

/** What a file of `schemas/rules/` says about the schema; what its rules judge is not read here. */
export interface RulesFile {
  readonly overrides: readonly Override[];
  readonly inherits: readonly Inheritance[];
}

type Rule = Readonly<Record<string, unknown>> & Conditions;

const ruleFields = [
  'id',
  'severity',
  'note',
  'if',
  'then',
  'platforms',
  'since',
  'until',
  'when',
  'profile',
  'references',
  'overrides',
  'inherits',
  'check',
];
const overrideFields = ['path', 'presence', 'schema', 'default', 'keysOf', 'platforms', 'when'];

/** Reads a file of rules. Fails on every field that is not known. */
export function readRules(name: string, text: string): RulesFile {
  const rules: unknown = parse(text);
  if (!Array.isArray(rules)) throw new Error(`${name}: expected a list of rules`);
  const read = (rules as readonly Rule[]).map((rule, index) => readRule(name, rule, index));
  return {
    overrides: read.flatMap(({ overrides }) => overrides),
    inherits: read.flatMap(({ inherits }) => inherits),
  };
}

function readRule(name: string, rule: Rule, index: number): RulesFile {
  const place = `${name} ${typeof rule['id'] === 'string' ? rule['id'] : String(index)}`;
  refuseUnknown(place, rule, ruleFields);
  const overrides = (rule['overrides'] ?? []) as readonly Override[];
  for (const override of overrides) refuseUnknown(`${place} override`, override, overrideFields);
  const inherits = rule['inherits'] as Inheritance | undefined;
  if (inherits !== undefined) refuseUnknown(`${place} inherits`, inherits, ['from', 'path']);
  return {
    overrides: overrides.map((override) => ({ ...conditionsOf(rule), ...override })),
    inherits: inherits === undefined ? [] : [inherits],
  };
}

function conditionsOf({ platforms, since, until, when }: Rule): Conditions {
  return {
    ...(platforms === undefined ? {} : { platforms }),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    ...(when === undefined ? {} : { when }),
  };
}
