import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SUFFIX = '.schema.json';

/** Stage 2: the module that holds the schemas, so that no file is read at run time and bundlers need no loader. */
export function embedSchemas(schemas: ReadonlyMap<string, string>): string {
  const entries = [...schemas]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) => {
      const name = file.slice(0, -SUFFIX.length);
      // Sources in TypeScript may not hold these two, which JSON allows.
      const literal = JSON.stringify(JSON.parse(text)).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
      return `  ${JSON.stringify(name)}: ${literal},`;
    });
  return [
    '// Written by `npm run generate` from schemas/*.schema.json. Do not edit.',
    "import type { JsonSchemaObject } from '../json-schema.js';",
    '',
    '/** The schemas by payload type; `TopLevel` is the profile dictionary, `CommonPayloadKeys` what every payload has. */',
    'export const schemas: Readonly<Record<string, JsonSchemaObject>> = {',
    ...entries,
    '};',
    '',
  ].join('\n');
}

/** The schema files of a folder, by file name. */
export function readSchemas(home: string): Map<string, string> {
  const files = readdirSync(home).filter((file) => file.endsWith(SUFFIX));
  return new Map(files.map((file) => [file, readFileSync(join(home, file), 'utf8')]));
}
