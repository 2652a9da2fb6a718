/**
 * Writes what is made from Apple's device-management schema and from what is kept by hand beside it.
 *
 *     npm run generate -- [<checkout> [--release <name> --commit <hash>]] [--check | --diff]
 *
 * Stage 1, only with a checkout of Apple's repository: `schemas/*.schema.json`. Stage 2: the TypeScript types and the list of
 * payload types in `src/schema/generated/`, from the schema files alone; what is judged by `schemas/rules/*.yaml` and said
 * about it; the public suffixes, from the package that ships them; then the pages of `docs/` that are generated.
 *
 * With `--check` nothing is written, and the exit code is 1 when a file is out of date; the checkout is then taken from
 * PROFILEWRIGHT_APPLE_SCHEMA, when none is named. With `--diff` the difference between the schema files and the checkout is
 * told, and nothing is written.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compileCheckout } from './generator/compile-checkout.js';
import { compileRules, nameRules } from './generator/compile-rules.js';
import { describeChanges } from './generator/describe-changes.js';
import { generateContent } from './generator/payload-content.js';
import { collectReferences } from './generator/payload-references.js';
import { embedSuffixes, readSuffixList } from './generator/public-suffixes.js';
import { readRuleFiles } from './generator/read-rules.js';

const home = fileURLToPath(new URL('.', import.meta.url));
const { values, positionals } = parseArgs({
  options: {
    check: { type: 'boolean' },
    diff: { type: 'boolean' },
    release: { type: 'string' },
    commit: { type: 'string' },
  },
  allowPositionals: true,
});
const { check = false, diff = false, ...provenance } = values;
const [folder = check ? process.env['PROFILEWRIGHT_APPLE_SCHEMA'] : undefined, ...others] = positionals;
if (others.length > 0) throw new Error('pass one checkout');
if (diff && folder === undefined) throw new Error('pass the checkout to compare with');

const committed = readFiles(home, (file) => file.endsWith('.schema.json'));
const compiled = folder === undefined ? committed : compileCheckout({ folder, ...provenance }, home);
if (diff) console.log(describeChanges(committed, compiled).join('\n'));
else await write();

async function write(): Promise<void> {
  keepAll(home, committed, compiled);
  const rules = readRuleFiles(join(home, 'rules'));
  keepModules('../src/schema/generated', () => generateContent(compiled, collectReferences(rules)));
  const ruleFiles = compileRules(rules);
  keepAll(
    home,
    readFiles(home, (file) => ruleFiles.has(file)),
    ruleFiles,
  );
  keepModules('../src/diagnostics/issues/generated', () => new Map([['rule-code.ts', nameRules(rules)]]));
  keepModules('../src/trust/names/generated', (before) => {
    const file = 'public-suffixes.ts';
    return new Map([[file, embedSuffixes(readSuffixList(), before.get(file) ?? '')]]);
  });
  // The pages read the files that were written just now; `npm run docs -- --check` has its own place in `npm run generated`.
  if (!check) await import('../docs/generate.js');
}

function keepModules(folder: string, make: (before: ReadonlyMap<string, string>) => ReadonlyMap<string, string>): void {
  const parent = join(home, folder);
  const before = readFiles(parent, (file) => file.endsWith('.ts'));
  keepAll(parent, before, make(before));
}

/** The files of a folder and of those inside of it, by their path. */
function readFiles(parent: string, isWanted: (file: string) => boolean): Map<string, string> {
  const files = existsSync(parent) ? readdirSync(parent, { recursive: true, encoding: 'utf8' }).filter(isWanted) : [];
  return new Map(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(join(parent, file), 'utf8')]));
}

function keepAll(parent: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): void {
  for (const [file, text] of after) {
    if (before.get(file) !== text) change(join(parent, file), () => replace(join(parent, file), text));
  }
  for (const file of before.keys()) if (!after.has(file)) change(join(parent, file), () => rmSync(join(parent, file)));
}

function replace(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function change(path: string, apply: () => void): void {
  if (!check) return apply();
  console.error(`${path} is out of date: run npm run generate`);
  process.exitCode = 1;
}
