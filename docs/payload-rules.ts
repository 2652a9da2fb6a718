import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import type { Conditions } from '../src/report/describe-conditions.js';
import { loadSchema, type SchemaName } from '../src/schema/catalogue.js';

/** A rule of `schemas/rules/`, as far as a page tells it. */
export interface PayloadRule extends Conditions {
  readonly id: string;
  readonly severity: string;
  readonly note: string;
  readonly inherits?: { readonly from: SchemaName };
  readonly if?: unknown;
  readonly then?: unknown;
  readonly references?: readonly { readonly path: string }[];
  readonly check?: {
    readonly kind: string;
    readonly keys?: readonly { readonly path?: string; readonly by: string }[];
  };
  /** The file that it stands in, without `.yaml`. */
  readonly file: string;
}

const folder = new URL('../schemas/rules/', import.meta.url);

/**
 * The rules by the schema that they are about: the one that is made from the file of Apple's that has their name. Rules of
 * types that a release does not have are on no page.
 */
export function readPayloadRules(names: readonly SchemaName[]): Map<SchemaName, PayloadRule[]> {
  const files = new Set(readdirSync(folder));
  return new Map(
    names.map((name) => {
      const { sources } = loadSchema(name)['x-apple'] as { sources: readonly { file: string }[] };
      return [name, sources.flatMap(({ file }) => (files.has(file) ? readFile(file) : []))] as const;
    }),
  );
}

function readFile(file: string): PayloadRule[] {
  const rules = parse(readFileSync(new URL(encodeURIComponent(file), folder), 'utf8')) as readonly PayloadRule[];
  return rules.map((rule) => ({ ...rule, file: file.replace(/\.yaml$/, '') }));
}
