import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compileCheckout } from '../../../schemas/generator/compile-checkout.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const schemas = join(project, 'schemas');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'profilewright-'));
  mkdirSync(join(folder, 'mdm', 'profiles'), { recursive: true });
  mkdirSync(join(folder, 'rules'));
  write('CommonPayloadKeys', 'CommonPayloadKeys', '{key: PayloadUUID, type: <string>}');
  writeFileSync(join(folder, 'secrets.yaml'), '{}\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, type: string, ...keys: readonly string[]): void {
  const list = keys.map((key) => `  - ${key}\n`).join('');
  writeFileSync(
    join(folder, 'mdm', 'profiles', `${name}.yaml`),
    `payload: {payloadtype: ${type}}\npayloadkeys:\n${list}`,
  );
}

const writeRules = (name: string, text: string): void => writeFileSync(join(folder, 'rules', `${name}.yaml`), text);

const source = { release: '1.0', commit: 'abc' };

function compile(): Record<string, JsonSchemaObject> {
  const files = compileCheckout({ folder, ...source }, folder);
  return Object.fromEntries([...files].map(([file, text]) => [file, JSON.parse(text) as JsonSchemaObject]));
}

const keysOf = (schema: JsonSchemaObject | undefined): string[] => Object.keys(schema?.properties ?? {});

describe('a checkout', () => {
  test('is compiled by payload type, each with the common keys and with our rules', () => {
    write('lab(one)', 'com.example.lab', '{key: A, type: <data>}');
    writeRules('lab(one)', '- id: a\n  overrides: [{path: /A, presence: required}]\n');
    const files = compile();
    expect(Object.keys(files)).toEqual(['CommonPayloadKeys.schema.json', 'com.example.lab.schema.json']);
    const lab = files['com.example.lab.schema.json'];
    expect(lab).toMatchObject({ 'x-apple': { sources: [{ file: 'lab(one).yaml', ...source }] }, required: ['A'] });
    expect(keysOf(lab)).toEqual(['PayloadUUID', 'PayloadType', 'A']);
  });

  test('has several files of one type as one schema, which names them all', () => {
    write('lab(one)', 'com.example.lab', '{key: A, type: <data>}');
    write('lab(two)', 'com.example.lab', '{key: B, type: <data>}');
    const lab = compile()['com.example.lab.schema.json'];
    expect(keysOf(lab)).toEqual(['PayloadUUID', 'PayloadType', 'A', 'B']);
    expect(lab?.['x-apple']?.['sources']).toEqual([
      { file: 'lab(one).yaml', ...source },
      { file: 'lab(two).yaml', ...source },
    ]);
  });

  test('without the common keys, or without saying where it is from, is refused', () => {
    expect(() => compileCheckout({ folder }, folder)).toThrow(/pass --release and --commit/);
    write('lab', 'com.example.lab', '{key: A, type: <data>}');
    rmSync(join(folder, 'mdm', 'profiles', 'CommonPayloadKeys.yaml'));
    expect(() => compile()).toThrow(/CommonPayloadKeys\.yaml is missing/);
  });
});

describe('what is inherited', () => {
  beforeEach(() => {
    write('vpn', 'com.example.vpn', '{key: A, type: <string>, presence: required}', '{key: B, type: <data>}');
    writeFileSync(join(folder, 'secrets.yaml'), 'com.example.vpn: [/A]\n');
  });

  test('is every key with its demands, its overrides and its secrets, unless the heir has it', () => {
    write('heir', 'com.example.heir', '{key: B, type: <string>}');
    writeRules('vpn', '- id: a\n  overrides: [{path: /New, schema: {type: boolean}}]\n');
    writeRules('heir', '- id: b\n  inherits: {from: com.example.vpn}\n');
    const heir = compile()['com.example.heir.schema.json'];
    expect(heir).toMatchObject({
      properties: { A: { type: 'string', writeOnly: true }, B: { type: 'string' }, New: { type: 'boolean' } },
      required: ['A'],
    });
  });

  test('is one key, when a path names it', () => {
    write('heir', 'com.example.heir', '{key: ANY, type: <any>}');
    writeRules('heir', '- id: b\n  inherits: {from: com.example.vpn, path: /A}\n');
    const heir = compile()['com.example.heir.schema.json'];
    expect(keysOf(heir)).toEqual(['PayloadUUID', 'PayloadType', 'A']);
    expect(heir).toMatchObject({ additionalProperties: {} });
    expect(heir?.required).toEqual([]);
  });

  test.each<[what: string, inherits: string, message: RegExp]>([
    ['a type that is not there', '{from: com.example.none}', /no payload type "com\.example\.none"/],
    ['a key that is not there', '{from: com.example.vpn, path: /X}', /com\.example\.vpn has no key "\/X"/],
    ['itself', '{from: com.example.heir}', /goes in a circle/],
  ])('from %s is refused', (_, inherits, message) => {
    write('heir', 'com.example.heir', '{key: B, type: <string>}');
    writeRules('heir', `- id: b\n  inherits: ${inherits}\n`);
    expect(() => compile()).toThrow(message);
  });
});

