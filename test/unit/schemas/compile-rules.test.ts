import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileRules, nameRules } from '../../../schemas/generator/compile-rules.js';
import { readRuleFile, readRuleFiles } from '../../../schemas/generator/read-rules.js';
import { ruleGroups, ruleTypes } from '../../../src/validation/load-rules.js';

const schemas = fileURLToPath(new URL('../../../schemas', import.meta.url));

const head = '- id: lab-rule\n  severity: error\n  note: A rule.\n';
const read = (fields: string): unknown => readRuleFile('lab.yaml', `${head}${fields.replaceAll(/^/gm, '  ')}\n`);

describe('a rule', () => {
  test.each([
    'then: false',
    'if: {required: [A]}\nthen: {properties: {A: {const: ""}, B: false}}',
    'platforms: [iOS, macOS]\nsince: {iOS: "13.0"}\nuntil: {macOS: "10.15.4"}\nwhen: {install: mdm, supervised: false}',
    'profile: {properties: {PayloadScope: {const: System}}}',
    'references: [{path: /A/*/B, payloadTypes: [a], target: /C, sameProfile: false}]',
    'overrides: [{path: /A, presence: optional}, {path: /B, schema: {type: string}}, {path: /C, default: 1, platforms: [iOS]}]',
    'inherits: {from: com.example.other, path: /A}',
    'check: {kind: disjoint, a: /A/*, b: keys(/B)}',
  ])('with %s is read', (fields) => {
    expect(() => read(fields)).not.toThrow();
  });

  test.each<[what: string, fields: string, message: RegExp]>([
    ['a field that is not known', 'hint: a', /lab\.yaml lab-rule: unknown field "hint"/],
    ['a keyword that is not known', 'then: {minProperties: 1}', /\/then: unknown field "minProperties"/],
    ['such a keyword deep inside', 'then: {items: {not: {dependentRequired: {}}}}', /then\/items\/not: unknown field/],
    ['a format that is not known', 'then: {format: email}', /then\/format: unknown value "email"/],
    ['an expression that is none', "then: {pattern: '['}", /no regular expression/],
    ['a type that is not known', 'then: {type: dictionary}', /unknown value "dictionary"/],
    ['a system that is not known', 'platforms: [iPadOS]', /unknown value "iPadOS"/],
    ['a version that is a number', 'since: {iOS: 13.0}', /13 is no version/],
    ['a condition that is not known', 'when: {region: EU}', /unknown field "region"/],
    ['a value of a condition that is not known', 'when: {install: configurator}', /unknown value "configurator"/],
    ['a kind of check that is not known', 'check: {kind: magic}', /unknown kind "magic"/],
    ['a kind of Object.prototype', 'check: {kind: toString}', /unknown kind/],
    ['a check without a kind', 'check: {path: /A}', /unknown kind undefined/],
    ['a field of a check that is not known', 'check: {kind: json, path: /A, deep: true}', /unknown field "deep"/],
    ['a field of a check that is missing', 'check: {kind: each-in, path: /A}', /"of" is missing/],
    ['a path that is none', 'check: {kind: json, path: A}', /"A" is no path/],
    ['a reference without types', 'references: [{path: /A}]', /"payloadTypes" is missing/],
    ['an empty list', 'references: []', /expected a list/],
    ['an override that is not known', 'overrides: [{path: /A, remove: true}]', /unknown field "remove"/],
  ])('with %s is refused', (_, fields, message) => {
    expect(() => read(fields)).toThrow(message);
  });

  test('without id, severity or note is refused, and with another id or severity', () => {
    expect(() => readRuleFile('lab.yaml', '- id: a\n  severity: error')).toThrow(/"note" is missing/);
    expect(() => readRuleFile('lab.yaml', '- severity: error\n  note: a')).toThrow(/lab\.yaml 0: "id" is missing/);
    expect(() => readRuleFile('lab.yaml', '- id: a\n  severity: fatal\n  note: a')).toThrow(/unknown value "fatal"/);
    expect(() => readRuleFile('lab.yaml', '- id: A_b\n  severity: error\n  note: a')).toThrow(/"A_b" is no rule id/);
    expect(() => readRuleFile('lab.yaml', 'id: a')).toThrow(/expected a list of rules/);
  });
});

