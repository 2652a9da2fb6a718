/**
 * Writes the schemas. Stage 1, only with a checkout of Apple's device-management repository: `schemas/*.schema.json` from
 * Apple's YAML. Stage 2: `src/schema/generated/schemas.ts` from those files, and the public suffixes from the package that
 * ships them. With `--check` nothing is written, and the exit code is 1 when a file is out of date.
 *
 *     npm run generate -- [<checkout> [--release <name> --commit <hash>]] [--check]
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compileCheckout } from './generator/compile-checkout.js';
import { embedSchemas, readSchemas } from './generator/embed-schemas.js';
import { embedSuffixes, readSuffixList } from './generator/public-suffixes.js';

const home = fileURLToPath(new URL('.', import.meta.url));
const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean' }, release: { type: 'string' }, commit: { type: 'string' } },
  allowPositionals: true,
});
const [folder, ...others] = positionals;
if (others.length > 0) throw new Error('pass one checkout');

const { check = false, ...provenance } = values;
const committed = readSchemas(home);
const compiled = folder === undefined ? committed : compileCheckout({ folder, ...provenance }, home);
for (const [file, text] of compiled) keep(join(home, file), text);
for (const file of committed.keys()) if (!compiled.has(file)) drop(join(home, file));
keep(join(home, '../src/schema/generated/schemas.ts'), embedSchemas(compiled));
const suffixes = join(home, '../src/trust/names/generated/public-suffixes.ts');
keep(suffixes, embedSuffixes(readSuffixList(), existsSync(suffixes) ? readFileSync(suffixes, 'utf8') : ''));

function keep(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  if (check) return refuse(path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function drop(path: string): void {
  if (check) refuse(path);
  else rmSync(path);
}

function refuse(path: string): void {
  console.error(`${path} is out of date: run npm run generate`);
  process.exitCode = 1;
}
