import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileCheckout } from '../../../schemas/generator/compile-checkout.js';
import { embedSchemas, readSchemas } from '../../../schemas/generator/embed-schemas.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const schemas = join(project, 'schemas');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'profilewright-'));
  mkdirSync(join(folder, 'mdm', 'profiles'), { recursive: true });
  mkdirSync(join(folder, 'rules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, 'mdm', 'profiles', name), text);
}

const commonKeys = 'payload: {payloadtype: CommonPayloadKeys}\npayloadkeys:\n  - {key: PayloadUUID, type: <string>}\n';
const source = { release: '1.0', commit: 'abc' };

test('the module that holds the schemas is what the schema files say', () => {
  const embedded = readFileSync(join(project, 'src/schema/generated/schemas.ts'), 'utf8');
  expect(embedded === embedSchemas(readSchemas(schemas))).toBe(true);
});

test('the command finds the committed files up to date without a checkout', () => {
  const tsx = join(project, 'node_modules/tsx/dist/cli.mjs');
  const run = spawnSync(process.execPath, [tsx, join(schemas, 'generate.ts'), '--check'], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
});

test('schemas are compiled from the chosen files of a checkout, by payload type', () => {
  write('Common.yaml', commonKeys);
  write('lab(one).yaml', 'payload: {payloadtype: com.example.lab}\npayloadkeys:\n  - {key: A, type: <data>}\n');
  write('other.yaml', 'not chosen: [');
  writeFileSync(join(folder, 'selection.txt'), 'Common.yaml\nlab(one).yaml\n');
  writeFileSync(
    join(folder, 'rules', 'lab(one).yaml'),
    '- id: a\n  severity: error\n  note: b\n  overrides: [{path: /A, presence: required}]\n',
  );
  const files = compileCheckout({ folder, ...source }, folder);
  expect([...files.keys()]).toEqual(['CommonPayloadKeys.schema.json', 'com.example.lab.schema.json']);
  const lab = JSON.parse(files.get('com.example.lab.schema.json') ?? '') as object;
  expect(lab).toMatchObject({ 'x-apple': source, required: ['A'] });
  expect(Object.keys((lab as { properties: object }).properties)).toEqual(['PayloadUUID', 'PayloadType', 'A']);
});

test('two files of one type, a file without provenance and a missing file are refused', () => {
  write('Common.yaml', commonKeys);
  write('again.yaml', commonKeys);
  writeFileSync(join(folder, 'selection.txt'), 'Common.yaml\nagain.yaml\n');
  expect(() => compileCheckout({ folder, ...source }, folder)).toThrow(/another file has the type CommonPayloadKeys/);
  writeFileSync(join(folder, 'selection.txt'), 'Common.yaml\n');
  expect(() => compileCheckout({ folder }, folder)).toThrow(/pass --release and --commit/);
  writeFileSync(join(folder, 'selection.txt'), 'nowhere.yaml\n');
  expect(() => compileCheckout({ folder, ...source }, folder)).toThrow(/nowhere\.yaml/);
});

test('line separators of JSON do not break the module', () => {
  const text = embedSchemas(new Map([['a.schema.json', '{"title":"\u2028\u2029"}']]));
  expect(text).toContain('{"title":"\\u2028\\u2029"}');
});

test('the module lists schemas in the order of their names', () => {
  copyFileSync(join(schemas, 'TopLevel.schema.json'), join(folder, 'b.schema.json'));
  writeFileSync(join(folder, 'a.schema.json'), '{}');
  const names = [...embedSchemas(readSchemas(folder)).matchAll(/^ {2}"(.+?)":/gm)].map(([, name]) => name);
  expect(names).toEqual(['a', 'b']);
});
