import { joinPointer } from '../plist/pointer.js';
import type { JsonSchema } from './json-schema.js';
import type { SchemaFault } from './schema-fault.js';

/** Judges a value. `owner` is the nearest key around it; the pointers of the faults begin at the value. */
export type ValueCheck = (value: unknown, owner: string) => readonly SchemaFault[];

/** Compiles a schema that stands inside of another. */
export type CompileInner = (schema: JsonSchema) => ValueCheck;

/** The one empty list, by which a value that fits is recognized without counting. */
export const noFaults: readonly SchemaFault[] = Object.freeze([]);

export const acceptAll: ValueCheck = () => noFaults;

/** All checks, one after the other. */
export function joinChecks(checks: readonly ValueCheck[]): ValueCheck {
  const [first, second] = checks;
  if (first === undefined) return acceptAll;
  if (second === undefined) return first;
  return (value, owner) => {
    let found = noFaults;
    for (const check of checks) {
      const faults = check(value, owner);
      if (faults !== noFaults) found = found === noFaults ? faults : [...found, ...faults];
    }
    return found;
  };
}

/** Adds the faults of a value to those of the dictionary or array around it, as seen from there. */
export function placeFaults(
  found: readonly SchemaFault[],
  segment: string | number,
  faults: SchemaFault[] = [],
): SchemaFault[] {
  const place = joinPointer('', segment);
  const key = typeof segment === 'string' ? segment : '';
  for (const fault of found) {
    const isOfValue = fault.pointer === '' && fault.kind !== 'required';
    faults.push({ ...fault, pointer: `${place}${fault.pointer}`, ...(isOfValue ? { key } : {}) });
  }
  return faults;
}

/** A value of the wrong type has no other fault, also when several schemas have said so. */
export function essentialFaults(faults: readonly SchemaFault[]): readonly SchemaFault[] {
  const mistyped = new Map<string, SchemaFault>();
  for (const fault of faults)
    if (fault.kind === 'type' && !mistyped.has(fault.pointer)) mistyped.set(fault.pointer, fault);
  return faults.filter((fault) => (mistyped.get(fault.pointer) ?? fault) === fault);
}
