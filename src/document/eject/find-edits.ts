import { equalBytes } from '../../asn1/der.js';
import { extendPointer } from '../../plist/pointer.js';
import { PlistReal, type PlistDictionary, type PlistValue } from '../../plist/value.js';
import { isDictionary } from '../../schema/plist-type.js';

/** What has to be edited in a value that was made for it to be another one. */
export interface ValueEdits {
  /** The values to write: the pointer in what was made, the pointer in what is wanted, and the value there. */
  readonly set: readonly (readonly [made: string, wanted: string, value: PlistValue])[];
  readonly remove: readonly string[];
}

/** Two values and where they stand. */
export interface ComparedValues {
  readonly made: PlistValue | undefined;
  readonly wanted: PlistValue;
  readonly pointers: readonly [made: string, wanted: string];
}

/** Finds what tells two values apart: every type counts, the order of keys does not. */
export function findEdits({ made, wanted, pointers }: ComparedValues): ValueEdits {
  if (isDictionary(made) && isDictionary(wanted)) return findKeyEdits(made, wanted, pointers);
  if (Array.isArray(made) && Array.isArray(wanted) && made.length === wanted.length) {
    const items = wanted as readonly PlistValue[];
    return joinEdits(
      items.map((item, index) =>
        findEdits({ made: (made as readonly PlistValue[])[index], wanted: item, pointers: inside(pointers, index) }),
      ),
    );
  }
  return isSameScalar(made, wanted) ? { set: [], remove: [] } : { set: [[...pointers, wanted]], remove: [] };
}

export function joinEdits(edits: readonly ValueEdits[]): ValueEdits {
  return { set: edits.flatMap(({ set }) => set), remove: edits.flatMap(({ remove }) => remove) };
}

function findKeyEdits(
  made: PlistDictionary,
  wanted: PlistDictionary,
  pointers: ComparedValues['pointers'],
): ValueEdits {
  const surplus = Object.keys(made).filter((key) => !Object.hasOwn(wanted, key));
  const inner = Object.entries(wanted).map(([key, value]) =>
    findEdits({
      made: Object.hasOwn(made, key) ? made[key] : undefined,
      wanted: value,
      pointers: inside(pointers, key),
    }),
  );
  return joinEdits([{ set: [], remove: surplus.map((key) => extendPointer(pointers[0], key)) }, ...inner]);
}

const inside = ([made, wanted]: ComparedValues['pointers'], segment: string | number): [string, string] => [
  extendPointer(made, segment),
  extendPointer(wanted, segment),
];

function isSameScalar(a: PlistValue | undefined, b: PlistValue): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return equalBytes(a, b);
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  if (a instanceof PlistReal && b instanceof PlistReal) return Object.is(a.value, b.value);
  return a === b;
}
