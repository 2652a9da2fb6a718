import { extendPointer } from '../../plist/pointer.js';
import { textOf, type PlacedDictionary } from '../../profile/codec.js';
import { referenceAt } from '../../schema/payload-reference.js';
import { expressContent, expressValue, type ExpressContext, type ValuePath } from './express-value.js';
import { object, scalar, type Entry, type Expression, type Scalar } from './expression.js';
import type { FileShelf } from './file-shelf.js';
import type { ProgramNames } from './program-names.js';
import { findReferent, type Referent } from './referent.js';
import { splitKeys, type SplitKeys } from './split-keys.js';

/** A method of the builder, and what it is given. */
export interface BuilderCall {
  readonly method: Referent['method'] | 'addPayload';
  /** Of the payload that it adds. */
  readonly pointer: string;
  readonly parts: readonly Expression[];
}

/** The calls for the payloads, and the values that they refer to. */
export interface PlannedPayloads {
  readonly calls: readonly BuilderCall[];
  readonly referents: readonly Referent[];
  /** Pointers of references that keep the UUID as a text, because nothing can be made that stands for the payload. */
  readonly textReferences: readonly string[];
}

export interface PlanContext {
  readonly secrets: ReadonlySet<string>;
  readonly files: FileShelf;
  readonly names: ProgramNames;
}

interface PlannedPayload extends PlacedDictionary, SplitKeys {
  readonly type: string;
  readonly title: string;
  readonly referent?: Referent;
}

/** Plans a call for each payload. All of them have a PayloadType. */
export function planPayloads(payloads: readonly PlacedDictionary[], context: PlanContext): PlannedPayloads {
  const keys = new Set<string>();
  const planned = payloads.map((placed) => planOne(placed, keys, context));
  const textReferences: string[] = [];
  const calls = planned.map((payload) => {
    const { type, pointer, title, referent } = payload;
    const substitute = (value: Scalar, path: ValuePath): Expression | undefined => {
      if (value instanceof Uint8Array)
        return path.length === 1 && path[0] === 'PayloadContent' ? referent?.raw : undefined;
      const target = typeof value === 'string' ? findNamed(value, type, path, planned) : undefined;
      if (target === undefined) return undefined;
      if (target !== 'unclear') return target.variable;
      textReferences.push(path.reduce<string>(extendPointer, pointer));
      return undefined;
    };
    return planCall(payload, { ...context, title, substitute });
  });
  return { calls, referents: planned.flatMap(({ referent }) => referent ?? []), textReferences };
}

/** What a text at a place refers to: nothing, a value of the program, or a payload that no value stands for. */
function findNamed(
  text: string,
  type: string,
  path: ValuePath,
  planned: readonly PlannedPayload[],
): Referent | 'unclear' | undefined {
  const reference = referenceAt(type, path);
  if (reference === undefined) return undefined;
  const named = planned.filter(({ dictionary }) => textOf(dictionary, 'PayloadUUID') === text);
  const [target] = named;
  if (target === undefined) return undefined;
  const isClear = named.length === 1 && reference.payloadTypes.includes(target.type) && isOnly(target, planned);
  return (isClear ? target.referent : undefined) ?? 'unclear';
}

/** A certificate or an identity that stands in several payloads would name any of them. */
function isOnly({ referent }: PlannedPayload, planned: readonly PlannedPayload[]): boolean {
  return planned.filter((other) => other.referent !== undefined && other.referent.key === referent?.key).length === 1;
}

function planOne(placed: PlacedDictionary, keys: Set<string>, context: PlanContext): PlannedPayload {
  const { pointer, dictionary } = placed;
  const type = textOf(dictionary, 'PayloadType') ?? '';
  const title = type.replace(/^com\.apple\.(security\.)?/, '').replace(/\.managed$/, '');
  const split = splitKeys(dictionary);
  const isNamed = split.options.some(([option]) => option === 'displayName');
  const referent = findReferent({ type, pointer, content: split.content, isNamed }, { ...context, title });
  if (referent === undefined) return { ...placed, ...split, type, title };
  // The builder keeps one payload of a type for a certificate, and one for an identity.
  const key = `${type} ${referent.key}`;
  const isWhole = referent.isWhole && !keys.has(key);
  keys.add(key);
  return { ...placed, ...split, type, title, referent: { ...referent, isWhole } };
}

function planCall(payload: PlannedPayload, context: ExpressContext): BuilderCall {
  const { type, pointer, content, referent, options } = payload;
  const given = options.map(([option, key, value]): Entry => [
    option,
    expressValue(value, extendPointer(pointer, key), context, [key]),
  ]);
  if (referent?.isWhole === true) {
    return {
      method: referent.method,
      pointer,
      parts: [referent.variable, ...optionsPart([...given, ...referent.extra])],
    };
  }
  return {
    method: 'addPayload',
    pointer,
    parts: [scalar(type), expressContent(content, pointer, context), ...optionsPart(given)],
  };
}

function optionsPart(entries: readonly Entry[]): Expression[] {
  return entries.length === 0 ? [] : [object(entries)];
}
