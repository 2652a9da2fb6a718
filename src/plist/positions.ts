import type { LineIndex, Position } from './line-index.js';
import { joinPointer, splitPointer } from './pointer.js';

/** Where the values of a property list stood in the source. */
export interface Positions {
  /** Where the value at a JSON pointer begins; undefined when there is none, or when two of them cannot be told apart. */
  at(pointer: string): Position | undefined;
}

/** Collects where values begin. */
export class PositionRecord implements Positions {
  readonly #lines: LineIndex;
  readonly #offsets = new Map<string, number | undefined>();

  constructor(lines: LineIndex) {
    this.#lines = lines;
  }

  /** Pointers are escaped and cut for messages: two long keys may get the same one, and then none of them has a place. */
  add(pointer: string, offset: number): void {
    this.#offsets.set(pointer, this.#offsets.has(pointer) ? undefined : offset);
  }

  at(pointer: string): Position | undefined {
    const offset = this.#offsets.get(pointer) ?? this.#offsets.get(splitPointer(pointer).reduce(joinPointer, ''));
    return offset === undefined ? undefined : this.#lines.place(offset);
  }
}
