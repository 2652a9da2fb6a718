import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readAppleFile } from './apple-file.js';
import { inheritKeys } from './inherit-keys.js';
import { markSecrets, readSecrets, type Secrets } from './mark-secrets.js';
import { assembleSchema, COMMON, compileKeys, type PayloadKeys, type SchemaSource } from './payload-schema.js';
import { readRules } from './rules-file.js';

/** What the generator reads: a checkout of Apple's device-management repository, or of the same form. */
export interface Checkout {
  readonly folder: string;
  /** Where the facts come from, unless the files say so themselves. */
  readonly release?: string;
  readonly commit?: string;
}

/**
 * Stage 1: the schema files, by file name, of a checkout. Every file of it is compiled, and nothing in one is passed over.
 *
 * @param home the folder `schemas/`, with `rules/` and `secrets.yaml`
 */
export function compileCheckout(checkout: Checkout, home: string): Map<string, string> {
  const payloads = new Payloads(
    readSources(checkout, home),
    readSecrets(readFileSync(join(home, 'secrets.yaml'), 'utf8')),
  );
  const common = payloads.has(COMMON) ? payloads.keysOf(COMMON).schema : undefined;
  const files = [...payloads.sources].map(([type, sources]) => {
    const schema = assembleSchema(sources, payloads.keysOf(type), common);
    return [`${type}.schema.json`, `${JSON.stringify(schema, undefined, 2)}\n`] as const;
  });
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The files by payload type. */
function readSources(checkout: Checkout, home: string): Map<string, SchemaSource[]> {
  const folder = join(checkout.folder, 'mdm', 'profiles');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const groups = new Map<string, SchemaSource[]>();
  for (const name of names.sort()) {
    const source = readSource(name, checkout, home);
    const { payloadType } = source.file;
    groups.set(payloadType, [...(groups.get(payloadType) ?? []), source]);
  }
  return groups;
}

function readSource(name: string, checkout: Checkout, home: string): SchemaSource {
  const file = readAppleFile(name, readFileSync(join(checkout.folder, 'mdm', 'profiles', name), 'utf8'));
  const rules = join(home, 'rules', name);
  return {
    name,
    file,
    rules: existsSync(rules) ? readRules(name, readFileSync(rules, 'utf8')) : { overrides: [], inherits: [] },
    provenance: file.source ?? provenanceOf(name, checkout),
  };
}

function provenanceOf(name: string, { release, commit }: Checkout): { release: string; commit: string } {
  if (release === undefined || commit === undefined) {
    throw new Error(`${name} does not say where it is from: pass --release and --commit`);
  }
  return { release, commit };
}

/** The payload types of a checkout, each with what it has from others. */
class Payloads {
  readonly sources: ReadonlyMap<string, readonly SchemaSource[]>;
  readonly #secrets: Secrets;
  readonly #complete = new Map<string, PayloadKeys>();

  constructor(sources: ReadonlyMap<string, readonly SchemaSource[]>, secrets: Secrets) {
    this.sources = sources;
    this.#secrets = secrets;
  }

  has(type: string): boolean {
    return this.sources.has(type);
  }

  keysOf(type: string, heirs: readonly string[] = []): PayloadKeys {
    const known = this.#complete.get(type);
    if (known !== undefined) return known;
    const sources = this.sources.get(type);
    if (sources === undefined) throw new Error(`inherits: there is no payload type "${type}"`);
    if (heirs.includes(type)) throw new Error(`inherits: ${[...heirs, type].join(' from ')} goes in a circle`);
    const inheritances = sources.flatMap(({ rules }) => rules.inherits);
    const { schema, ...facts } = inheritances.reduce(
      (keys, inheritance) => inheritKeys(keys, this.keysOf(inheritance.from, [...heirs, type]), inheritance),
      compileKeys(sources),
    );
    const complete = { ...facts, schema: markSecrets(schema, this.#secrets[type] ?? []) };
    this.#complete.set(type, complete);
    return complete;
  }
}
