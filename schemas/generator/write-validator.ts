import writeStandalone from 'ajv/dist/standalone/index.js';
import { transform } from 'esbuild';
import { createAjv, valueTests } from '../../src/schema/ajv.js';
import type { JsonSchemaObject } from '../../src/schema/json-schema.js';
import { toValueView } from '../../src/schema/value-view.js';

/**
 * What ajv compiles from a schema as a CommonJS module that needs nothing: its export is a function that takes the tests of
 * the keywords and returns the validator.
 *
 * @throws Error when ajv wants a module of its own at run time, which a process would have to load
 */
export async function writeValidator(schema: JsonSchemaObject): Promise<string> {
  const ajv = createAjv({ source: true });
  const code = writeStandalone.default(ajv, ajv.compile(toValueView(schema)));
  const needed = /\brequire\([^)]*\)/.exec(code);
  if (needed !== null) throw new Error(`the validator would need ${needed[0]}`);
  const tests = Object.keys(valueTests).join();
  const source = `module.exports = ({${tests}}) => { const module = {}; ${code} return module.exports; };`;
  // Its syntax is left as ajv wrote it: shorter forms of it are slower.
  const options = { minifyWhitespace: true, minifyIdentifiers: true, target: 'node20.19' } as const;
  return (await transform(source, options)).code;
}
