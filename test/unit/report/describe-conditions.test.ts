import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { describeConditions, type Conditions } from '../../../src/report/describe-conditions.js';

test.each<[words: string, conditions: Conditions]>([
  ['', {}],
  ['iOS, macOS', { platforms: ['iOS', 'macOS'] }],
  ['iOS since 15.0, tvOS', { platforms: ['iOS', 'tvOS'], since: { iOS: '15.0' } }],
  ['iOS since 15.0 before 17.4', { platforms: ['iOS'], since: { iOS: '15.0' }, until: { iOS: '17.4' } }],
  ['since iOS 15.0, macOS 12.0', { since: { iOS: '15.0', macOS: '12.0' } }],
  ['before iOS 13.0, when not supervised', { until: { iOS: '13.0' }, when: { supervised: false } }],
  [
    'macOS, when installed by MDM, in the user channel',
    { platforms: ['macOS'], when: { install: 'mdm', channel: 'user' } },
  ],
])('%s', (words, conditions) => {
  expect(describeConditions(conditions)).toBe(words);
});

test('there are words for every circumstance that the rules name', () => {
  const rules = readdirSync('schemas/rules').flatMap((file) => {
    return parse(readFileSync(`schemas/rules/${file}`, 'utf8')) as Conditions[];
  });
  const circumstances = rules.flatMap(({ when = {} }) => Object.entries(when));
  expect(circumstances.length).toBeGreaterThan(0);
  for (const [name, value] of circumstances) {
    expect(describeConditions({ when: { [name]: value } })).not.toBe(`${name} ${String(value)}`);
  }
});
