/**
 * Writes the validators of all schemas beside the joined modules, as the last step of `npm run build`.
 *
 *     npm run validators
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadSchema, type SchemaName } from '../src/schema/catalogue.js';
import { writeValidator } from './generator/write-validator.js';

const folder = new URL('../dist/validators/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(fileURLToPath(new URL('.', import.meta.url)))) {
  const [, name] = /^(.+)\.schema\.json$/.exec(file) ?? [];
  if (name === undefined) continue;
  writeFileSync(new URL(`${name}.cjs`, folder), await writeValidator(loadSchema(name as SchemaName)));
}
