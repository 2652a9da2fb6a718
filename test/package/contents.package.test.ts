import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';

const { files, installed } = inject('packed');
const expected = /^(dist\/.+\.(js|d\.ts)|schemas\/.+\.schema\.json|README\.md|LICENSE|CHANGELOG\.md|package\.json)$/;

describe('the tarball', () => {
  test('holds the library, its schemas and its papers, and nothing else', () => {
    expect(files.filter((file) => !expected.test(file))).toEqual([]);
  });

  test.each(['dist/index.js', 'dist/index.d.ts', 'dist/cli/main.js', 'README.md', 'LICENSE', 'CHANGELOG.md'])(
    'holds %s',
    (file) => {
      expect(files).toContain(file);
    },
  );

  test('holds at least one schema', () => {
    expect(files.filter((file) => file.startsWith('schemas/')).length).toBeGreaterThan(0);
  });

  test('has declarations for every module, and no module without source', () => {
    const modules = files.filter((file) => file.endsWith('.js')).map((file) => file.slice(0, -'.js'.length));
    const declarations = files.filter((file) => file.endsWith('.d.ts')).map((file) => file.slice(0, -'.d.ts'.length));
    expect(modules.sort()).toEqual(declarations.sort());
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
