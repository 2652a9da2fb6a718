import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Position } from './line-index.js';
import type { PlistSource } from './source.js';
import { findIllegalCharacter, isXmlCodePoint } from './xml-text.js';

/** Where a thing begins, as an index into the source. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly empty: boolean; readonly offset: number }
  | { readonly kind: 'close'; readonly name: string; readonly offset: number }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly offset: number;
      readonly cdata: boolean;
      /** White space as it stands in the file: neither referred to nor in a CDATA section. */
      readonly blank: boolean;
    }
  | { readonly kind: 'comment' | 'instruction'; readonly offset: number }
  | { readonly kind: 'doctype'; readonly offset: number }
  | { readonly kind: 'end'; readonly offset: number };

const versionAttribute = /^[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])[\w.]*\1[ \t\r\n]*$/;

/** What may be named in a message: a "<" in a password, say, makes a tag of what follows. */
const knownTags = new Set('plist dict array key string integer real date data true false null'.split(' '));

/** The tag for a message: `<dict>`, or `an unknown tag`. */
export function nameTag(name: string): string {
  return knownTags.has(name) ? `<${name}>` : 'an unknown tag';
}

/** `&#x0010FFFF;` and a few zeros more. */
const MAX_REFERENCE_LENGTH = 16;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Splits XML 1.0 text into its parts in one pass, without building anything. It knows no property list, only what is well
 * formed; elements have no attributes but `<plist version>`.
 */
export class XmlScanner {
  readonly #source: string;
  readonly #lines: PlistSource['lines'];
  #position: number;

  constructor({ source, start, lines }: PlistSource) {
    this.#source = source;
    this.#lines = lines;
    this.#position = start;
  }

  next(): XmlEvent {
    const offset = this.#position;
    if (offset >= this.#source.length) return { kind: 'end', offset };
    if (this.#source[offset] !== '<') return this.#readText(offset);
    if (this.#source.startsWith('<!--', offset)) return this.#readComment(offset);
    if (this.#source.startsWith('<![CDATA[', offset)) return this.#readCdata(offset);
    if (this.#source.startsWith('<!DOCTYPE', offset)) return this.#readDoctype(offset);
    if (this.#source.startsWith('<?', offset)) return this.#readInstruction(offset);
    return this.#readTag(offset);
  }

  place(offset: number): Position {
    return this.#lines.place(offset);
  }

  refuse(offset: number, reason: string): never {
    throw new ProfilewrightError('ERR_PLIST_MALFORMED', { ...this.place(offset), reason });
  }

  #readText(offset: number): XmlEvent {
    const found = this.#source.indexOf('<', offset);
    const end = found < 0 ? this.#source.length : found;
    const raw = this.#source.slice(offset, end);
    this.#position = end;
    const close = raw.indexOf(']]>');
    if (close >= 0) this.refuse(offset + close, '"]]>" stands in text');
    const blank = !/[^ \t\r\n]/.test(raw);
    return { kind: 'text', text: this.#decodeText(raw, offset), offset, cdata: false, blank };
  }

  /** References decoded, line ends normalised to LF (XML 1.0 section 2.11). */
  #decodeText(raw: string, offset: number): string {
    this.#checkCharacters(raw, offset);
    const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
    if (!text.includes('&')) return text;
    let decoded = '';
    let start = 0;
    // Normalising line ends moves what follows; the place of a bad reference is then that of its text.
    const shifted = text.length !== raw.length;
    for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', start)) {
      const end = text.indexOf(';', at);
      const name = end < 0 || end - at > MAX_REFERENCE_LENGTH ? undefined : text.slice(at + 1, end);
      const character = name === undefined ? undefined : decodeReference(name);
      if (character === undefined) {
        this.refuse(
          shifted ? offset : offset + at,
          'a reference that XML does not know; a bare "&" is written "&amp;"',
        );
      }
      decoded += text.slice(start, at) + character;
      start = end + 1;
    }
    return decoded + text.slice(start);
  }

  #readCdata(offset: number): XmlEvent {
    const start = offset + '<![CDATA['.length;
    const raw = this.#source.slice(start, this.#skipTo(']]>', start, offset, 'a CDATA section'));
    this.#checkCharacters(raw, start);
    return { kind: 'text', text: raw.replace(/\r\n?/g, '\n'), offset, cdata: true, blank: false };
  }

  #readComment(offset: number): XmlEvent {
    const start = offset + '<!--'.length;
    const end = this.#skipTo('-->', start, offset, 'a comment');
    this.#checkCharacters(this.#source.slice(start, end), start);
    return { kind: 'comment', offset };
  }

  #readInstruction(offset: number): XmlEvent {
    const start = offset + 2;
    const end = this.#skipTo('?>', start, offset, 'a processing instruction');
    const instruction = this.#source.slice(start, end);
    if (/^xml(?:[ \t\r\n]|$)/i.test(instruction)) {
      this.refuse(offset, 'the XML declaration stands in the middle of the file');
    }
    if (!/^[A-Za-z_][\w.-]*(?:[ \t\r\n]|$)/.test(instruction)) {
      this.refuse(offset, 'a processing instruction without a name');
    }
    this.#checkCharacters(instruction, start);
    return { kind: 'instruction', offset };
  }

  #readDoctype(offset: number): XmlEvent {
    const end = this.#source.indexOf('>', offset);
    if (end < 0) this.refuse(offset, 'a DOCTYPE that never ends');
    const doctype = this.#source.slice(offset, end);
    if (doctype.includes('[')) throw new ProfilewrightError('ERR_PLIST_DTD_FORBIDDEN', this.place(offset));
    if (!/^<!DOCTYPE[ \t\r\n]+[A-Za-z_]/.test(doctype)) this.refuse(offset, 'a DOCTYPE without a name');
    this.#checkCharacters(doctype, offset);
    this.#position = end + 1;
    return { kind: 'doctype', offset };
  }

