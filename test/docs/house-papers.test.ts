import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const list = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));

const manifest = JSON.parse(read('package.json')) as {
  dependencies: Record<string, string>;
  scripts: Record<string, string>;
  version: string;
};

describe('the layout', () => {
  const sources = [...list('src'), ...list('test'), ...list('schemas'), ...list('examples')];

  test('names files in kebab-case', () => {
    // Schemas, their rules and the examples of these are named after payload types, as Apple spells them.
    const byApple = /^schemas\/(rules\/)?[^/]+\.(schema\.json|yaml)$|^test\/vectors\/rules\/[^/]+\.ts$/;
    const odd = sources.filter((file) => !byApple.test(file) && !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(basename(file)));
    expect(odd).toEqual([]);
  });

  test('names no file after nothing in particular', () => {
    expect(sources.filter((file) => /(^|[/-])(utils?|helpers?|common|manager|misc|types)\.ts$/.test(file))).toEqual([]);
  });

  test('has no folder besides those of the design', () => {
    const known = ['docs', 'examples', 'schemas', 'src', 'test', 'node_modules', 'dist', 'out', 'coverage'];
    const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !name.startsWith('.') && !known.includes(name))).toEqual(
      [],
    );
  });
});

test('a test imports the package by its name or files of src/, not both: it would get two copies of every class', () => {
  const mixed = [...list('test/property'), ...list('test/vectors')].filter((file) => {
    const source = read(file);
    return source.includes("from 'profilewright'") && /from '(\.\.\/)+src\//.test(source);
  });
  expect(mixed).toEqual([]);
});

describe('the manifest', () => {
  test('depends on four packages; one more needs a decision in docs/decisions', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual(['@xmldom/xmldom', 'ajv', 'node-forge', 'plist']);
  });

  test('runs nothing when it is installed', () => {
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare', 'preprepare', 'postprepare'];
    expect(hooks.filter((hook) => hook in manifest.scripts)).toEqual([]);
  });

  test('has the version that the changelog has on top', () => {
    const [, newest] = /^## \[(\d+\.\d+\.\d+)\]/m.exec(read('CHANGELOG.md')) ?? [];
    expect(newest).toBe(manifest.version);
  });

  test('has a lock file that names no registry', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
  });
});

describe('the papers', () => {
  const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...list('docs')].filter((file) =>
    file.endsWith('.md'),
  );

  test.each(pages)('%s links to nothing that is missing', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target = '']) => target);
    const missing = links.filter((link) => !existsSync(resolve(root, page, '..', link)));
    expect(missing).toEqual([]);
  });

  test.each(pages)('%s names only npm scripts that exist', (page) => {
    const named = [...read(page).matchAll(/npm run ([a-z][a-z:-]*)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  test.each(['docs/errors.md', 'docs/issues.md'])('%s shows commands as they are typed, without escapes', (page) => {
    const code = [...read(page).matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
    expect(code.filter((text) => /\\[_*<>[\]|#]/.test(text))).toEqual([]);
  });

  test('decisions are numbered without gaps', () => {
    const numbers = readdirSync(join(root, 'docs/decisions'))
      .sort()
      .map((file) => file.slice(0, 4));
    expect(numbers).toEqual(numbers.map((_number, index) => String(index + 1).padStart(4, '0')));
  });
});
