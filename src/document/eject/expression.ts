import type { PlistDictionary, PlistValue } from '../../plist/value.js';

/** A value that holds no others. */
export type Scalar = Exclude<PlistValue, PlistDictionary | readonly PlistValue[]>;

export type Entry = readonly [key: string, expression: Expression];

/** A value in a program, with all that its text is made of. */
export type Expression =
  | { readonly kind: 'scalar'; readonly value: Scalar }
  /** It stands in a file beside the program. */
  | { readonly kind: 'file'; readonly name: string; readonly value: Scalar }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly Entry[] }
  | { readonly kind: 'variable'; readonly name: string; readonly value: object }
  /** The bytes of the certificate that a variable holds. */
  | { readonly kind: 'raw'; readonly name: string; readonly value: Uint8Array };

export const scalar = (value: Scalar): Expression => ({ kind: 'scalar', value });
export const list = (items: readonly Expression[]): Expression => ({ kind: 'list', items });
export const object = (entries: readonly Entry[]): Expression => ({ kind: 'object', entries });

/** What the program has there when it runs. */
export function evaluate(expression: Expression): unknown {
  if (expression.kind === 'list') return expression.items.map(evaluate);
  if (expression.kind !== 'object') return expression.value;
  return Object.fromEntries(expression.entries.map(([key, value]) => [key, evaluate(value)]));
}
