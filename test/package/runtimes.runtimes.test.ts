import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { ProfileBuilder } from 'profilewright';
import { makeProject } from './pack.js';
import { run } from './run.js';
import { smokeMaterial } from './smoke-material.js';

const { folder, consumer, installed } = inject('packed');
const machine = `${process.platform}-${process.arch}`;
let modules = '';
let expectedDigest = '';

const nodes = ['22', '24', '26'].map((major) => [major, () => join(modules, `node${major}`, 'bin', 'node')] as const);

/** Bun and Deno publish one package a platform; the first of these that npm chose is the one for this machine. */
const installedProgram = (candidates: readonly string[]): string => {
  const found = candidates.map((candidate) => join(modules, candidate)).find((path) => existsSync(path));
  if (found === undefined) throw new Error(`npm installed none of ${candidates.join(', ')}`);
  return found;
};
const bun = () => installedProgram([`@oven/bun-${machine}/bin/bun`, `@oven/bun-${machine}-baseline/bin/bun`]);
const deno = () => installedProgram([`@deno/${machine}-glibc/deno`, `@deno/${machine}/deno`]);

beforeAll(() => {
  const node = nodes.map(([major]) => `node${major}@npm:node-${machine}@${major}`);
  modules = join(makeProject(folder, 'runtimes', [...node, 'bun@1', 'deno@2']), 'node_modules');
  copyFileSync(new URL('smoke.mjs', import.meta.url), join(consumer, 'smoke.mjs'));
  const material = smokeMaterial();
  writeFileSync(join(consumer, 'material.json'), JSON.stringify(material));
  expectedDigest = digestOfProfile(material.root);
});

/** What the package makes of the same root here, from src/: every runtime has to make the same bytes. */
function digestOfProfile(root: string): string {
  const bytes = new ProfileBuilder({ displayName: 'Über 😀' }).addRootCA(root).build().toBytes();
  return createHash('sha256').update(bytes).digest('hex');
}

interface SuiteReport {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Everything that did not pass, by name: a skipped test and a file that cannot be loaded too. */
const listFailures = ({ testResults }: SuiteReport): string[] =>
  testResults.flatMap(({ name, message, assertionResults }) => [
    ...(assertionResults.length === 0 ? [`${name}: ${message}`] : []),
    ...assertionResults.filter(({ status }) => status !== 'passed').map(({ fullName }) => `${name}: ${fullName}`),
  ]);

/** Runs the suites that import the package by its name, against the package that is installed at `home`. */
function runSuites(program: string, home: string): { report: SuiteReport; status: number | null } {
  const output = join(folder, 'suites.json');
  rmSync(output, { force: true });
  const argv = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'public', '--reporter=json'];
  const environment = { PROFILEWRIGHT_PACKAGE: home };
  const ended = run(program, [...argv, `--outputFile=${output}`], process.cwd(), environment);
  if (!existsSync(output)) throw new Error(`no report: ${ended.stdout}${ended.stderr}`);
  return { report: JSON.parse(readFileSync(output, 'utf8')) as SuiteReport, status: ended.status };
}

test('the suites fail without the installed package, so that is what they test', () => {
  expect(runSuites(process.execPath, join(folder, 'node_modules', 'nowhere')).report.numPassedTests).toBe(0);
});

describe.each(nodes)('on Node %s', (major, program) => {
  test('is that version', () => {
    expect(run(program(), ['--version'], consumer).stdout).toMatch(new RegExp(`^v${major}\\.`));
  });

  test('the installed package passes the property, vector and example suites', () => {
    const { report, status } = runSuites(program(), installed);
    expect(listFailures(report)).toEqual([]);
    expect(report.numPassedTests).toBeGreaterThan(0);
    expect(status).toBe(0);
  });

  test('loads by import and by require without a word', () => {
    const quiet = { status: 0, stdout: '', stderr: '' };
    expect(run(program(), ['--input-type=module', '-e', "await import('profilewright')"], consumer)).toEqual(quiet);
    expect(run(program(), ['--input-type=commonjs', '-e', "require('profilewright')"], consumer)).toEqual(quiet);
  });
});

describe.each([
  ['Node', () => process.execPath, []],
  ['Bun', bun, ['run']],
  ['Deno', deno, ['run', '--no-prompt', '--node-modules-dir=manual', '--allow-read', '--allow-env']],
] as const)('on %s', (_name, program, flags) => {
  test('a profile is built, read, signed with RSA and P-256, and verified', () => {
    const { status, stdout, stderr } = run(program(), [...flags, 'smoke.mjs', 'material.json'], consumer);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const good = { content: true, shownAs: 'Verified', refusal: 'refused' };
    expect(JSON.parse(stdout)).toEqual({
      digest: expectedDigest,
      misspelt: 'did you mean "SSID_STR"?',
      embedded: true,
      signed: { rsa: good, ec: good },
    });
  });
});
