import { describe, expect, test } from 'vitest';
import { documentedCalls } from './documented-calls.js';
import { runBlock } from './documented-code.js';
import { projectRoot, type Block } from './documented-page.js';

test('the table of what compiles and is refused has rows', () => {
  expect(documentedCalls.length).toBeGreaterThan(5);
});

describe('what compiles', () => {
  test.each(documentedCalls.map((call) => [call.what, call] as const))(
    '%s is refused by validation',
    async (_, { program, code }) => {
      const block: Block = { page: 'docs/typed-payloads.md', line: 0, language: 'ts', text: program };
      const { printed } = await runBlock(block, projectRoot);
      expect(printed.split(',')).toContain(code);
    },
  );
});
