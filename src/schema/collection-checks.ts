import type { PlistDictionary } from '../plist/value.js';
import type { JsonSchemaObject } from './json-schema.js';
import { isDictionary } from './plist-type.js';
import type { SchemaFault } from './schema-fault.js';
import { noFaults, placeFaults, type CompileInner, type ValueCheck } from './value-check.js';

/** What is demanded of a dictionary: which keys there are, which must be, what stands under them. */
export function checkDictionary(schema: JsonSchemaObject, compile: CompileInner): ValueCheck | undefined {
  const { properties, required = [], additionalProperties } = schema;
  if (properties === undefined && required.length === 0 && additionalProperties === undefined) return undefined;
  const checkKeys = compileKeys(schema, compile);
  const check = (value: PlistDictionary): readonly SchemaFault[] => {
    let faults = checkKeys(value);
    for (const key of required) {
      if (value[key] !== undefined && Object.hasOwn(value, key)) continue;
      faults = [...faults, { kind: 'required', pointer: '', key }];
    }
    return faults;
  };
  // Where the type has been judged already, there is no need to look at it once more.
  if (schema.type === 'object') return check as ValueCheck;
  return (value) => (isDictionary(value) ? check(value) : noFaults);
}

function compileKeys(
  { properties = {}, additionalProperties = true }: JsonSchemaObject,
  compile: CompileInner,
): (dictionary: PlistDictionary) => readonly SchemaFault[] {
  const known = Object.keys(properties);
  const checks = new Map(Object.entries(properties).map(([key, inner]) => [key, compile(inner)]));
  const unknownKey: readonly SchemaFault[] = [{ kind: 'unknown-key', pointer: '', key: '', known }];
  const checkOther: ValueCheck = additionalProperties === false ? () => unknownKey : compile(additionalProperties);
  return (dictionary) => {
    let faults: SchemaFault[] | undefined;
    for (const key of Object.keys(dictionary)) {
      const named = checks.get(key);
      const value: unknown = dictionary[key];
      // A named key that is undefined is one that was left out.
      if (named !== undefined && value === undefined) continue;
      const found = (named ?? checkOther)(value, key);
      if (found !== noFaults) faults = placeFaults(found, key, faults);
    }
    return faults ?? noFaults;
  };
}

/** What is demanded of an array: how many items there are, and what each of them is. */
export function checkArray(schema: JsonSchemaObject, compile: CompileInner): ValueCheck | undefined {
  const { items = true, minItems, maxItems } = schema;
  if (items === true && minItems === undefined && maxItems === undefined) return undefined;
  const checkItem = compile(items);
  return (value, owner) => {
    if (!Array.isArray(value)) return noFaults;
    let faults = countFaults(value.length, schema);
    for (let index = 0; index < value.length; index += 1) {
      const found = checkItem(value[index], owner);
      if (found !== noFaults) faults = placeFaults(found, index, faults);
    }
    return faults ?? noFaults;
  };
}

function countFaults(
  count: number,
  { minItems = 0, maxItems = Infinity }: JsonSchemaObject,
): SchemaFault[] | undefined {
  const place = { kind: 'length', pointer: '', key: '', unit: 'item' } as const;
  if (count < (minItems as number)) return [{ ...place, bound: 'least', limit: Number(minItems) }];
  if (count > (maxItems as number)) return [{ ...place, bound: 'most', limit: Number(maxItems) }];
  return undefined;
}
