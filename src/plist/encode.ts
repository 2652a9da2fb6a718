import { randomUUID } from 'node:crypto';
import { types } from 'node:util';
import type { PlistLimits } from './limits.js';
import { normalizePlist } from './normalize.js';
import { build } from './plist-library.js';
import { PlistReal, type PlistDictionary, type PlistInput, type PlistValue } from './value.js';

/**
 * Writes an XML property list: it begins with `<?xml version="1.0" encoding="UTF-8"?>`, is indented by tabs as Apple's
 * files are, keeps the order of the keys and ends with a line end. Reading it gives back the very value.
 *
 * @throws ProfilewrightError `ERR_PLIST_VALUE` with the pointer of a value that cannot be written, `ERR_PLIST_LIMIT`
 */
export function encodePlist(value: PlistInput, limits: PlistLimits = {}): string {
  return encodeNormalized(normalizePlist(value, limits));
}

/** The text of a dictionary that stands two levels below the root, as a payload does: written once, put in often. */
export interface PlistFragment {
  text?: string;
}

/** The fragments of a document by their dictionaries. */
export type PlistFragments = ReadonlyMap<PlistValue, PlistFragment>;

/**
 * Writes a value that {@link normalizePlist} or {@link decodePlist} returned. Data, reals, big integers and fragments are
 * put in afterwards, in the place of tokens that cannot be guessed: the library encodes data slowly, and has no way to say
 * `<real>` for a whole number.
 */
export function encodeNormalized(value: PlistValue, fragments: PlistFragments = new Map()): string {
  const tokens = new Tokens(fragments);
  return `${layOut(write(value, tokens), tokens, '\n').slice(1)}\n`;
}

/** The elements of a document, the declaration and the end of the root included, without their `<`. */
function write(value: PlistValue, tokens: Tokens): string[] {
  const xml = build(tokens.replaceIn(value) as Parameters<typeof build>[0], { pretty: false });
  return referLineSeparators(xml).split('<').slice(1);
}

function writeFragment(value: PlistDictionary): string {
  const tokens = new Tokens(new Map());
  const pieces = write(value, tokens);
  const first = pieces.findIndex((piece) => piece.startsWith('plist ')) + 1;
  return layOut(pieces.slice(first, -1), tokens, '\n\t\t').trimStart();
}

/** XML 1.0 keeps these characters, but readers that apply the line ends of XML 1.1 change them; as references they are safe. */
function referLineSeparators(xml: string): string {
  return xml.replace(
    /[\u0085\u2028\u2029]/g,
    (character) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
  );
}

const containerTags = new Set(['dict>', '/dict>', 'array>', '/array>']);

/**
 * Gives each element a line of its own, leaves keys and single values on one, and puts the elements in the place of their
 * tokens. There is no "<" inside of texts.
 */
function layOut(pieces: readonly string[], tokens: Tokens, margin: string): string {
  const { opening } = tokens;
  let text = '';
  let indent = margin;
  for (const piece of pieces) {
    if (piece.startsWith(opening)) {
      // What follows is the end of the <string>, which is left out with it.
      text += indent + tokens.elementAt(Number(piece.slice(opening.length)));
    } else if (containerTags.has(piece)) {
      if (piece.startsWith('/')) indent = indent.slice(0, -1);
      text += `${indent}<${piece}`;
      if (!piece.startsWith('/')) indent += '\t';
    } else if (!piece.startsWith('/')) {
      text += `${indent}<${piece}`;
    } else if (piece === '/plist>') {
      text += `\n<${piece}`;
    } else if (!tokens.takeEnd()) {
      text += `<${piece}`;
    }
  }
  return text;
}

/** The shortest decimal form that gives back the very number; also for whole numbers, which other readers take as reals. */
function realElement(value: number): string {
  return `<real>${Object.is(value, -0) ? '-0' : String(value)}</real>`;
}

function dataElement(value: Uint8Array): string {
  return `<data>${Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64')}</data>`;
}

/** Stands for elements that are written by this file, in texts that nobody can guess. */
class Tokens {
  readonly #mark = `token-${randomUUID()}-`;
  readonly #elements: string[] = [];
  readonly #fragments: PlistFragments;
  #isOpen = false;

  constructor(fragments: PlistFragments) {
    this.#fragments = fragments;
  }

  /** How the `<string>` of a token begins, behind the `<`. */
  readonly opening: string = `string>${this.#mark}`;

  replaceIn(value: PlistValue): unknown {
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'bigint') return this.#add(`<integer>${value.toString()}</integer>`);
    if (typeof value === 'number') return Number.isInteger(value) ? value : this.#add(realElement(value));
    if (Array.isArray(value)) return (value as readonly PlistValue[]).map((item) => this.replaceIn(item));
    if (types.isUint8Array(value)) return this.#add(dataElement(value));
    if (value instanceof PlistReal) return this.#add(realElement(value.value));
    if (types.isDate(value)) return value;
    const fragment = this.#fragments.get(value);
    if (fragment !== undefined) return this.#add((fragment.text ??= writeFragment(value as PlistDictionary)));
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value as PlistDictionary)) copy[key] = this.replaceIn(item);
    return copy;
  }

  /** The element of a token whose `<string>` begins here; its end tag comes next. */
  elementAt(index: number): string {
    this.#isOpen = true;
    return this.#elements[index] ?? '';
  }

  /** Whether this end tag is the one of a token. */
  takeEnd(): boolean {
    const isToken = this.#isOpen;
    this.#isOpen = false;
    return isToken;
  }

  #add(element: string): string {
    this.#elements.push(element);
    return `${this.#mark}${String(this.#elements.length - 1)}`;
  }
}
