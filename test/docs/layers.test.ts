import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** One wrong import for each rule of .dependency-cruiser.cjs: the rule, the file, what the file says. */
const wrong: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['layer-diagnostics', 'src/diagnostics/a.ts', "import '../device/b.js';"],
  ['layer-device', 'src/device/a.ts', "import '../asn1/b.js';"],
  ['layer-asn1', 'src/asn1/a.ts', "import type { B } from '../pki/b.js';\nexport type A = B;"],
  ['layer-pki', 'src/pki/a.ts', "import '../trust/b.js';"],
  ['layer-trust', 'src/trust/a.ts', "import '../plist/b.js';"],
  ['layer-plist', 'src/plist/a.ts', "import '../cms/b.js';"],
  ['layer-cms', 'src/cms/a.ts', "import '../schema/b.js';"],
  ['layer-schema', 'src/schema/a.ts', "import '../profile/b.js';"],
  ['layer-profile', 'src/profile/a.ts', "import '../validation/b.js';"],
  ['layer-validation', 'src/validation/a.ts', "export const load = () => import('../builder/b.js');"],
  ['layer-builder', 'src/builder/a.ts', "import '../document/b.js';"],
  ['layer-document', 'src/document/a.ts', "import '../guide/b.js';"],
  ['layer-guide', 'src/guide/a.ts', "import '../report/b.js';"],
  ['layer-report', 'src/report/a.ts', "import '../mdm/b.js';"],
  ['layer-mdm', 'src/mdm/a.ts', "import '../fleet/b.js';"],
  ['layer-fleet', 'src/fleet/a.ts', "import '../live/b.js';"],
  ['layer-live', 'src/live/a.ts', "import '../delivery/b.js';"],
  ['layer-delivery', 'src/delivery/a.ts', "import '../cli/b.js';"],
  ['door-node-forge', 'src/asn1/not-the-door.ts', "export const f = require('node-forge');"],
  ['door-ajv', 'src/schema/not-the-door.ts', "import 'ajv/dist/2020.js';"],
  ['door-plist', 'src/plist/not-the-door.ts', "import type { PlistValue } from 'plist';\nexport type P = PlistValue;"],
  ['door-@xmldom/xmldom', 'src/plist/dom.ts', "import '@xmldom/xmldom';"],
  ['known-folder', 'src/utils/a.ts', "import '../device/b.js';"],
  ['index-is-the-way-out', 'src/document/c.ts', "import '../index.js';"],
  ['no-cycle', 'src/profile/ring.ts', "import type { R } from './ring2.js';\nexport type Q = R;"],
  ['src-stands-alone', 'src/cli/a.ts', "import '../../test/b.js';"],
  ['production-dependency', 'src/cli/c.ts', "import 'vitest';"],
  ['resolvable', 'test/a.ts', "import './nowhere.js';"],
  ['no-reach-out', 'src/document/d.ts', "import 'node:fs';"],
  ['files-in-cli-only', 'src/live/c.ts', "import 'node:fs/promises';"],
  ['sockets-in-live-only', 'src/cli/d.ts', "import 'node:tls';"],
  ['examples-import-the-package', 'examples/01-wrong.ts', "import '../src/index.js';"],
  ['examples-stand-alone', 'examples/02-wrong.ts', "import './01-wrong.js';"],
];

/** Imports that no rule may object to. */
const right: readonly (readonly [file: string, source: string])[] = [
  ['src/asn1/forge.ts', "export const f = require('node-forge');"],
  ['src/schema/ajv.ts', "import 'ajv';"],
  ['src/plist/plist-library.ts', "import 'plist';"],
  ['src/index.ts', "export { A } from './cli/right.js';\nimport './diagnostics/b.js';"],
  ['src/cli/right.ts', "import 'node:fs';\nimport '../diagnostics/b.js';\nexport const A = 1;"],
  ['src/live/right.ts', "import 'node:tls';\nimport 'node:net';"],
  [
    'src/pki/right.ts',
    "import 'node:crypto';\nimport { createRequire } from 'node:module';\nexport { createRequire };",
  ],
  ['examples/lab.ts', "import 'profilewright';\nimport 'node:fs';"],
  ['examples/03-right.ts', "import 'profilewright';\nimport './lab.js';"],
];

const root = resolve(import.meta.dirname, '../..');
const load = createRequire(import.meta.url);
let folder = '';
let found: string[] = [];

const write = (file: string, source: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${source}\n`);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'profilewright-layers-'));
  for (const [, file, source] of wrong) write(file, source);
  for (const [file, source] of right) write(file, source);
  const folders = wrong.flatMap(([rule]) => (rule.startsWith('layer-') ? [rule.slice('layer-'.length)] : []));
  for (const name of [...folders, 'cli']) write(`src/${name}/b.ts`, 'export interface B {}');
  write('src/profile/ring2.ts', "import type { Q } from './ring.js';\nexport type R = Q;");
  write('test/b.ts', '');
  for (const file of ['package.json', 'tsconfig.json', 'node_modules'])
    symlinkSync(join(root, file), join(folder, file));
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = ['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...config, 'src', 'examples', 'test'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (!stdout.startsWith('{')) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  found = summary.violations.map(({ rule, from }) => `${rule.name} in ${from}`);
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the rules about imports', () => {
  test.each(wrong)('%s catches %s', (rule, file) => {
    expect(found).toContain(`${rule} in ${file}`);
  });

  test.each(right)('leave %s alone', (file) => {
    expect(found.filter((violation) => violation.endsWith(` in ${file}`))).toEqual([]);
  });

  test('are all shown to work here', () => {
    const { forbidden } = load(join(root, '.dependency-cruiser.cjs')) as {
      forbidden: { name: string; severity: string }[];
    };
    expect(forbidden.map(({ name }) => name).sort()).toEqual(wrong.map(([rule]) => rule).sort());
    expect(new Set(forbidden.map(({ severity }) => severity))).toEqual(new Set(['error']));
  });
});
