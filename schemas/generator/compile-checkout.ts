import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonSchemaObject } from '../../src/schema/json-schema.js';
import { readAppleFile } from './apple-file.js';
import { readOverrides } from './overrides.js';
import { COMMON, compilePayloadSchema, type SchemaSource } from './payload-schema.js';

/** What the generator reads: a checkout of Apple's device-management repository, or of the same form. */
export interface Checkout {
  readonly folder: string;
  /** Where the facts come from, unless the files say so themselves. */
  readonly release?: string;
  readonly commit?: string;
}

/**
 * Stage 1: the schema files, by file name, of the chosen YAML files of a checkout.
 *
 * @param home the folder `schemas/`, with `selection.txt` and `rules/`
 */
export function compileCheckout(checkout: Checkout, home: string): Map<string, string> {
  const selection = readFileSync(join(home, 'selection.txt'), 'utf8').split('\n').filter(Boolean);
  const sources = selection.map((name) => readSource(name, checkout.folder, home));
  const commonSource = sources.find(({ file }) => file.payloadType === COMMON);
  const common = commonSource && compilePayloadSchema(commonSource, undefined, provenanceOf(commonSource, checkout));
  const files = new Map<string, string>();
  for (const source of sources) {
    const file = `${source.file.payloadType}.schema.json`;
    if (files.has(file)) throw new Error(`${source.name}: another file has the type ${source.file.payloadType} too`);
    files.set(file, formatSchema(compilePayloadSchema(source, common, provenanceOf(source, checkout))));
  }
  return files;
}

function readSource(name: string, folder: string, home: string): SchemaSource {
  const file = readAppleFile(name, readFileSync(join(folder, 'mdm', 'profiles', name), 'utf8'));
  const rules = join(home, 'rules', name);
  return { name, file, overrides: existsSync(rules) ? readOverrides(name, readFileSync(rules, 'utf8')) : [] };
}

function provenanceOf(
  { name, file }: SchemaSource,
  { release, commit }: Checkout,
): { release: string; commit: string } {
  if (file.source !== undefined) return file.source;
  if (release === undefined || commit === undefined) {
    throw new Error(`${name} does not say where it is from: pass --release and --commit`);
  }
  return { release, commit };
}

function formatSchema(schema: JsonSchemaObject): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
