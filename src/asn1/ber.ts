import { ProfilewrightError } from '../diagnostics/profilewright-error.js';

/** One BER value (X.690). Byte strings are views of the source, not copies. */
export interface BerValue {
  /** 0 universal, 1 application, 2 context-specific, 3 private. */
  readonly tagClass: number;
  readonly tagNumber: number;
  readonly constructed: boolean;
  /** Where the identifier octet stands in the source. */
  readonly offset: number;
  /** The whole value with its header, and with the end-of-contents octets when the length is indefinite. */
  readonly raw: Uint8Array;
  /** The content octets. */
  readonly content: Uint8Array;
  /** The values inside, when it is constructed; empty otherwise. */
  readonly children: readonly BerValue[];
}

/** Limits that are checked before the work is done. */
export interface BerLimits {
  readonly maxBytes?: number;
  readonly maxDepth?: number;
  readonly maxNodes?: number;
}

export interface ReadBerOptions extends BerLimits {
  /** What is being read, for error messages: `the certificate`. */
  readonly what: string;
  /** Told about every departure from DER that can still be read. */
  readonly onDefect?: (defect: { readonly offset: number; readonly reason: string }) => void;
  /** Bytes behind the value are left alone instead of refused. */
  readonly allowTrailing?: boolean;
}

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const DEFAULT_MAX_DEPTH = 64;
const DEFAULT_MAX_NODES = 100_000;

/**
 * Reads one BER value and everything inside it. Definite and indefinite lengths are read; what is not DER is reported to
 * `onDefect`. Limits (64 MiB, depth 64, 100,000 values unless given) are checked before the work.
 *
 * @throws ProfilewrightError `ERR_ASN1_MALFORMED` or `ERR_ASN1_LIMIT`
 */
export function readBer(source: Uint8Array, options: ReadBerOptions): BerValue {
  const { maxBytes = DEFAULT_MAX_BYTES } = options;
  if (source.length > maxBytes) {
    throw new ProfilewrightError('ERR_ASN1_LIMIT', { what: options.what, limit: 'bytes', maximum: maxBytes });
  }
  const reader = new BerReader(source, options);
  const value = reader.readValue(0, source.length, 0);
  const trailing = source.length - value.raw.length;
  if (trailing > 0 && options.allowTrailing !== true) {
    reader.refuse(value.raw.length, `${String(trailing)} bytes follow the value`);
  }
  return value;
}

interface Header {
  readonly identifier: number;
  readonly tagNumber: number;
  readonly contentStart: number;
  /** Undefined when the length is indefinite. */
  readonly length: number | undefined;
}

class BerReader {
  readonly #source: Uint8Array;
  readonly #what: string;
  readonly #maxDepth: number;
  readonly #maxNodes: number;
  readonly #onDefect: ReadBerOptions['onDefect'];
  #nodes = 0;

  constructor(source: Uint8Array, options: ReadBerOptions) {
    this.#source = source;
    this.#what = options.what;
    this.#maxDepth = options.maxDepth ?? DEFAULT_MAX_DEPTH;
    this.#maxNodes = options.maxNodes ?? DEFAULT_MAX_NODES;
    this.#onDefect = options.onDefect;
  }

  readValue(start: number, end: number, depth: number): BerValue {
    this.#countNode(depth);
    const { identifier, tagNumber, contentStart, length } = this.#readHeader(start, end);
    const constructed = (identifier & 0x20) !== 0;
    const children: BerValue[] = [];
    let contentEnd = contentStart + (length ?? 0);
    let valueEnd = contentEnd;
    if (length === undefined) {
      contentEnd = this.#readUntilEndOfContents(contentStart, end, depth, children);
      valueEnd = contentEnd + 2;
    } else if (constructed) {
      for (let offset = contentStart; offset < contentEnd;) {
        const child = this.readValue(offset, contentEnd, depth + 1);
        children.push(child);
        offset += child.raw.length;
      }
    }
    return {
      tagClass: identifier >> 6,
      tagNumber,
      constructed,
      offset: start,
      raw: this.#source.subarray(start, valueEnd),
      content: this.#source.subarray(contentStart, contentEnd),
      children,
    };
  }

