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

/**
 * Writes a value that {@link normalizePlist} or {@link decodePlist} returned. Data, reals and big integers are put in
 * afterwards, in the place of tokens that cannot be guessed: the library encodes data slowly, and has no way to say
 * `<real>` for a whole number.
 */
export function encodeNormalized(value: PlistValue): string {
  const tokens = new Tokens();
  const xml = build(tokens.replaceIn(value) as Parameters<typeof build>[0], { pretty: false });
  return layOut(tokens.restore(referLineSeparators(xml)));
}

/** XML 1.0 keeps these characters, but readers that apply the line ends of XML 1.1 change them; as references they are safe. */
function referLineSeparators(xml: string): string {
  return xml.replace(
    /[\u0085\u2028\u2029]/g,
    (character) => `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`,
  );
}

const containerTags = new Set(['dict>', '/dict>', 'array>', '/array>']);

/** Gives each element a line of its own, and leaves keys and single values on one. There is no "<" inside of texts. */
function layOut(xml: string): string {
  let text = '';
  let depth = 0;
  for (const piece of xml.split('<').slice(1)) {
    const closes = piece.startsWith('/');
    const isContainer = containerTags.has(piece);
    if (closes && isContainer) depth -= 1;
    text += closes && !isContainer && piece !== '/plist>' ? `<${piece}` : `\n${'\t'.repeat(depth)}<${piece}`;
    if (!closes && isContainer) depth += 1;
  }
  return `${text.slice(1)}\n`;
}

/** The shortest decimal form that gives back the very number; also for whole numbers, which other readers take as reals. */
function realElement(value: number): string {
  return `<real>${Object.is(value, -0) ? '-0' : String(value)}</real>`;
}

function dataElement(value: Uint8Array): string {
  return `<data>${Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64')}</data>`;
}

class Tokens {
  readonly #mark = `token-${randomUUID()}-`;
  readonly #elements: string[] = [];

  replaceIn(value: PlistValue): unknown {
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'bigint') return this.#add(`<integer>${value.toString()}</integer>`);
    if (typeof value === 'number') return Number.isInteger(value) ? value : this.#add(realElement(value));
    if (Array.isArray(value)) return (value as readonly PlistValue[]).map((item) => this.replaceIn(item));
    if (types.isUint8Array(value)) return this.#add(dataElement(value));
    if (value instanceof PlistReal) return this.#add(realElement(value.value));
    if (types.isDate(value)) return value;
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value as PlistDictionary)) copy[key] = this.replaceIn(item);
    return copy;
  }

  restore(xml: string): string {
    if (this.#elements.length === 0) return xml;
    const token = new RegExp(`<string>${this.#mark}([0-9]+)</string>`, 'g');
    return xml.replace(token, (_, index: string) => this.#elements[Number(index)] ?? '');
  }

  #add(element: string): string {
    this.#elements.push(element);
    return `${this.#mark}${String(this.#elements.length - 1)}`;
  }
}
