import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Conditions, RuleCheck, Reference } from '../../src/validation/compiled-rule.js';
import type { Fragment, FragmentObject, Scalar } from '../../src/validation/fragment/fragment.js';
import { ruleForm } from './rule-fields.js';

/** A rule as it stands in `schemas/rules/`. */
export interface RuleSource extends Conditions {
  readonly id: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly note: string;
  readonly if?: Fragment;
  readonly then?: Fragment;
  readonly profile?: FragmentObject;
  readonly references?: readonly Reference[];
  readonly overrides?: readonly OverrideSource[];
  readonly inherits?: { readonly from: string; readonly path?: string };
  readonly check?: RuleCheck;
}

export interface OverrideSource extends Pick<Conditions, 'platforms' | 'when'> {
  readonly path: string;
  readonly presence?: 'required' | 'optional';
  readonly schema?: unknown;
  readonly default?: Scalar;
  readonly keysOf?: string;
}

/** The rules of one file, and the payload type that they are about. */
export interface RuleFile {
  readonly name: string;
  readonly payloadType: string;
  readonly rules: readonly RuleSource[];
}

const SUFFIX = '.yaml';

/** Files are named after their payload type, perhaps with a part of it in brackets, but for these. */
const payloadTypes: Readonly<Record<string, string>> = { GlobalPreferences: '.GlobalPreferences' };

/** Reads the rules of a folder, in the order of the files' names. Fails on every field and kind that is not known. */
export function readRuleFiles(folder: string): RuleFile[] {
  const ids = new Map<string, string>();
  return readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .sort()
    .map((file) => {
      const rules = readRuleFile(file, readFileSync(join(folder, file), 'utf8'));
      for (const { id } of rules) {
        const other = ids.get(id);
        if (other !== undefined) throw new Error(`${file}: the rule "${id}" stands in ${other} too`);
        ids.set(id, file);
      }
      const name = file.slice(0, -SUFFIX.length).replace(/\(.*\)$/, '');
      return { name: file, payloadType: payloadTypes[name] ?? name, rules };
    });
}

/** The rules of one file. */
export function readRuleFile(file: string, yaml: string): RuleSource[] {
  const rules: unknown = parse(yaml);
  if (!Array.isArray(rules)) throw new Error(`${file}: expected a list of rules`);
  return rules.map((rule: unknown, index) => {
    const id = (rule as { id?: unknown } | null)?.id;
    ruleForm(`${file} ${typeof id === 'string' ? id : String(index)}`, rule);
    const source = rule as RuleSource;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(source.id)) throw new Error(`${file}: "${source.id}" is no rule id`);
    return source;
  });
}
