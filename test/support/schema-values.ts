import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';

/** The JSON Schemas of this package, as far as they go. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string;
  readonly plist?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string | number | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly anyOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
}

/** Makes the real numbers of the package under test. */
export type MakeReal = (value: number) => unknown;

type Dictionary = Readonly<Record<string, unknown>>;

/** The schema with the branch of its condition that is asked for written out, so that it has none any more. */
export function chooseBranch(schema: Schema, branch: 'then' | 'else'): Schema {
  if (schema.if === undefined) return schema;
  const { if: condition, then: special = {}, else: general = {}, ...rest } = schema;
  const parts = branch === 'then' ? [special, condition] : [general];
  const properties: Record<string, Schema> = { ...rest.properties };
  for (const [key, inner] of parts.flatMap((part) => Object.entries(part.properties ?? {}))) {
    properties[key] = { ...properties[key], ...inner };
  }
  return { ...rest, properties, required: [rest, ...parts].flatMap(({ required = [] }) => required) };
}

const resolve = (schema: Schema, root: Schema): Schema =>
  schema.$ref === undefined ? schema : (root.$defs?.[schema.$ref.slice('#/$defs/'.length)] ?? {});

const listedOf = (schema: Schema): readonly (string | number | boolean)[] | undefined =>
  schema.const === undefined ? schema.enum : [schema.const];

const rangeOf = ({ anyOf = [], ...schema }: Schema): { min: number; max: number } => {
  const limits = [schema, ...anyOf].find(({ minimum, maximum }) => (minimum ?? maximum) !== undefined);
  return { min: limits?.minimum ?? -(2 ** 31), max: limits?.maximum ?? 2 ** 31 };
};

/** Alternatives with types of their own; others only limit the value. */
const typedAlternatives = ({ anyOf = [] }: Schema): readonly Schema[] => anyOf.filter(({ type }) => type !== undefined);

/** Made once: making an arbitrary of texts takes longer than making the texts. */
const anyText = fc.string({ maxLength: 12 });
const otherValues = fc.oneof(fc.string({ maxLength: 5 }), fc.boolean(), fc.uint8Array({ maxLength: 5 }));
const otherKeys = fc.stringMatching(/^[a-z]{1,5}$/);
const matchingTexts = new Map<string, fc.Arbitrary<string>>();

function textsOf(pattern: string): fc.Arbitrary<string> {
  const texts = matchingTexts.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'));
  matchingTexts.set(pattern, texts);
  return texts;
}

/** Values that fit a schema. */
export function fittingValues(schema: Schema, real: MakeReal): fc.Arbitrary<unknown> {
  return arbitrary(schema, schema, real, 0);
}

function arbitrary(given: Schema, root: Schema, real: MakeReal, depth: number): fc.Arbitrary<unknown> {
  const schema = resolve(given, root);
  const listed = listedOf(schema);
  if (listed !== undefined)
    return fc.constantFrom(...listed).map((value) => (schema.plist === 'real' ? real(value as number) : value));
  const alternatives = typedAlternatives(schema);
  if (alternatives.length > 0) return fc.oneof(...alternatives.map((one) => arbitrary(one, root, real, depth)));
  const { min, max } = rangeOf(schema);
  switch (schema.plist ?? schema.type) {
    case 'string':
      return schema.pattern === undefined ? anyText : textsOf(schema.pattern);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(fc.integer({ min, max }), fc.bigInt({ min: BigInt(min), max: BigInt(max) }));
    case 'real':
      return fc.double({ min, max, noNaN: true }).map((value) => (Number.isInteger(value) ? real(value) : value));
    case 'data':
      return fc.uint8Array({ maxLength: 20 });
    case 'date':
      return fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => new Date(seconds * 1000));
    case 'array': {
      const { minItems = 0, maxItems = 2 } = schema;
      // What contains itself comes to an end.
      if (minItems === 0 && depth > 4) return fc.constant([]);
      return fc.array(arbitrary(schema.items ?? {}, root, real, depth + 1), {
        minLength: minItems,
        maxLength: maxItems,
      });
    }
    case 'object':
      return dictionaries(schema, root, real, depth);
    default:
      return otherValues;
  }
}

