/** Bytes that come in pieces of any size and are taken in other pieces: each byte is copied a few times at most. */
export class ByteQueue {
  #bytes: Uint8Array = new Uint8Array(4096);
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  push(chunk: Uint8Array): void {
    if (this.#end + chunk.length > this.#bytes.length) this.#makeRoom(chunk.length);
    this.#bytes.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /** The first `count` bytes, or fewer when there are no more; valid until the next `push`. */
  peek(count: number): Uint8Array {
    return this.#bytes.subarray(this.#start, Math.min(this.#end, this.#start + count));
  }

  /** Takes the first `count` bytes out, as a copy. */
  take(count: number): Uint8Array {
    const taken = this.peek(count).slice();
    this.#start += taken.length;
    return taken;
  }

  #makeRoom(more: number): void {
    const room = this.length + more > this.#bytes.length ? (this.length + more) * 2 : this.#bytes.length;
    const bytes = new Uint8Array(room);
    bytes.set(this.peek(this.length));
    this.#end = this.length;
    this.#start = 0;
    this.#bytes = bytes;
  }
}
