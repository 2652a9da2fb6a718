import type { PayloadReference } from '../../src/schema/reference-values.js';
import { quote } from './content-type.js';
import type { RuleFile } from './read-rules.js';

/** The keys that name a payload of the same profile by its PayloadUUID, by payload type, as the rules tell them. */
export type References = ReadonlyMap<string, readonly PayloadReference[]>;

/** Gathers them from `schemas/rules/`, those that a payload type has from another one too. */
export function collectReferences(files: readonly RuleFile[]): References {
  const own = new Map<string, Map<string, PayloadReference>>();
  for (const file of files) {
    const known = own.get(file.payloadType) ?? new Map<string, PayloadReference>();
    for (const reference of ownReferences(file)) keep(known, reference, file.name);
    own.set(file.payloadType, known);
  }
  for (const { name, payloadType, rules } of files) {
    for (const { inherits } of rules) {
      const start = `${inherits?.path ?? ''}/`;
      const inherited = inherits === undefined ? [] : [...(own.get(inherits.from)?.values() ?? [])];
      for (const reference of inherited) {
        const known = own.get(payloadType);
        if (known !== undefined && reference.path.startsWith(start)) keep(known, reference, name);
      }
    }
  }
  const found = [...own].map(([type, references]) => [type, [...references.values()]] as const);
  return new Map(found.filter(([, references]) => references.length > 0));
}

function ownReferences({ rules }: RuleFile): PayloadReference[] {
  const all = rules.flatMap(({ references = [] }) => references);
  const byUuid = all.filter(
    ({ target = '/PayloadUUID', sameProfile = true }) => target === '/PayloadUUID' && sameProfile,
  );
  return byUuid.map(({ path, payloadTypes }) => ({ path, payloadTypes }));
}

/** Two rules about one key have to agree, or nobody could say what may be written there. */
function keep(known: Map<string, PayloadReference>, reference: PayloadReference, file: string): void {
  const { path, payloadTypes } = reference;
  const other = known.get(path);
  if (other !== undefined && [...other.payloadTypes].sort().join() !== [...payloadTypes].sort().join()) {
    throw new Error(`${file}: two rules name other payload types for the reference at ${path}`);
  }
  known.set(path, other ?? reference);
}

/** The module that says at run time what may be referred to where. */
export function listReferences(references: References): string {
  const entries = [...references].map(([type, list]) => {
    const lines = list.map(
      ({ path, payloadTypes }) =>
        `    { path: ${quote(path)}, payloadTypes: [${payloadTypes.map(quote).join(', ')}] },\n`,
    );
    return `  ${quote(type)}: [\n${lines.join('')}  ],\n`;
  });
  return [
    '// Written by `npm run generate` from schemas/rules/*.yaml. Do not edit.\n',
    "import type { PayloadReference } from '../reference-values.js';\n\n",
    '/** The keys that name another payload of the profile by its PayloadUUID. */\n',
    `export const payloadReferences: Readonly<Record<string, readonly PayloadReference[]>> = {\n${entries.join('')}};\n`,
  ].join('');
}
