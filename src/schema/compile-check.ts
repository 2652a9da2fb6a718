import { checkAlternatives, checkCondition } from './alternative-checks.js';
import { checkArray, checkDictionary } from './collection-checks.js';
import type { JsonSchemaObject } from './json-schema.js';
import { checkList, checkPattern, checkRange, checkType } from './scalar-checks.js';
import { acceptAll, joinChecks, type CompileInner, type ValueCheck } from './value-check.js';
import { expectedTypes } from './value-view.js';

/**
 * Turns a schema into functions that judge plist values, without ajv and without code that is made at run time. The faults
 * are those that {@link readFaults} reads out of the complaints of ajv: the tests hold one against the other.
 *
 * @param schema one that `isCheckable`
 */
export function compileCheck(schema: JsonSchemaObject): ValueCheck {
  const definitions = new Map<string, ValueCheck>();
  const refer = (reference: string): ValueCheck => {
    const definition = schema.$defs?.[reference.slice('#/$defs/'.length)] ?? true;
    return (value, owner) => {
      // Compiled when it is met, since a definition may refer to itself.
      const check = definitions.get(reference) ?? compile(definition);
      definitions.set(reference, check);
      return check(value, owner);
    };
  };
  const compile: CompileInner = (inner) => {
    if (typeof inner === 'boolean') return acceptAll;
    const demands = [
      inner.$ref === undefined ? undefined : refer(inner.$ref),
      checkList(inner),
      checkRange(inner),
      checkPattern(inner),
      checkDictionary(inner, compile),
      checkArray(inner, compile),
      checkAlternatives(inner, compile),
      checkCondition(inner, compile),
    ];
    return checkType(expectedTypes(inner), joinChecks(demands.filter((demand) => demand !== undefined)));
  };
  return compile(schema);
}
