import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describePattern } from '../../../src/schema/pattern-words.js';

const folder = new URL('../../../schemas/', import.meta.url);

/** The regular expressions of the generated schemas and rules, wherever one stands. */
function patternsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((part) => patternsIn(part));
  const { pattern } = value as { pattern?: unknown };
  return typeof pattern === 'string' ? [pattern, ...inner] : inner;
}

const files = readdirSync(folder).filter((name) => name.endsWith('.schema.json') || name === 'rules.json');
const patterns = [
  ...new Set(files.flatMap((name) => patternsIn(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))),
];

test('no regular expression of a schema or a rule is shown to people', () => {
  expect(patterns.length).toBeGreaterThan(30);
  for (const pattern of patterns) expect(describePattern(pattern)).not.toContain(pattern);
});

test('the text that is given as an example fits', () => {
  const examples = patterns.flatMap((pattern) => {
    const example = describePattern(pattern).split(', such as ')[1];
    return example === undefined ? [] : [{ pattern, example }];
  });
  expect(examples.length).toBeGreaterThan(20);
  for (const { pattern, example } of examples) expect(example).toMatch(new RegExp(pattern, 'u'));
});

test('a regular expression that nobody wrote words for is shown as it is', () => {
  expect(describePattern('^a$')).toBe('a text that matches ^a$');
});