  refuse(offset: number, reason: string): never {
    throw new ProfilewrightError('ERR_ASN1_MALFORMED', { what: this.#what, offset, reason });
  }

  #readUntilEndOfContents(start: number, end: number, depth: number, children: BerValue[]): number {
    let offset = start;
    for (;;) {
      if (offset + 2 > end) this.refuse(offset, 'an indefinite length is never closed');
      if (this.#source[offset] === 0 && this.#source[offset + 1] === 0) return offset;
      const child = this.readValue(offset, end, depth + 1);
      children.push(child);
      offset += child.raw.length;
    }
  }

  #countNode(depth: number): void {
    this.#nodes += 1;
    if (depth > this.#maxDepth) this.#exceed('depth', this.#maxDepth);
    if (this.#nodes > this.#maxNodes) this.#exceed('nodes', this.#maxNodes);
  }

  #exceed(limit: 'depth' | 'nodes', maximum: number): never {
    throw new ProfilewrightError('ERR_ASN1_LIMIT', { what: this.#what, limit, maximum });
  }

  #readHeader(start: number, end: number): Header {
    const identifier = this.#octet(start, end);
    const { tagNumber, next } = this.#readTagNumber(identifier, start, end);
    const first = this.#octet(next, end);
    if (first < 0x80)
      return this.#bounded({ identifier, tagNumber, contentStart: next + 1, length: first }, end, start);
    if (first === 0x80) {
      if ((identifier & 0x20) === 0) this.refuse(next, 'a primitive value has an indefinite length');
      this.#onDefect?.({ offset: start, reason: 'length is indefinite' });
      return { identifier, tagNumber, contentStart: next + 1, length: undefined };
    }
    const octets = first & 0x7f;
    if (octets > 8) this.refuse(next, `a length of ${String(octets)} octets`);
    let length = 0;
    for (let index = 1; index <= octets; index += 1) length = length * 256 + this.#octet(next + index, end);
    const minimal = length >= 0x80 && this.#octet(next + 1, end) !== 0;
    if (!minimal) this.#onDefect?.({ offset: start, reason: 'length is not minimal' });
    return this.#bounded({ identifier, tagNumber, contentStart: next + 1 + octets, length }, end, start);
  }

  #readTagNumber(identifier: number, start: number, end: number): { tagNumber: number; next: number } {
    if ((identifier & 0x1f) !== 0x1f) return { tagNumber: identifier & 0x1f, next: start + 1 };
    let tagNumber = 0;
    for (let offset = start + 1; offset <= start + 4; offset += 1) {
      const octet = this.#octet(offset, end);
      tagNumber = tagNumber * 128 + (octet & 0x7f);
      if (octet >= 0x80) continue;
      if (tagNumber < 0x1f || this.#source[start + 1] === 0x80) {
        this.#onDefect?.({ offset: start, reason: 'tag number is not minimal' });
      }
      return { tagNumber, next: offset + 1 };
    }
    return this.refuse(start, 'a tag number is too long');
  }

  #bounded(header: Header & { length: number }, end: number, start: number): Header {
    if (header.contentStart + header.length > end) {
      this.refuse(start, `${String(header.length)} octets announced, ${String(end - header.contentStart)} left`);
    }
    return header;
  }

  #octet(offset: number, end: number): number {
    const octet = offset < end ? this.#source[offset] : undefined;
    return octet ?? this.refuse(offset, 'the input ends here');
  }
}

/** Identifies a universal value: its tag number when its class is universal. */
export function universalTag(value: BerValue | undefined): number | undefined {
  return value?.tagClass === 0 ? value.tagNumber : undefined;
}

/** Whether the value is `[number]` of the context-specific class. */
export function isContext(value: BerValue | undefined, number: number): value is BerValue {
  return value?.tagClass === 2 && value.tagNumber === number;
}

/** The octets of an OCTET STRING: its content, or the joined content of its pieces when it is constructed (BER). */
export function octetsOf(value: BerValue): Uint8Array {
  if (!value.constructed) return value.content;
  const pieces = piecesOf(value);
  const out = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    out.set(piece, offset);
    offset += piece.length;
  }
  return out;
}

/** Collected before they are joined: joined level by level, they would be copied as often as they stand deep. */
function piecesOf(value: BerValue, pieces: Uint8Array[] = []): readonly Uint8Array[] {
  if (!value.constructed) pieces.push(value.content);
  for (const child of value.children) piecesOf(child, pieces);
  return pieces;
}
