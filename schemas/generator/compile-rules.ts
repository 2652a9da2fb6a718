import type { RuleGroup, RuleOverride } from '../../src/validation/compiled-rule.js';
import type { OverrideSource, RuleFile, RuleSource } from './read-rules.js';
import { silentRules } from './silent-rules.js';

type Group = Omit<RuleGroup, 'rules' | 'inherits'> & {
  readonly rules: readonly object[];
  readonly inherits: readonly object[];
};

/** Files that share a payload type, and tell its payloads apart by a key. */
const only: Readonly<Record<string, RuleGroup['only']>> = {
  'com.apple.extensiblesso(kerberos).yaml': {
    key: 'ExtensionIdentifier',
    is: 'com.apple.AppSSOKerberos.KerberosExtension',
  },
  'com.apple.extensiblesso.yaml': {
    key: 'ExtensionIdentifier',
    isNot: 'com.apple.AppSSOKerberos.KerberosExtension',
  },
};

/** Stage 2, from `schemas/rules/`: the files that are read on first use. What rules judge, and what is said about them. */
export function compileRules(files: readonly RuleFile[]): Map<string, string> {
  const groups = new Map<string, Group[]>();
  for (const file of files) {
    groups.set(file.payloadType, [...(groups.get(file.payloadType) ?? []), compileGroup(file)]);
  }
  const facts = files.flatMap(({ payloadType, rules }) =>
    rules.map(({ id, severity, note }) => [id, [severity, payloadType, note]] as const),
  );
  return new Map([
    ['rules.json', writeEntries([...groups].map(([type, list]) => [type, `[${list.map(writeGroup).join(', ')}]`]))],
    ['rule-facts.json', writeEntries(facts.map(([id, row]) => [id, JSON.stringify(row)]))],
  ]);
}

/** An object in JSON, of names and texts that are JSON. A line for each rule shows a change where it is. */
function writeEntries(entries: readonly (readonly [name: string, text: string])[]): string {
  return `{\n${entries.map(([name, text]) => `  ${JSON.stringify(name)}: ${text}`).join(',\n')}\n}\n`;
}

function writeGroup({ rules, ...others }: Group): string {
  const lines = rules.map((rule) => `    ${JSON.stringify(rule)}`);
  return `{"rules": [\n${lines.join(',\n')}\n  ], ${JSON.stringify(others).slice(1)}`;
}

/** Stage 2: the module that names all rules, for the compiler. */
export function nameRules(files: readonly RuleFile[]): string {
  const ids = files.flatMap(({ rules }) => rules.map(({ id }) => id));
  return [
    '// Written by `npm run generate` from schemas/rules/*.yaml. Do not edit.',
    '',
    '/** The ids of the rules about payloads. */',
    'export type RuleCode =',
    `${ids.map((id) => `  | '${id}'`).join('\n')};`,
    '',
  ].join('\n');
}

function compileGroup({ name, rules }: RuleFile): Group {
  const condition = only[name];
  return {
    ...(condition === undefined ? {} : { only: condition }),
    rules: rules.map(compileRule).filter((rule) => rule !== undefined),
    inherits: rules.flatMap(compileInheritance),
  };
}

function compileInheritance({ id, inherits, platforms }: RuleSource): object[] {
  return inherits === undefined ? [] : [{ id, ...(platforms === undefined ? {} : { platforms }), ...inherits }];
}

/** The rule without what stands elsewhere; undefined for one that judges nothing itself. */
function compileRule({ severity: _, note: __, inherits, overrides = [], ...rule }: RuleSource): object | undefined {
  const judged = overrides.flatMap((override) => compileOverride(override, rule));
  const { then, profile, references, check } = rule;
  const isJudged = [then, profile, references, check].some((part) => part !== undefined) || judged.length > 0;
  if (isJudged === Object.hasOwn(silentRules, rule.id)) {
    throw new Error(
      `the rule "${rule.id}" ${isJudged ? 'is listed as silent' : 'judges nothing and is not listed as silent'}`,
    );
  }
  if (!isJudged) return undefined;
  return linearPatterns({ ...rule, ...(judged.length === 0 ? {} : { overrides: judged }) });
}

/** What is left of an override beside the schema: defaults that differ, and keys that are optional under a condition. */
function compileOverride(override: OverrideSource, rule: Pick<RuleSource, 'if' | 'then'>): RuleOverride[] {
  const { schema: _, keysOf: __, ...rest } = override;
  const isConditional = rest.presence === 'optional' && rule.if !== undefined && rule.then === undefined;
  return rest.default !== undefined || isConditional ? [rest] : [];
}

/** Expressions that take quadratic time on hostile texts, and what means the same and does not. */
const linear: Readonly<Record<string, string>> = { '^[^*]*\\*?[^*]*$': '^[^*]*(\\*[^*]*)?$' };

function linearPatterns(value: object): object {
  return JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      key === 'pattern' && typeof inner === 'string' ? (linear[inner] ?? inner) : inner,
    ),
  ) as object;
}
