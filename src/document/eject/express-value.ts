import type { PlistDictionary, PlistValue } from '../../plist/value.js';
import { extendPointer } from '../../plist/pointer.js';
import { isDictionary } from '../../schema/plist-type.js';
import { fileBytes } from './encode-expression.js';
import { list, object, scalar, type Expression, type Scalar } from './expression.js';
import type { FileShelf } from './file-shelf.js';

/** Data that is longer stands in a file: nobody reads it in a program. */
const MAX_INLINE_BYTES = 48;

/** What values become beside their own text. */
export interface ExpressContext {
  /** JSON pointers of the secrets, which stand in files. */
  readonly secrets: ReadonlySet<string>;
  readonly files: FileShelf;
  /** The payload or certificate that the value belongs to, for the names of files. */
  readonly title: string;
  /** What stands for a value that is known by another name, such as a reference to another payload. */
  readonly substitute?: (value: Scalar, path: ValuePath) => Expression | undefined;
}

/** The keys and indexes that lead to a value in its payload. */
export type ValuePath = readonly (string | number)[];

/** Where a value stands: in the profile, and in its payload. */
interface ValuePlace {
  readonly pointer: string;
  readonly path: ValuePath;
  readonly isSecret: boolean;
}

/** The expression of a value that stands in a profile at `pointer`. */
export function expressValue(
  value: PlistValue,
  pointer: string,
  context: ExpressContext,
  path: ValuePath = [],
): Expression {
  return express(value, { pointer, path, isSecret: context.secrets.has(pointer) }, context);
}

/** The entries of a dictionary that stands in a profile at `pointer`. */
export function expressContent(content: PlistDictionary, pointer: string, context: ExpressContext): Expression {
  return express(content, { pointer, path: [], isSecret: false }, context);
}

function express(value: PlistValue, place: ValuePlace, context: ExpressContext): Expression {
  if (Array.isArray(value)) {
    const items = value as readonly PlistValue[];
    return list(items.map((item, index) => express(item, inside(place, index, context), context)));
  }
  if (isDictionary(value)) {
    return object(
      Object.entries(value).map(([key, item]) => [key, express(item, inside(place, key, context), context)]),
    );
  }
  return expressScalar(value as Scalar, place, context);
}

/** Secrets are inside of what is a secret. */
function inside(
  { pointer, path, isSecret }: ValuePlace,
  segment: string | number,
  { secrets }: ExpressContext,
): ValuePlace {
  const inner = extendPointer(pointer, segment);
  return { pointer: inner, path: [...path, segment], isSecret: isSecret || secrets.has(inner) };
}

function expressScalar(value: Scalar, { path, isSecret }: ValuePlace, context: ExpressContext): Expression {
  const substitute = context.substitute?.(value, path);
  if (substitute !== undefined) return substitute;
  const isLarge = value instanceof Uint8Array && value.length > MAX_INLINE_BYTES;
  if (!isSecret && !isLarge) return scalar(value);
  const key = path.findLast((segment): segment is string => typeof segment === 'string') ?? '';
  const title = `${context.title} ${key.replace(/([a-z])([A-Z])/g, '$1-$2')}`;
  const name = context.files.add(title, extensionOf(value), { bytes: fileBytes(value), isSecret });
  return { kind: 'file', name, value };
}

const PNG = [0x89, 0x50, 0x4e, 0x47];

function extensionOf(value: Scalar): string {
  if (!(value instanceof Uint8Array)) return 'txt';
  return PNG.every((byte, index) => value[index] === byte) ? 'png' : 'bin';
}