  #readTag(offset: number): XmlEvent {
    const end = this.#source.indexOf('>', offset);
    // The longest tag of a property list, with room for white space and attributes: a longer one is no tag.
    if (end < 0 || end - offset > 400) this.refuse(offset, 'a "<" that begins no tag; in text it is written "&lt;"');
    this.#position = end + 1;
    const match = /^<(\/?)([A-Za-z_][\w.-]*)([ \t\r\n][^<]*?)?(\/?)>$/.exec(this.#source.slice(offset, end + 1));
    if (match === null) this.refuse(offset, 'a tag that is not well formed');
    const [, slash, name = '', attributes = '', empty] = match;
    const isVersion = name === 'plist' && slash === '' && versionAttribute.test(attributes);
    if (/[^ \t\r\n]/.test(attributes) && !isVersion) this.refuse(offset, `${nameTag(name)} has attributes`);
    if (slash === '/') {
      return empty === '/' ? this.refuse(offset, 'a tag that is not well formed') : { kind: 'close', name, offset };
    }
    return { kind: 'open', name, empty: empty === '/', offset };
  }

  #skipTo(end: string, from: number, offset: number, what: string): number {
    const found = this.#source.indexOf(end, from);
    if (found < 0) this.refuse(offset, `${what} never ends`);
    this.#position = found + end.length;
    return found;
  }

  #checkCharacters(text: string, offset: number): void {
    const illegal = findIllegalCharacter(text);
    if (illegal !== undefined) {
      this.refuse(offset + illegal.index, `the character ${illegal.name}, which XML cannot hold`);
    }
  }
}

function decodeReference(name: string): string | undefined {
  if (Object.hasOwn(entities, name)) return entities[name];
  const match = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
  if (match === null) return undefined;
  const codePoint = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
  return isXmlCodePoint(codePoint) ? String.fromCodePoint(codePoint) : undefined;
}
