import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readRuleFiles, type RuleSource } from '../../schemas/generator/read-rules.js';
import { silentRules } from '../../schemas/generator/silent-rules.js';
import type { DeviceContext } from '../../src/device/device-context.js';
import type { Issue } from '../../src/diagnostics/issue.js';
import { isIssueCode, type IssueCode } from '../../src/diagnostics/issues/index.js';
import { payloadTypeOfRule, ruleCodes } from '../../src/diagnostics/issues/payload-rule.js';
import { ruleGroups, ruleTypes } from '../../src/validation/load-rules.js';
import { validateProfileDictionary } from '../../src/validation/validate-profile-dictionary.js';
import { isWhole, type Dictionary, type Example, type RuleExample, type RuleExamples } from './rules/rule-example.js';

const at = new Date('2026-06-01T00:00:00Z');
const sources = new Map(
  readRuleFiles(fileURLToPath(new URL('../../schemas/rules', import.meta.url)))
    .flatMap(({ rules }) => rules)
    .map((rule) => [rule.id, rule]),
);
const examples = new Map<string, RuleExample>();
for (const file of readdirSync(new URL('rules', import.meta.url)).sort()) {
  const { rules } = (await import(`./rules/${file}`)) as { rules?: RuleExamples };
  for (const [id, example] of Object.entries(rules ?? {})) {
    if (examples.has(id)) throw new Error(`${file}: ${id} has an example already`);
    examples.set(id, example);
  }
}

describe('the rules that are executed', () => {
  test('are those of schemas/rules, 522 of Apple and five of ours', () => {
    const executed = ruleTypes()
      .flatMap((type) => ruleGroups(type))
      .flatMap(({ rules, inherits }) => [...rules, ...inherits].map(({ id }) => id));
    const onlyInSchema = Object.keys(silentRules).filter((id) => !executed.some((other) => other === id));
    expect([...executed, ...onlyInSchema].sort()).toEqual([...sources.keys()].sort());
    expect([...ruleCodes()].sort()).toEqual([...sources.keys()].sort());
    expect(sources.size).toBe(522 + 5);
  });

  test('have an example each', () => {
    expect([...examples.keys()].sort()).toEqual([...sources.keys()].sort());
  });
});

describe.each([...examples])('%s', (id, example) => {
  const rule = sources.get(id);
  const code = example.speaks ?? id;

  test('fires', () => {
    expect(rule).toBeDefined();
    expect(isIssueCode(code)).toBe(true);
    const issues = judge(example.fires, id, contextOf(example, rule)).filter((issue) => issue.code === code);
    expect(issues).not.toEqual([]);
    expect(issues.every(({ message, hint }) => message !== '' && hint !== undefined && hint !== '')).toBe(true);
    if (example.at !== undefined) {
      expect(issues.map(({ where }) => where.pointer)).toContain(`/PayloadContent/0${example.at}`);
    }
  });

  test('stays quiet on the neighbour', () => {
    const issues = judge(example.quiet, id, example.quietContext ?? contextOf(example, rule));
    expect(issues.filter((issue) => issue.code === code)).toEqual([]);
  });
});

function judge(example: Example, id: string, context: DeviceContext): Issue[] {
  const whole = isWhole(example) ? example : { payloads: [example] };
  const type = payloadTypeOfRule(id as Extract<IssueCode, `wifi-${string}`>);
  const { previous, isEncrypted } = whole;
  return validateProfileDictionary(profileOf(whole.payloads, type, whole.profile), {
    at,
    context,
    ...(isEncrypted === undefined ? {} : { isEncrypted }),
    ...(previous === undefined ? {} : { previous: profileOf(previous, type) }),
  });
}

/** A sound profile around the content of payloads. What is about the profile itself has a certificate payload in it. */
function profileOf(contents: readonly Dictionary[], type: string, changes: Dictionary = {}): Dictionary {
  const isPayload = type !== 'TopLevel' && type !== 'CommonPayloadKeys';
  const PayloadContent = contents.map((content, index) => ({
    PayloadType: isPayload ? type : 'com.example.lab',
    PayloadVersion: 1,
    PayloadIdentifier: `com.example.profile.${String(index)}`,
    PayloadUUID: uuid(index + 1),
    ...content,
  }));
  return {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: 'com.example.profile',
    PayloadUUID: uuid(0),
    PayloadScope: 'System',
    PayloadContent,
    ...changes,
  };
}

function uuid(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

/** Every system of the rule, from the version on from which it holds, or from the first when it holds until one. */
function contextOf({ context }: RuleExample, rule: RuleSource | undefined): DeviceContext {
  if (context !== undefined || rule === undefined) return context ?? {};
  const { platforms = [], since = {}, until = {}, when = {} } = rule;
  const names = new Set([...platforms, ...Object.keys(since), ...Object.keys(until)] as (typeof platforms)[number][]);
  const { encrypted: _, ...device } = when;
  if (names.size === 0) return device;
  const ranges = [...names].map((name) => [name, { from: since[name] ?? '1.0' }] as const);
  return { ...device, platforms: Object.fromEntries(ranges) };
}