function dictionaries(schema: Schema, root: Schema, real: MakeReal, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const values = Object.entries(properties).map(
    ([key, inner]) => [key, arbitrary(inner, root, real, depth + 1)] as const,
  );
  const named = fc.record(Object.fromEntries(values), { requiredKeys: [...required] });
  if (additionalProperties === false) return named;
  const other = arbitrary(additionalProperties === true ? {} : additionalProperties, root, real, depth + 1);
  const others = fc.dictionary(otherKeys, other, { maxKeys: 2 });
  return fc.tuple(others, named).map(([more, some]) => ({ ...more, ...(some as object) }));
}

/** One value that fits, with every key there is. */
export function fullValue(schema: Schema, real: MakeReal): unknown {
  return full(schema, schema, real, 0);
}

function full(given: Schema, root: Schema, real: MakeReal, depth: number): unknown {
  const schema = resolve(given, root);
  const [listed] = listedOf(schema) ?? schema.anyOf?.flatMap((one) => listedOf(one) ?? []) ?? [];
  if (listed !== undefined && schema.type !== undefined)
    return schema.plist === 'real' ? real(listed as number) : listed;
  // The last alternative is the list, which has more in it.
  const alternative = typedAlternatives(schema).at(-1);
  if (alternative !== undefined) return full(alternative, root, real, depth);
  const { min } = rangeOf(schema);
  switch (schema.plist ?? schema.type) {
    case 'string':
      return schema.pattern === undefined
        ? 'text'
        : samples.find((text) => new RegExp(schema.pattern ?? '', 'u').test(text));
    case 'boolean':
      return true;
    case 'integer':
      return Math.max(min, 0);
    case 'real':
      return Math.max(min, 0) + 0.5;
    case 'data':
      return Uint8Array.of(1, 2, 3);
    case 'date':
      return new Date(0);
    case 'array': {
      const length = Math.max(schema.minItems ?? 0, depth > 8 ? 0 : 1);
      return Array.from({ length }, () => full(schema.items ?? {}, root, real, depth + 1));
    }
    case 'object':
      return fullDictionary(schema, root, real, depth);
    default:
      return 'anything';
  }
}

/** Each form that Apple demands is that of one of these. */
const samples = ['00:11:22:33:44:55', '3B0B1E7C-4A0C-4B0E-9D0C-0D6F4C1B2A3D', 'https://example.com', '123456'];

function fullDictionary(schema: Schema, root: Schema, real: MakeReal, depth: number): Dictionary {
  const { properties = {}, additionalProperties = true } = schema;
  const named = Object.entries(properties).map(([key, inner]) => [key, full(inner, root, real, depth + 1)]);
  if (additionalProperties === false) return Object.fromEntries(named) as Dictionary;
  const other = full(additionalProperties === true ? {} : additionalProperties, root, real, depth + 1);
  return Object.fromEntries([['other', other], ...named]) as Dictionary;
}

type Path = readonly (string | number)[];

/** A value that is wrong in one place, and the fault that has to name it. */
export interface BrokenValue {
  readonly value: unknown;
  readonly kind: 'required' | 'unknown-key' | 'type' | 'enum' | 'range' | 'pattern' | 'length';
  readonly path: Path;
  /** The key that is missing or should not be there. */
  readonly key?: string;
}

/** Every way in which one place of a fitting value can be made wrong. */
export function breakValue(schema: Schema, value: unknown): BrokenValue[] {
  return [...breaksAt(schema, value, [], schema)].map(({ replacement, ...broken }) => ({
    ...broken,
    value: replaceAt(value, broken.path, replacement),
  }));
}

type Break = Omit<BrokenValue, 'value'> & { readonly replacement: unknown };

