import { createRequire } from 'node:module';
import { complaintsOf, valueTests, type CompiledSchema, type ValidateFunction, type ValueTests } from './ajv.js';
import type { SchemaName } from './catalogue.js';

/** The module that the build writes for a schema: given the tests of the keywords, it is what ajv compiled. */
type WrittenValidator = (tests: ValueTests) => ValidateFunction;

/**
 * The validator that `schemas/write-validators.ts` has written beside the joined modules, which needs no ajv. There is none
 * beside the sources, and none beside a program that was bundled into one file.
 */
export function loadWritten(name: SchemaName): CompiledSchema | undefined {
  const load = createRequire(import.meta.url);
  const path = `./validators/${name}.cjs`;
  try {
    load.resolve(path);
  } catch {
    return undefined;
  }
  return complaintsOf((load(path) as WrittenValidator)(valueTests));
}
