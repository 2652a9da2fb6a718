/** Line and column in the source, counted from 1; a column counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds the line of an index into a text. Lines are only counted when somebody asks. */
export class LineIndex {
  readonly #source: string;
  #starts: readonly number[] | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  place(offset: number): Position {
    this.#starts ??= findLineStarts(this.#source);
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}

/** Where lines begin; LF, CR and CR LF end one. */
function findLineStarts(source: string): readonly number[] {
  const starts = [0];
  for (let index = 0; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    if (code === 10 || (code === 13 && source.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return starts;
}