describe('a folder of rules', () => {
  let home = '';
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'profilewright-'));
  });
  afterAll(() => rmSync(home, { recursive: true }));
  const write = (name: string, text: string): void => writeFileSync(join(home, name), text);
  const compile = (): Map<string, string> => compileRules(readRuleFiles(home));

  test('with an id in two files is refused', () => {
    write('a.yaml', `${head}  then: false\n`);
    write('b.yaml', `${head}  then: false\n`);
    expect(compile).toThrow(/"lab-rule" stands in a\.yaml too/);
    rmSync(join(home, 'b.yaml'));
  });

  test('with a rule that judges nothing is refused, unless it is known to act elsewhere', () => {
    write('a.yaml', head);
    expect(compile).toThrow(/"lab-rule" judges nothing and is not listed as silent/);
    write('a.yaml', `${head.replace('lab-rule', 'applayer-inherits-vpn')}  then: false\n`);
    expect(compile).toThrow(/"applayer-inherits-vpn" is listed as silent/);
  });

  test('becomes one file of what is judged, one of what is said, and a type of all names', () => {
    write('a.yaml', `${head}  then: false\n`);
    write('com.example.b(two).yaml', `${head.replace('lab-rule', 'b-rule')}  then: {required: [A]}\n`);
    const [rules, facts] = ['rules.json', 'rule-facts.json'].map(
      (file) => JSON.parse(compile().get(file) ?? '') as unknown,
    );
    expect(rules).toEqual({
      a: [{ rules: [{ id: 'lab-rule', then: false }], inherits: [] }],
      'com.example.b': [{ rules: [{ id: 'b-rule', then: { required: ['A'] } }], inherits: [] }],
    });
    expect(facts).toEqual({ 'lab-rule': ['error', 'a', 'A rule.'], 'b-rule': ['error', 'com.example.b', 'A rule.'] });
    expect(nameRules(readRuleFiles(home))).toContain("export type RuleCode =\n  | 'lab-rule'\n  | 'b-rule';");
  });
});

const files = readRuleFiles(join(schemas, 'rules'));

test('the files that are committed are those of the rules', () => {
  for (const [file, text] of compileRules(files)) expect(readFileSync(join(schemas, file), 'utf8') === text).toBe(true);
  const names = readFileSync(join(schemas, '../src/diagnostics/issues/generated/rule-code.ts'), 'utf8');
  expect(names === nameRules(files)).toBe(true);
});

describe('the expressions of the rules', () => {
  const patterns = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'pattern' && typeof inner === 'string') patterns.add(inner);
      else collect(inner);
    }
  };
  for (const type of ruleTypes()) collect(ruleGroups(type));

  test('that were rewritten mean the same', () => {
    const written = new Set<string>();
    const collectWritten = (value: unknown): void => {
      JSON.stringify(value, (key, inner: unknown) => {
        if (key === 'pattern' && typeof inner === 'string') written.add(inner);
        return inner;
      });
    };
    for (const { rules } of files) collectWritten(rules.map(({ overrides: _, ...rule }) => rule));
    const [before, after] = [[...written], [...patterns]].map((list, index, lists) =>
      list.filter((one) => !lists[1 - index]?.includes(one)),
    );
    expect(before).toHaveLength(1);
    expect(after).toHaveLength(1);
    const [old, rewritten] = [new RegExp(before?.[0] ?? '', 'u'), new RegExp(after?.[0] ?? '', 'u')];
    fc.assert(
      fc.property(fc.stringMatching(/^[*a.]{0,8}$/), (text) => {
        expect(rewritten.test(text)).toBe(old.test(text));
      }),
    );
  });

  test('take a long text in their stride, whatever it is made of', () => {
    const ends = ['', '*', ' ', '/', ':', '!'];
    for (const pattern of patterns) {
      const expression = new RegExp(pattern, 'u');
      for (const body of ['a', '1', '.', 'a.', '*', 'a*', '/', ':1', '-', 'https://']) {
        // Quadratic time would be a thousand million steps for each.
        for (const end of ends) expression.test(`${body.repeat(30_000 / body.length)}${end}`);
      }
    }
  });
});
