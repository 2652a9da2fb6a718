/**
 * A value that is not shown: as text, in JSON and by `console.log` it is `[secret]`. Copies of what it stands in hold the
 * same one.
 */
export class Secret<Value> {
  readonly #value: Value;

  static {
    // What `console.log` of Node, Bun and Deno asks for. A method of this name could not be declared without inference.
    const shown = { value: (): string => '[secret]' };
    Object.defineProperty(this.prototype, Symbol.for('nodejs.util.inspect.custom'), shown);
  }

  constructor(value: Value) {
    this.#value = value;
    Object.freeze(this);
  }

  /** The value itself. Whoever asks for it has to look after it. */
  reveal(): Value {
    return this.#value;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }
}
