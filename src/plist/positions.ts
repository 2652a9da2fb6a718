import type { LineIndex, Position } from './line-index.js';
import { joinPointer } from './pointer.js';

/** Where the values of a property list stood in the source. */
export interface Positions {
  /** Where the value at a JSON pointer begins; undefined when there is none, or when two of them cannot be told apart. */
  at(pointer: string): Position | undefined;
}

/** The parent of the root. */
export const NO_PARENT = -1;

/**
 * Collects where values begin. Kept is how they stand in each other, not their pointers: those are long where values stand
 * deep, and hardly ever asked for.
 */
export class PositionRecord implements Positions {
  readonly #lines: LineIndex;
  readonly #parents: number[] = [];
  readonly #tokens: (string | number)[] = [];
  readonly #offsets: number[] = [];
  #children: ReadonlyMap<string, number | undefined> | undefined;

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  /** How many values were added: the number of the next one. */
  get length(): number {
    return this.#offsets.length;
  }

  /** Adds the value that stands in `parent` under a key or an index, and returns the number by which it is a parent. */
  add(parent: number, token: string | number, offset: number): number {
    this.#parents.push(parent);
    this.#tokens.push(token);
    return this.#offsets.push(offset) - 1;
  }

  /** The pointer of a value that was added, as {@link joinPointer} writes it. */
  pointer(node: number): string {
    const path: (string | number)[] = [];
    for (let at = node; at > 0; at = this.#parents[at] ?? NO_PARENT) path.push(this.#tokens[at] ?? '');
    return path.reduceRight<string>(joinPointer, '');
  }

  at(pointer: string): Position | undefined {
    const [start, ...tokens] = pointer.split('/');
    if (start !== '') return undefined;
    let node: number | undefined = 0;
    for (const token of tokens) {
      node = this.#find(node, token);
      if (node === undefined) return undefined;
    }
    const offset = this.#offsets[node];
    return offset === undefined ? undefined : this.#lines.place(offset);
  }

  /** By the token as messages have it, or as RFC 6901 has it, whole and without escapes of control characters. */
  #find(parent: number, token: string): number | undefined {
    this.#children ??= this.#indexChildren();
    const exact = this.#children.get(`${String(parent)}/${token}`);
    return exact ?? this.#children.get(joinPointer(String(parent), unescapeToken(token)));
  }

  /**
   * Tokens are escaped and cut for messages: two long keys may get the same one, and then none of them has a place. Of one
   * key that stands twice, the last counts.
   */
  #indexChildren(): ReadonlyMap<string, number | undefined> {
    const children = new Map<string, number | undefined>();
    for (let node = 1; node < this.#parents.length; node += 1) {
      const token = this.#tokens[node] ?? '';
      const name = joinPointer(String(this.#parents[node]), token);
      const before = children.get(name);
      const isOther = children.has(name) && (before === undefined || this.#tokens[before] !== token);
      children.set(name, isOther ? undefined : node);
    }
    return children;
  }
}

function unescapeToken(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
