import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './documented-page.js';

const SUFFIX = '.schema.json';
const filesOf = (folder: string): string[] => readdirSync(join(projectRoot, folder)).sort();
const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

interface Schema {
  readonly 'x-apple': { readonly sources: readonly { readonly file: string }[] };
  readonly properties: Readonly<Record<string, unknown>>;
}

const schemas = filesOf('schemas')
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => ({ name: file.slice(0, -SUFFIX.length), schema: JSON.parse(read(`schemas/${file}`)) as Schema }));
const pages = new Map(schemas.map(({ name }) => [name, read(`docs/payloads/${name}.md`)]));
const pageOf = (name: string): string => pages.get(name) ?? '';
const ruleFiles = filesOf('schemas/rules');

/** The names of all keys: what stands under `properties` anywhere in a schema. */
function keyNames(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    if (keyword !== 'properties') return keyNames(value);
    return Object.entries(value as object).flatMap(([name, inner]) => [name, ...keyNames(inner)]);
  });
}

const rowsOf = (page: string): string[] => page.split('\n').flatMap((line) => /^\| `([^`]+)` \|/.exec(line)?.[1] ?? []);

test('every schema has a page, and no page is left of another', () => {
  expect(filesOf('docs/payloads')).toEqual([...schemas.map(({ name }) => `${name}.md`), 'README.md'].sort());
});

test('every page stands in the index, with its number of rules', () => {
  const rows = read('docs/payloads/README.md')
    .split('\n')
    .flatMap((line) => {
      const [, name, file, rules] = /^\| \[(.+?)\]\((.+?)\.md\) \|.*\| (\d+) \|$/.exec(line) ?? [];
      return name === undefined ? [] : [[name, file, Number(rules)]];
    });
  const expected = schemas.map(({ name, schema }) => {
    const files = schema['x-apple'].sources.map(({ file }) => file).filter((file) => ruleFiles.includes(file));
    return [name, name, files.flatMap((file) => idsIn(file)).length];
  });
  expect(rows.sort()).toEqual(expected.sort());
});

const idsIn = (file: string): string[] =>
  [...read(`schemas/rules/${file}`).matchAll(/^- id: (\S+)$/gm)].map(([, id = '']) => id);

test('every key of a payload type stands on its page, but for those that every payload has', () => {
  const common = keyNames(schemas.find(({ name }) => name === 'CommonPayloadKeys')?.schema);
  expect(common).toContain('PayloadUUID');
  const missing = schemas.flatMap(({ name, schema }) => {
    const isOwn = (key: string): boolean => !common.includes(key) || ['CommonPayloadKeys', 'TopLevel'].includes(name);
    const rows = new Set(rowsOf(pageOf(name)));
    return keyNames(schema)
      .filter((key) => isOwn(key) && !rows.has(key))
      .map((key) => `${name} ${key}`);
  });
  expect(missing).toEqual([]);
});

test('every rule stands on the page of the payload type that its file is about, and nowhere else', () => {
  const places = ruleFiles.flatMap((file) => {
    const owner = schemas.find(({ schema }) => schema['x-apple'].sources.some((source) => source.file === file));
    return idsIn(file).map((id): [string, string | undefined] => [id, owner?.name]);
  });
  expect(places.length).toBeGreaterThan(500);
  const rows = new Map(schemas.map(({ name }) => [name, new Set(rowsOf(pageOf(name).split('\n## Rules\n')[1] ?? ''))]));
  const shown = places.map(([id]) => [
    id,
    schemas.filter(({ name }) => rows.get(name)?.has(id)).map(({ name }) => name),
  ]);
  expect(shown).toEqual(places.map(([id, name]) => [id, [name]]));
});

test('every anchor leads to a heading of its page', () => {
  const astray = [...pages].flatMap(([name, page]) => {
    const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => slugOf(text));
    // GitHub numbers the second heading of the same name, and so on.
    const anchors = headings.map((slug, index) => {
      const before = headings.slice(0, index).filter((other) => other === slug).length;
      return before === 0 ? slug : `${slug}-${String(before)}`;
    });
    return [...page.matchAll(/\]\(#([^)]*)\)/g)]
      .filter(([, to = '']) => !anchors.includes(to))
      .map(([link]) => name + link);
  });
  expect(astray).toEqual([]);
});

const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-');

test('tables have as many cells in each row as in their head', () => {
  const odd = [...pages, ['README', read('docs/payloads/README.md')] as const].flatMap(([name, page]) => {
    const tables = page.split('<!-- prettier-ignore -->\n').slice(1);
    return tables.flatMap((text) => {
      const rows = text.split('\n\n')[0]?.trimEnd().split('\n') ?? [];
      const cells = rows.map((row) => row.replaceAll('\\|', '').split('|').length);
      return cells.some((number) => number !== cells[0]) ? [name] : [];
    });
  });
  expect(odd).toEqual([]);
});
