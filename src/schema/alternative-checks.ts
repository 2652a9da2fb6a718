import type { JsonSchema, JsonSchemaObject } from './json-schema.js';
import type { SchemaFault } from './schema-fault.js';
import { acceptAll, noFaults, type CompileInner, type ValueCheck } from './value-check.js';

/** `anyOf`: one of several schemas has to fit. */
export function checkAlternatives({ anyOf }: JsonSchemaObject, compile: CompileInner): ValueCheck | undefined {
  if (anyOf === undefined) return undefined;
  const checks = (anyOf as readonly JsonSchema[]).map(compile);
  return (value, owner) => {
    const failed: (readonly SchemaFault[])[] = [];
    for (const check of checks) {
      const faults = check(value, owner);
      if (faults === noFaults) return noFaults;
      failed.push(faults);
    }
    return chooseFaults(failed);
  };
}

/**
 * The faults to tell when no alternative fits: those of the only one that is of the value's type; or that there is none of
 * its type; or a list of values beside a range as one fault. Other alternatives are told as such.
 */
function chooseFaults(alternatives: readonly (readonly SchemaFault[])[]): readonly SchemaFault[] {
  const place = { pointer: '', key: '' };
  const mismatches = alternatives.flatMap((faults) => faults.filter(isMismatch));
  const [near, ...others] = alternatives.filter((faults) => !faults.some(isMismatch));
  if (near === undefined) return [joinMismatches(mismatches)];
  if (others.length === 0 && alternatives.length > 1) return near;
  const all = [near, ...others].flat();
  const listed = all.find((fault) => fault.kind === 'enum');
  const ranged = all.find((fault) => fault.kind === 'range');
  if (all.length !== 2 || listed === undefined || ranged === undefined) {
    return [{ ...place, kind: 'other', keyword: 'anyOf' }];
  }
  return [{ ...listed, range: ranged.range }];
}

type Mismatch = SchemaFault & { readonly kind: 'type' };

const isMismatch = (fault: SchemaFault): fault is Mismatch => fault.kind === 'type' && fault.pointer === '';

function joinMismatches(mismatches: readonly Mismatch[]): SchemaFault {
  const expected = [...new Set(mismatches.flatMap((fault) => fault.expected))];
  const coercible = mismatches.some((fault) => fault.coercible);
  return { kind: 'type', pointer: '', key: '', expected, found: mismatches[0]?.found ?? '', coercible };
}

/** `if`, `then`, `else`. */
export function checkCondition(schema: JsonSchemaObject, compile: CompileInner): ValueCheck | undefined {
  const { if: condition, then: special, else: general } = schema as Readonly<Record<string, JsonSchema | undefined>>;
  if (condition === undefined) return undefined;
  const holds = compile(condition);
  const [checkSpecial, checkGeneral] = [special, general].map((inner) =>
    inner === undefined ? acceptAll : compile(inner),
  );
  return (value, owner) => {
    const check = holds(value, owner) === noFaults ? checkSpecial : checkGeneral;
    return (check ?? acceptAll)(value, owner);
  };
}
