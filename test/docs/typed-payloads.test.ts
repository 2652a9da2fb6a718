import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkTypes, runBlock } from './documented-code.js';
import { findDisagreement, runCommand } from './documented-output.js';
import { projectRoot, readBlocks, type Block } from './documented-page.js';

const page = 'docs/typed-payloads.md';
const blocks = readBlocks(page);
const programs = blocks.filter(({ language }) => language === 'ts');
const commands = blocks.filter(({ language }) => language === 'console');

/** The rows about what compiles and is refused all the same. */
const rows = readFileSync(join(projectRoot, page), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, what = '', call, code] = /^\| (.+?) +\| `(addPayload\(.+)` +\| `(.+)` +\|$/.exec(line) ?? [];
    return call === undefined || code === undefined ? [] : [{ what, call, code }];
  });

const programOf = (call: string): string => `
import { isProfilewrightError, ProfileBuilder, real } from 'profilewright';
const misspelt = { SSID_STR: 'Office', SSID_SRT: 'Office' };
try {
  const { issues } = new ProfileBuilder({ identifier: 'com.example.office' }).${call}.build();
  console.log(issues.map(({ code }) => code).join());
} catch (error) {
  if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
  console.log(error.details.issues.map(({ code }) => code).join());
}
export const used = [misspelt, real];
`;

let faults: readonly string[] = [];
beforeAll(() => {
  const sources = [...programs.map(({ text }) => `${text}\n`), ...rows.map(({ call }) => programOf(call))];
  faults = checkTypes(Object.fromEntries(sources.map((text, index) => [`docs/typed-${index}.ts`, text])));
}, 60_000);

test('everything on the page compiles', () => {
  expect(rows.length).toBeGreaterThan(5);
  expect(faults).toEqual([]);
});

test.each(programs.map((block) => [block.line, block] as const))(
  'the program at line %i prints what stands behind it',
  async (_, block) => {
    const { printed } = await runBlock(block, projectRoot);
    expect(printed).toBe(blocks[blocks.indexOf(block) + 1]?.text);
  },
);

test.each(commands.map((block) => [block.line, block] as const))(
  'the command at line %i prints what stands below it',
  async (_, { text }) => {
    const [command = '', ...lines] = text.split('\n');
    const printed = await runCommand(command, projectRoot);
    expect(findDisagreement(lines.join('\n'), printed), printed).toBeUndefined();
  },
);

describe('what compiles', () => {
  test.each(rows.map((row) => [row.what, row] as const))('%s is refused by validation', async (_, { call, code }) => {
    const block: Block = { page, line: 0, language: 'ts', text: programOf(call) };
    const { printed } = await runBlock(block, projectRoot);
    expect(printed.split(',')).toContain(code);
  });
});
