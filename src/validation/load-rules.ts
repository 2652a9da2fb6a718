import { loadPublished } from '../diagnostics/load-published.js';
import type { PlistDictionary } from '../plist/value.js';
import { hasKey } from './fragment/find-faults.js';
import { triggersOf } from './rule-trigger.js';
import type { CompiledRule, Inheritance, RuleGroup } from './compiled-rule.js';

/** A rule for the payloads of one type, and by what it is inherited when it stands with another type. */
export interface AppliedRule {
  readonly rule: CompiledRule;
  readonly inheritance?: Inheritance;
  /** Keys of which a dictionary must have one before the rule can find anything; any dictionary will do without. */
  readonly triggers: readonly string[] | undefined;
}

let loaded: Readonly<Record<string, readonly RuleGroup[]>> | undefined;

/** Read on first use, for all payload types at once. */
function groups(): Readonly<Record<string, readonly RuleGroup[]>> {
  loaded ??= loadPublished('rules.json') as Record<string, readonly RuleGroup[]>;
  return loaded;
}

/** The rules of one payload type as they stand in its files. */
export function ruleGroups(type: string): readonly RuleGroup[] {
  return Object.hasOwn(groups(), type) ? (groups()[type] ?? []) : [];
}

const applied = new WeakMap<RuleGroup, readonly AppliedRule[]>();

/** The rules that hold for a dictionary of a type, with those that its files inherit from another type. */
export function rulesFor(type: string, dictionary: PlistDictionary): readonly AppliedRule[] {
  const files = ruleGroups(type).filter((group) => isFor(group, dictionary));
  const [first] = files;
  return files.length === 1 && first !== undefined ? rulesOf(first) : files.flatMap(rulesOf);
}

/** The same for all payloads, made once. */
function rulesOf(group: RuleGroup): readonly AppliedRule[] {
  const known = applied.get(group);
  if (known !== undefined) return known;
  const rules = [
    ...group.rules.map((rule) => ({ rule, triggers: triggersOf(rule) })),
    ...group.inherits.flatMap(inherited),
  ];
  applied.set(group, rules);
  return rules;
}

function isFor({ only }: RuleGroup, dictionary: PlistDictionary): boolean {
  if (only === undefined) return true;
  const value = Object.hasOwn(dictionary, only.key) ? dictionary[only.key] : undefined;
  return only.is === undefined ? value !== only.isNot : value === only.is;
}

function inherited(inheritance: Inheritance): AppliedRule[] {
  const rules = ruleGroups(inheritance.from).flatMap((group) => group.rules);
  return rules.map((rule) => ({ rule, inheritance, triggers: triggersOf(rule) }));
}

/** The payload types that have rules; `TopLevel` is the profile, `CommonPayloadKeys` every payload. */
export function ruleTypes(): readonly string[] {
  return Object.keys(groups());
}

/** Whether a rule can find anything in a dictionary at all. */
export function isTriggered({ triggers }: AppliedRule, dictionary: PlistDictionary): boolean {
  return triggers?.some((key) => hasKey(dictionary, key)) ?? true;
}