function* breaksAt(given: Schema, value: unknown, path: Path, root: Schema): Generator<Break> {
  const schema = matching(resolve(given, root), value);
  if (given.anyOf === undefined ? schema.type !== undefined : typedAlternatives(given).length > 0) {
    yield {
      kind: 'type',
      path,
      replacement: schema.type === 'string' && given.anyOf === undefined ? 5 : Symbol('none'),
    };
  }
  yield* breakScalar(schema, path);
  if (Array.isArray(value)) yield* breakArray(schema, value, path, root);
  else if (schema.type === 'object') yield* breakDictionary(schema, value as Dictionary, path, root);
}

/** Of alternatives the one that the value was made for. */
function matching(schema: Schema, value: unknown): Schema {
  const isArray = Array.isArray(value);
  return typedAlternatives(schema).find(({ type }) => (type === 'array') === isArray) ?? schema;
}

function* breakScalar(schema: Schema, path: Path): Generator<Break> {
  const { plist, anyOf = [], pattern } = schema;
  const listed = listedOf(schema) ?? anyOf.flatMap((one) => listedOf(one) ?? []);
  const { min, max } = rangeOf(schema);
  const hasRange = [schema, ...anyOf].some(({ minimum, maximum }) => (minimum ?? maximum) !== undefined);
  if (listed.length > 0)
    yield { kind: 'enum', path, replacement: plist === 'string' ? 'not listed' : max + (plist === 'real' ? 0.5 : 1) };
  else if (hasRange) {
    const step = plist === 'real' ? 0.5 : 1;
    if (min > -(2 ** 31)) yield { kind: 'range', path, replacement: min - step };
    if (max < 2 ** 31) yield { kind: 'range', path, replacement: max + step };
  }
  if (pattern !== undefined) yield { kind: 'pattern', path, replacement: '\n' };
}

function* breakArray(schema: Schema, value: readonly unknown[], path: Path, root: Schema): Generator<Break> {
  const { items, minItems = 0, maxItems } = schema;
  if (minItems > 0) yield { kind: 'length', path, replacement: value.slice(0, minItems - 1) };
  if (maxItems !== undefined && value.length > 0) {
    yield { kind: 'length', path, replacement: Array.from({ length: maxItems + 1 }, () => value[0]) };
  }
  for (const [index, item] of value.entries()) {
    if (items !== undefined) yield* breaksAt(items, item, [...path, index], root);
  }
}

function* breakDictionary(schema: Schema, value: Dictionary, path: Path, root: Schema): Generator<Break> {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  for (const key of required) {
    const { [key]: _, ...replacement } = value;
    yield { kind: 'required', path, key, replacement };
  }
  if (additionalProperties === false) {
    yield { kind: 'unknown-key', path, key: 'noSuchKey', replacement: { ...value, noSuchKey: true } };
  }
  for (const [key, inner] of Object.entries(value)) {
    const other = typeof additionalProperties === 'object' ? additionalProperties : undefined;
    const known = Object.hasOwn(properties, key) ? properties[key] : other;
    if (known !== undefined) yield* breaksAt(known, inner, [...path, key], root);
  }
}

function replaceAt(value: unknown, [step, ...rest]: Path, replacement: unknown): unknown {
  if (step === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? replaceAt(item, rest, replacement) : (item as unknown)));
  return { ...(value as Dictionary), [step]: replaceAt((value as Dictionary)[step], rest, replacement) };
}

/** The JSON projection of docs/plist-json.md; what no property list holds is `null`. */
export function projectToJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (value instanceof Date) return value.toISOString().replace('.000Z', 'Z');
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'symbol') return null;
  if (Array.isArray(value)) return value.map(projectToJson);
  if (typeof value !== 'object' || value === null) return value;
  // A real number knows how it looks in JSON.
  if ('toJSON' in value && typeof value.toJSON === 'function') return (value.toJSON as () => unknown)();
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, projectToJson(inner)]));
}

/** Whether two lists hold the same, in whatever order. */
export function haveSameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  const inOrder = (list: readonly unknown[]): unknown[] =>
    list.map((item) => [JSON.stringify(item), item] as const).sort(([x], [y]) => (x < y ? -1 : 1));
  return isDeepStrictEqual(inOrder(a), inOrder(b));
}
