import { join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const long = (lines: number): string => `export const a = [\n${'  1,\n'.repeat(lines)}];\n`;
const longFunction = (lines: number): string => `export function f(): void {\n${'  void 0;\n'.repeat(lines)}}\n`;

/** What eslint.config.js adds to typescript-eslint: the rule, a file, a source that breaks the rule there. */
const wrong: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['no-console', 'src/pki/a.ts', "console.log('x');"],
  ['no-console', 'test/unit/a.test.ts', "console.log('x');"],
  ['no-restricted-syntax', 'src/pki/a.ts', 'export default 1;'],
  ['no-restricted-syntax', 'src/pki/a.ts', "export * from './b.js';"],
  ['no-restricted-syntax', 'src/pki/a.ts', "export * as b from './b.js';"],
  ['no-restricted-syntax', 'src/pki/a.ts', 'export enum A { b }'],
  ['no-restricted-syntax', 'src/pki/a.ts', 'export namespace A { export const b = 1; }'],
  ['no-restricted-syntax', 'src/pki/a.ts', 'export class A { constructor(readonly b: string) {} }'],
  ['no-restricted-syntax', 'src/pki/a.ts', 'export const a = (b?: string): string => b!;'],
  ['no-restricted-syntax', 'src/pki/a.ts', 'export const a = new Date();'],
  ['no-restricted-syntax', 'src/device/version.ts', 'export const a = Date.now();'],
  ['no-restricted-syntax', 'src/pki/a.ts', 'export const a = Date();'],
  ['no-restricted-syntax', 'src/device/clock.ts', 'export default 1;'],
  ['no-restricted-syntax', 'src/profile/uuid.ts', 'export const a = Math.random();'],
  ['no-restricted-syntax', 'src/pki/a.ts', "export const a = load('node-forge');"],
  ['no-restricted-syntax', 'src/schema/a.ts', "export const a = load('ajv/dist/2020.js');"],
  ['no-restricted-syntax', 'src/asn1/forge.ts', "export const a = load('ajv');"],
  ['no-restricted-syntax', 'test/unit/a.test.ts', "test.only('a', () => {});"],
  ['no-restricted-syntax', 'test/unit/a.test.ts', "describe.skip('a', () => {});"],
  ['no-empty', 'src/pki/a.ts', 'try { f(); } catch {}'],
  ['max-lines', 'src/pki/a.ts', long(299)],
  ['max-lines-per-function', 'src/pki/a.ts', longFunction(39)],
  ['@typescript-eslint/no-explicit-any', 'src/pki/a.ts', 'export const a = (b: any): void => { f(b); };'],
  ['@typescript-eslint/ban-ts-comment', 'src/pki/a.ts', '// @ts-ignore: no\nexport const a = 1;'],
];

const right: readonly (readonly [file: string, source: string])[] = [
  ['src/pki/a.ts', "export { b } from './b.js';"],
  ['src/pki/a.ts', 'export const a = (b: string): Date => new Date(b);'],
  ['src/pki/a.ts', long(298)],
  ['src/pki/a.ts', longFunction(38)],
  ['src/device/clock.ts', 'export const now = (): Date => new Date();'],
  ['src/asn1/forge.ts', "export const a: unknown = load('node-forge');"],
  ['src/schema/ajv.ts', "export const a: unknown = load('ajv/dist/2020.js');"],
  ['src/cli/a.ts', "console.log('x');"],
  ['examples/a.ts', "console.log('x');"],
  ['test/unit/a.test.ts', 'export const a = new Date();'],
];

let eslint: ESLint;

beforeAll(() => {
  // Rules that need types need a file on the disk; the rules of this house read syntax alone.
  const overrideConfig = [tseslint.configs.disableTypeChecked as ESLint.Options['overrideConfig']].flat() as never;
  eslint = new ESLint({ cwd: root, overrideConfig });
}, 60_000);

async function listRules(file: string, source: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(source, { filePath: join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, fatal, message }) => (fatal === true ? message : ruleId));
}

describe('the rules of the house', () => {
  test.each(wrong)('%s catches in %s: %s', async (rule, file, source) => {
    expect(await listRules(file, source)).toContain(rule);
  });

  test.each(right)('nothing is said in %s about: %s', async (file, source) => {
    expect(await listRules(file, source)).toEqual([]);
  });
});
