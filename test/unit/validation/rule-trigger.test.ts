import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fits } from '../../../src/validation/fragment/find-faults.js';
import { ruleGroups, ruleTypes } from '../../../src/validation/load-rules.js';
import { triggersOf } from '../../../src/validation/rule-trigger.js';
import type { CompiledRule } from '../../../src/validation/compiled-rule.js';
import { faultsIn } from './rule-lab.js';

const rule = (fields: Omit<CompiledRule, 'id'>): CompiledRule => ({ id: 'wifi-ssid-or-domain-name', ...fields });

test.each<[rule: Omit<CompiledRule, 'id'>, keys: readonly string[] | undefined]>([
  [{ if: { required: ['A', 'B'] }, then: { required: ['C'] } }, ['A']],
  [{ if: { anyOf: [{ required: ['A'] }, { required: ['B'] }] }, then: false }, ['A', 'B']],
  [{ if: { properties: { A: { const: 1 } } }, then: { properties: { B: false } } }, ['B']],
  [{ then: { properties: { A: false, B: { minimum: 1 } } } }, ['A', 'B']],
  [{ then: { not: { required: ['A', 'B'] } } }, ['A']],
  [{ then: { if: { required: ['A'] }, then: { required: ['B'] } } }, ['A']],
  [{ then: { allOf: [{ properties: { A: false } }, { not: { required: ['B'] } }] } }, ['A', 'B']],
  [{ then: { required: ['A'] } }, undefined],
  [{ then: { anyOf: [{ required: ['A'] }, { required: ['B'] }] } }, undefined],
  [{ then: false }, undefined],
  [{ then: { propertyNames: { pattern: '^a' } } }, undefined],
  [{ references: [{ path: '/A/*/B', payloadTypes: ['a'] }] }, ['A']],
  [{ check: { kind: 'unique-by', path: '/A/*', key: 'B' } }, ['A']],
  [{ check: { kind: 'disjoint', a: 'keys(/A)', b: '/B/*' } }, ['A']],
  [{ check: { kind: 'replaced-by', keys: [{ path: '/A', by: '#/B' }, { by: 'b' }] } }, undefined],
  [{ check: { kind: 'max-payloads', count: 1 } }, undefined],
  [{ profile: { required: ['A'] } }, undefined],
  [{ overrides: [{ path: '/A' }] }, []],
  [{ overrides: [{ path: '/A' }, { path: '/B', presence: 'optional' }] }, undefined],
  [{ overrides: [{ path: '/A', default: 1 }] }, undefined],
  [{ if: { required: ['A'] }, profile: { required: ['A'] } }, ['A']],
])('%j needs one of %j', (fields, keys) => {
  expect(triggersOf(rule(fields))).toEqual(keys);
});

/** Every name in a rule that may be that of a key. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/[/()]/).filter((word) => word !== '' && word !== '*');
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...wordsOf(inner)]);
}

const value = fc.constantFrom(true, false, 0, 99, 'a', [], ['a'], {}, [{ a: 'a' }], new Uint8Array(1));

test('no rule finds anything in a dictionary without the keys that it needs', () => {
  let judged = 0;
  for (const one of ruleTypes().flatMap((type) => ruleGroups(type).flatMap(({ rules }) => rules))) {
    const triggers = triggersOf(one);
    if (triggers === undefined) continue;
    judged += 1;
    const others = [...new Set(wordsOf(one))].filter((word) => !triggers.includes(word));
    const dictionary = fc.dictionary(fc.constantFrom('PayloadUUID', ...others), value, { noNullPrototype: true });
    const check = fc.property(dictionary, (payload) => {
      if (one.if !== undefined && !fits(one.if, { PayloadType: 'com.example.lab', ...payload })) return;
      expect(faultsIn(one, [payload]), one.id).toEqual([]);
    });
    fc.assert(check, { numRuns: 3 });
  }
  expect(judged).toBeGreaterThan(400);
});
