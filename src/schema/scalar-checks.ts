import { describeValue, isCoercible, quoteChoice } from './describe-value.js';
import type { JsonSchemaObject } from './json-schema.js';
import { isInRange, isListed, isPlistType, type PlistType } from './plist-type.js';
import { noFaults, type ValueCheck } from './value-check.js';
import { listedValues, rangeOf } from './value-view.js';

/** A value of the wrong type has no other fault than that. */
export function checkType(expected: readonly PlistType[], rest: ValueCheck): ValueCheck {
  const fits = typeTest(expected);
  if (fits === undefined) return rest;
  return (value, owner) => {
    if (fits(value)) return rest(value, owner);
    const coercible = isCoercible(value, expected);
    return [{ kind: 'type', pointer: '', key: '', expected, found: describeValue(value), coercible }];
  };
}

/** Texts and booleans, which are most, need no look at the other types. */
function typeTest(expected: readonly PlistType[]): ((value: unknown) => boolean) | undefined {
  const [only, ...others] = expected;
  if (only === undefined) return undefined;
  if (others.length === 0 && only === 'string') return (value) => typeof value === 'string';
  if (others.length === 0 && only === 'boolean') return (value) => typeof value === 'boolean';
  if (others.length === 0 && only === 'array') return Array.isArray;
  return (value) => isPlistType(value, expected);
}

export function checkList(schema: JsonSchemaObject): ValueCheck | undefined {
  const allowed = listedValues(schema);
  if (allowed === undefined) return undefined;
  const quick = new Set(allowed);
  return (value, owner) => {
    if (quick.has(value) || isListed(value, allowed)) return noFaults;
    return [{ kind: 'enum', pointer: '', key: '', allowed, ...quoteChoice(owner, value) }];
  };
}

export function checkRange(schema: JsonSchemaObject): ValueCheck | undefined {
  const range = rangeOf(schema);
  if (range === undefined) return undefined;
  return (value) => (isInRange(value, range) ? noFaults : [{ kind: 'range', pointer: '', key: '', range }]);
}

export function checkPattern({ pattern }: JsonSchemaObject): ValueCheck | undefined {
  if (typeof pattern !== 'string') return undefined;
  const form = new RegExp(pattern, 'u');
  return (value) => {
    if (typeof value !== 'string' || form.test(value)) return noFaults;
    return [{ kind: 'pattern', pointer: '', key: '', pattern }];
  };
}
