import { readFileSync, readdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';

const { files, installed, tarball } = inject('packed');
const expected =
  /^(dist\/.+\.(js|d\.ts)|dist\/validators\/[^/]+\.cjs|schemas\/[^/]+\.json|README\.md|LICENSE|CHANGELOG\.md|package\.json)$/;

describe('the tarball', () => {
  test('holds the library, its schemas and rules and its papers, and nothing else', () => {
    expect(files.filter((file) => !expected.test(file))).toEqual([]);
  });

  test.each(['dist/index.js', 'dist/index.d.ts', 'dist/cli/main.js', 'README.md', 'LICENSE', 'CHANGELOG.md'])(
    'holds %s',
    (file) => {
      expect(files).toContain(file);
    },
  );

  test('holds a schema for each payload type, also for the one whose name begins with a dot, and the rules', () => {
    const schemas = files.filter((file) => file.startsWith('schemas/'));
    const committed = readdirSync(join(process.cwd(), 'schemas')).filter((file) => file.endsWith('.json'));
    expect(schemas.sort()).toEqual(committed.map((file) => `schemas/${file}`).sort());
    expect(schemas).toContain('schemas/.GlobalPreferences.schema.json');
    expect(schemas).toContain('schemas/rules.json');
  });

  test('holds a validator for each schema', () => {
    const namesIn = (folder: string, end: string): string[] =>
      files.flatMap((file) =>
        file.startsWith(folder) && file.endsWith(end) ? file.slice(folder.length, -end.length) : [],
      );
    expect(namesIn('dist/validators/', '.cjs').sort()).toEqual(namesIn('schemas/', '.schema.json').sort());
  });

  test('is smaller than a megabyte', () => {
    expect(statSync(tarball).size).toBeLessThan(1_000_000);
  });

  test('has its code in two entry points and what they share, and declarations for both', () => {
    const modules = files.filter((file) => file.endsWith('.js'));
    expect(modules.filter((file) => !/^dist\/chunk-[A-Z0-9]+\.js$/.test(file)).sort()).toEqual([
      'dist/cli/main.js',
      'dist/index.js',
    ]);
    expect(modules.length).toBeLessThanOrEqual(4);
    expect(files).toContain('dist/cli/main.d.ts');
  });

  test('has no declaration that another one imports and that is missing', () => {
    const missing = files
      .filter((file) => file.endsWith('.d.ts'))
      .flatMap((file) =>
        [...readFileSync(join(installed, file), 'utf8').matchAll(/from '(\.[^']+)\.js'/g)].map(([, target = '']) =>
          join(dirname(file), `${target}.d.ts`),
        ),
      );
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.filter((target) => !files.includes(target))).toEqual([]);
  });

  test('names no folder of the machine that built it', () => {
    const folders = [process.cwd(), tmpdir(), homedir()].filter((folder) => folder.length > 1);
    const named = files.filter((file) => {
      const text = readFileSync(join(installed, file), 'utf8');
      return folders.some((folder) => text.includes(`${folder}/`));
    });
    expect(named).toEqual([]);
  });

  test('starts the command with a line for node', () => {
    expect(readFileSync(join(installed, 'dist/cli/main.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});