describe('the command', () => {
  const run = (argv: readonly string[], env: NodeJS.ProcessEnv = {}) => {
    const tsx = join(project, 'node_modules/tsx/dist/cli.mjs');
    const { PROFILEWRIGHT_APPLE_SCHEMA: _, ...inherited } = process.env;
    const argument = { encoding: 'utf8', env: { ...inherited, ...env } } as const;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [tsx, join(schemas, 'generate.ts'), ...argv],
      argument,
    );
    return { status, stdout, stderr };
  };

  test('checks the schemas too against the checkout that a variable names', () => {
    const { status, stderr } = run(['--check', '--release', '1', '--commit', 'abc'], {
      PROFILEWRIGHT_APPLE_SCHEMA: folder,
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(/com\.apple\.wifi\.managed\.schema\.json is out of date/);
    expect(stderr).toMatch(/CommonPayloadKeys\.schema\.json is out of date/);
    expect(stderr).toMatch(/generated\/content\/wifi-managed\.ts is out of date/);
  });

  test('tells the difference from a checkout, and writes nothing', () => {
    copyFileSync(join(schemas, 'secrets.yaml'), join(folder, 'secrets.yaml'));
    const before = readdirSync(schemas);
    const { status, stdout } = run([folder, '--diff', '--release', '1', '--commit', 'abc']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^CommonPayloadKeys\n( {2}.*\n)* {2}\/PayloadUUID: now optional\n/m);
    expect(stdout).toContain('\ncom.apple.wifi.managed: removed\n');
    expect(readdirSync(schemas)).toEqual(before);
  });
});

test('every path of our rules and secrets leads to a key, but where vendors have secrets of their own', async () => {
  const { parse } = await import('yaml');
  const read = (file: string): unknown => parse(readFileSync(join(schemas, file), 'utf8'));
  const leadsTo = (schema: unknown, [key, ...rest]: readonly string[]): boolean => {
    if (key === undefined) return true;
    const { properties = {}, items, additionalProperties, then: special = {} } = schema as JsonSchemaObject;
    const inner = key === '*' ? [items, additionalProperties] : [properties[key], leadOf(special, key)];
    return inner.some((one) => typeof one === 'object' && leadsTo(one, rest));
  };
  const leadOf = (schema: unknown, key: string): unknown => (schema as JsonSchemaObject).properties?.[key];
  const schemaOf = (type: string): unknown =>
    JSON.parse(readFileSync(join(schemas, `${type}.schema.json`), 'utf8')) as unknown;
  const sources = readdirSync(schemas)
    .filter((file) => file.endsWith('.schema.json'))
    .flatMap((file) => {
      const schema = schemaOf(file.replace('.schema.json', '')) as { 'x-apple': { sources: { file: string }[] } };
      return schema['x-apple'].sources.map((one) => [one.file, schema] as const);
    });
  const rules = new Map(sources);
  expect(readdirSync(join(schemas, 'rules')).filter((file) => !rules.has(file))).toEqual([]);
  const wrong = readdirSync(join(schemas, 'rules')).flatMap((file) =>
    (read(`rules/${file}`) as { id: string; overrides?: { path: string }[] }[]).flatMap(({ id, overrides = [] }) =>
      overrides.filter(({ path }) => !leadsTo(rules.get(file), path.split('/').slice(1))).map(({ path }) => id + path),
    ),
  );
  expect(wrong).toEqual([]);
  const unknown = Object.entries(read('secrets.yaml') as Record<string, string[]>).flatMap(([type, paths]) =>
    paths.filter((path) => !leadsTo(schemaOf(type), path.split('/').slice(1))).map((path) => `${type} ${path}`),
  );
  expect(unknown).toEqual([
    ...['firstactive', 'first', 'global', 'secondactive', 'second', 'thirdactive', 'third'].map(
      (name) => `com.apple.${name}ethernet.managed /ProxyPassword`,
    ),
    'com.apple.vpn.managed /VPN/Password',
    'com.apple.vpn.managed.applayer /VPN/Password',
  ]);
});
