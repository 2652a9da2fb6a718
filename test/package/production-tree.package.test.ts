import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly folder: string;
}

const readManifest = (folder: string): Manifest => ({
  ...(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Omit<Manifest, 'folder'>),
  folder,
});

/** Every installed package, nested ones too. */
function readTree(modules: string): Manifest[] {
  if (!existsSync(modules)) return [];
  const folders = readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => join(name, inner)) : name,
    )
    .map((name) => join(modules, name));
  return folders.flatMap((folder) => [readManifest(folder), ...readTree(join(folder, 'node_modules'))]);
}

const tree = readTree(join(inject('packed').consumer, 'node_modules'));

describe('what npm installs with the package', () => {
  test('is nine packages: the four that are asked for and what they need', () => {
    const names = tree.map(({ name }) => name).filter((name) => name !== 'profilewright');
    expect(names.sort()).toEqual([
      '@xmldom/xmldom',
      'ajv',
      'fast-deep-equal',
      'fast-uri',
      'json-schema-traverse',
      'node-forge',
      'plist',
      'require-from-string',
      'xmlbuilder',
    ]);
  });

  test('runs no script on installation', () => {
    const scripts = tree.flatMap(({ name, folder, scripts = {} }) => {
      const found = ['preinstall', 'install', 'postinstall'].filter((script) => script in scripts);
      if (existsSync(join(folder, 'binding.gyp'))) found.push('node-gyp rebuild');
      return found.map((script) => `${name}: ${script}`);
    });
    expect(scripts).toEqual([]);
  });

  test('has one @xmldom/xmldom, at 0.9.12 or later', () => {
    const found = tree.filter(({ name }) => name === '@xmldom/xmldom').map(({ version }) => version);
    expect(found).toHaveLength(1);
    const [major = 0, minor = 0, patch = 0] = (found[0] ?? '').split('.').map(Number);
    expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(9_012);
  });

  test('may be used by anyone: MIT, BSD or ISC', () => {
    const others = tree.filter(({ license = 'none' }) => !/\b(MIT|BSD-[23]-Clause|ISC)\b/.test(license));
    expect(others.map(({ name, license }) => `${name}: ${license ?? 'none'}`)).toEqual([]);
  });
});
