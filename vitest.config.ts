import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { instrumentSource } from './test/support/secrets/instrument-source.js';

const root = fileURLToPath(new URL('.', import.meta.url));

/** An installed package to test in place of src/: set by test/package/runtimes.runtimes.test.ts. */
const installed = process.env['PROFILEWRIGHT_PACKAGE'];
const entry = installed === undefined ? join(root, 'src/index.ts') : join(installed, 'dist/index.js');
const schemas = installed === undefined ? join(root, 'schemas') : join(installed, 'schemas');

/** The suites that can run against the installed package too: those that import it by its name. */
function publicSuites(): string[] {
  const byName = ['test/property', 'test/vectors', 'test/unit/examples'];
  return byName
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((file) => `${folder}/${String(file)}`),
    )
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => readFileSync(join(root, file), 'utf8').includes("from 'profilewright'"));
}

/** Tests that replace modules of Node, or share a server for the length of a file: nobody else may see theirs. */
const isolated = ['test/unit/cli/**/*.test.ts', 'test/unit/live/**/*.test.ts', 'test/property/live-server.test.ts'];

/** No test may show a secret in an error, an issue or a report. */
const noLeak = ['test/support/secrets/fail-on-leak.ts'];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^profilewright$/, replacement: entry },
      { find: /^profilewright\/schemas\/(.*)$/, replacement: `${schemas}/$1` },
    ],
  },
  test: {
    pool: 'threads',
    // By default one core is left to others, which is half of a machine with two.
    maxWorkers: '100%',
    testTimeout: 30_000,
    globalSetup: ['test/support/key-pool.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: ['test/{unit,property,vectors,docs,types}/**/*.test.ts'],
          exclude: isolated,
          // Loading the modules anew for each file would take a third of the time; files that replace modules stand apart.
          isolate: false,
          setupFiles: noLeak,
        },
        plugins: [instrumentSource()],
      },
      {
        extends: true,
        test: { name: 'tests-isolated', include: isolated, setupFiles: noLeak },
        plugins: [instrumentSource()],
      },
      {
        extends: true,
        test: { name: 'interop', include: ['test/interop/**/*.interop.test.ts'], testTimeout: 120_000 },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.package.test.ts'],
          globalSetup: ['test/package/pack.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'runtimes',
          include: ['test/package/**/*.runtimes.test.ts'],
          globalSetup: ['test/package/pack.ts'],
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
      ...(installed === undefined
        ? []
        : [{ extends: true as const, test: { name: 'public', include: publicSuites() } }]),
    ],
  },
});
