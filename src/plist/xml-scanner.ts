import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { decodeReferences } from './decode-references.js';
import { findTrailing } from './epilog.js';
import type { FindingList, PlistIssueCode } from './finding-list.js';
import { isDeclaration, isInstruction, Prolog } from './prolog.js';
import type { PlistSource } from './source.js';
import { findIllegalCharacter } from './xml-text.js';

/** A tag that opens an element; `offset` is the index of its "<". */
export interface OpenTag {
  readonly kind: 'open';
  readonly name: string;
  readonly isEmpty: boolean;
  readonly offset: number;
}

/** The "</" of a tag that closes one. */
export interface CloseTag {
  readonly kind: 'close';
  readonly offset: number;
}

/** What may be named in a message: a "<" in a password, say, makes a tag of what follows. */
const knownTags = new Set('plist dict array key string integer real date data true false null'.split(' '));

/** The tag for a message: `<dict>`, or `an unknown tag`. */
export function nameTag(name: string): string {
  return knownTags.has(name) ? `<${name}>` : 'an unknown tag';
}

/** As XML has them; a ">" in a value would be the end of the tag for a device. */
const attributes = /^(?:[ \t\r\n]+[A-Za-z_:][\w:.-]*[ \t\r\n]*=[ \t\r\n]*(?:"[^"<&]*"|'[^'<&]*'))*[ \t\r\n]*$/;
const versionAttribute = /^[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"[\w.]*"|'[\w.]*')[ \t\r\n]*$/;
const MAX_ATTRIBUTES = 2000;

/** Whose pointer stands in the findings. */
export interface ScannerOwner {
  readonly findings: FindingList;
  /** Makes the pointer of the value that is read at this moment, later. */
  pointer(): () => string;
}

/**
 * Reads the parts of an XML property list as CoreFoundation does (CFPropertyList.c): where that takes more than XML allows, or
 * something else, it is a finding; what it refuses is refused.
 */
export class XmlScanner {
  readonly #source: string;
  readonly #isCut: boolean;
  readonly #lines: PlistSource['lines'];
  readonly #owner: ScannerOwner;
  readonly #maxStringLength: number;
  #position = 0;

  constructor({ source, isCut, lines }: PlistSource, owner: ScannerOwner, maxStringLength: number) {
    this.#source = source;
    this.#isCut = isCut;
    this.#lines = lines;
    this.#owner = owner;
    this.#maxStringLength = maxStringLength;
  }

  /** The tag of the root. Comments, instructions and DOCTYPEs in front of it are passed over, in any order. */
  firstTag(): OpenTag {
    const prolog = new Prolog((code, offset, details) => this.#note(code, offset, details));
    for (;;) {
      const offset = this.#skipSpace();
      if (offset >= this.#source.length) this.#refuseEnd(offset, 'there is no value');
      if (this.#source[offset] !== '<') this.refuse(offset, 'text in front of the first tag');
      if (this.#source.startsWith('<!--', offset)) {
        this.#skipComment(offset, offset + 4);
        prolog.addComment();
      } else if (this.#source[offset + 1] === '!') {
        prolog.addDoctype(offset, this.#skipDoctype(offset));
      } else if (this.#source[offset + 1] === '?') {
        prolog.addInstruction(offset, this.#skipInstruction(offset, offset + 2));
      } else {
        const tag = this.#readTag(offset);
        prolog.end(tag);
        return tag;
      }
    }
  }

  /** The next tag inside of `name`. White space, comments and instructions are passed over. */
  nextTag(name: string): OpenTag | CloseTag {
    for (;;) {
      const offset = this.#skipSpace();
      if (offset >= this.#source.length) this.#refuseEnd(offset, `the <${name}> never ends`);
      if (this.#source[offset] !== '<') this.refuse(offset, 'text between elements');
      switch (this.#source[offset + 1]) {
        case '/':
          return { kind: 'close', offset };
        case '!':
          if (!this.#source.startsWith('<!--', offset)) this.refuse(offset, 'a declaration or CDATA between elements');
          if (this.#source.startsWith('<!--->', offset)) this.#note('plist-comment-end', offset);
          // One too early, as CoreFoundation does it here.
          this.#skipComment(offset, offset + 3);
          break;
        case '?':
          if (isDeclaration(this.#skipInstruction(offset, offset + 1))) {
            this.#note('plist-not-well-formed', offset, { reason: 'an XML declaration inside of the list' });
          }
          break;
        default:
          return this.#readTag(offset);
      }
    }
  }

  /** The closing tag of an element, which must come at once. */
  expectClose({ name, offset: start }: OpenTag): void {
    const offset = this.#position;
    this.#position += name.length + 2;
    const isClosed =
      this.#source.startsWith('</', offset) &&
      this.#source.startsWith(name, offset + 2) &&
      this.#source[this.#skipSpace()] === '>';
    if (!isClosed) this.refuse(offset, `expected </${name}> for the <${name}> of line ${String(this.lineAt(start))}`);
    this.#position += 1;
  }

  /** The text up to the next tag, with references and CDATA sections decoded. */
  readText({ name, offset }: OpenTag): string {
    let text = '';
    for (;;) {
      const start = this.#position;
      const end = this.#source.indexOf('<', start);
      if (end < 0) this.#refuseEnd(offset, `the <${name}> never ends`);
      if (end > start) text += this.#decode(start, end);
      this.#position = end;
      if (text.length > this.#maxStringLength) this.#exceedText(offset);
      if (this.#source[end + 1] !== '!') return text;
      text += this.#readCdata(end, name);
    }
  }

  /** What stands up to the next tag, as it is. */
  readRaw({ name, offset }: OpenTag): string {
    const end = this.#source.indexOf('<', this.#position);
    if (end < 0) this.#refuseEnd(offset, `the <${name}> never ends`);
    const raw = this.#source.slice(this.#position, end);
    this.#position = end;
    return raw;
  }

  /** What follows the root: XML allows comments and instructions, and a device does not look at it. */
  finish(): void {
    const start = findTrailing(this.#source, this.#position);
    const characters = this.#source.length - start;
    if (characters === 0 && !this.#isCut) return;
    const isPadding = !this.#isCut && /^[\0-\x20\x7f]*$/.test(this.#source.slice(start));
    this.#note(isPadding ? 'plist-trailing-padding' : 'plist-trailing-content', start, { characters });
  }

  refuse(offset: number, reason: string): never {
    if (offset >= this.#source.length) this.#refuseEnd(offset, reason);
    throw new ProfilewrightError('ERR_PLIST_MALFORMED', { ...this.#lines.place(offset), reason });
  }

  lineAt(offset: number): number {
    return this.#lines.place(offset).line;
  }

  #refuseEnd(offset: number, reason: string): never {
    if (this.#isCut)
      throw new ProfilewrightError('ERR_PLIST_ENCODING', { reason: 'it holds half of a surrogate pair' });
    throw new ProfilewrightError('ERR_PLIST_MALFORMED', { ...this.#lines.place(offset), reason });
  }

  #note(code: PlistIssueCode, offset: number, details: object = {}): void {
    this.#owner.findings.add(code, { offset, pointer: this.#owner.pointer() }, details);
  }

  #exceedText(offset: number): never {
    const details = {
      limit: 'characters of a text',
      maximum: this.#maxStringLength,
      line: this.lineAt(offset),
    } as const;
    throw new ProfilewrightError('ERR_PLIST_LIMIT', details);
  }

  #skipSpace(): number {
    for (; ; this.#position += 1) {
      const code = this.#source.charCodeAt(this.#position);
      if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return this.#position;
    }
  }

  #skipComment(offset: number, from: number): void {
    const end = this.#source.indexOf('-->', from);
    if (end < 0) this.#refuseEnd(offset, 'a comment never ends');
    this.#position = end + 3;
    const comment = this.#source.slice(offset + 4, end);
    if (comment.includes('--') || comment.endsWith('-')) {
      this.#note('plist-not-well-formed', offset, { reason: 'two dashes inside of a comment' });
    }
    this.#checkPassedOver(comment, offset, 'comment');
  }

  #skipInstruction(offset: number, from: number): string {
    const end = this.#source.indexOf('?>', from);
    if (end < 0) this.#refuseEnd(offset, 'a processing instruction never ends');
    this.#position = end + 2;
    const instruction = this.#source.slice(offset, end + 2);
    if (!isInstruction(instruction)) {
      this.#note('plist-not-well-formed', offset, { reason: 'a processing instruction without a name' });
    }
    this.#checkPassedOver(instruction, offset, 'processing instruction');
    return instruction;
  }

  #skipDoctype(offset: number): string {
    if (!this.#source.startsWith('<!DOCTYPE', offset)) this.refuse(offset, 'a declaration that is no DOCTYPE');
    let end = offset;
    while (end < this.#source.length && this.#source[end] !== '>' && this.#source[end] !== '[') end += 1;
    if (end >= this.#source.length) this.#refuseEnd(offset, 'a DOCTYPE that never ends');
    if (this.#source[end] === '[') throw new ProfilewrightError('ERR_PLIST_DTD_FORBIDDEN', this.#lines.place(offset));
    this.#position = end + 1;
    return this.#source.slice(offset, end + 1);
  }

  /** XML readers look at what is passed over, and refuse some of it. */
  #checkPassedOver(text: string, offset: number, what: string): void {
    const found = findIllegalCharacter(text);
    if (found === undefined) return;
    const is = /^U\+DC[89A-F]/.test(found.name) ? 'a byte that is not UTF-8' : found.name;
    this.#note('plist-not-well-formed', offset, { reason: `a ${what} holds ${is}` });
  }

  #readTag(offset: number): OpenTag {
    const end = this.#source.indexOf('>', offset);
    if (end < 0) this.#refuseEnd(offset, 'a "<" that begins no tag; in text it is written "&lt;"');
    this.#position = end + 1;
    const isEmpty = this.#source[end - 1] === '/';
    const tag = this.#source.slice(offset + 1, isEmpty ? end - 1 : end);
    const space = tag.search(/[ \t\r\n]/);
    const name = space < 0 ? tag : tag.slice(0, space);
    if (name === '') this.refuse(offset, 'a tag without a name');
    if (space >= 0) this.#checkAttributes(name, tag.slice(space), offset);
    return { kind: 'open', name, isEmpty, offset };
  }

  #checkAttributes(name: string, text: string, offset: number): void {
    if (!/[^ \t\r\n]/.test(text) || (name === 'plist' && versionAttribute.test(text))) return;
    const isSound = text.length <= MAX_ATTRIBUTES && attributes.test(text);
    this.#note(isSound ? 'plist-attributes' : 'plist-tag-end', offset);
  }

  #readCdata(offset: number, name: string): string {
    const inside = `inside <${name}>`;
    if (this.#source.startsWith('<!--', offset)) this.refuse(offset, `a comment ${inside}`);
    if (!this.#source.startsWith('<![CDATA[', offset)) this.refuse(offset, `a declaration ${inside}`);
    const start = offset + '<![CDATA['.length;
    const end = this.#source.indexOf(']]>', start);
    if (end < 0) this.#refuseEnd(offset, 'a CDATA section never ends');
    if (name !== 'string') this.#note('plist-key-cdata', offset);
    this.#position = end + 3;
    return this.#normalize(this.#source.slice(start, end), start);
  }

  #decode(start: number, end: number): string {
    const raw = this.#source.slice(start, end);
    const text = this.#normalize(raw, start);
    const close = raw.indexOf(']]>');
    if (close >= 0) this.#note('plist-not-well-formed', start + close, { reason: '"]]>" stands in text' });
    if (!text.includes('&')) return text;
    // Normalising line ends moves what follows; the place of a reference is then that of its text.
    const placeOf = (index: number): number => (text.length === raw.length ? start + index : start);
    return decodeReferences(text, {
      refuse: (index) =>
        this.refuse(placeOf(index), 'a reference that a device does not know; a bare "&" is written "&amp;"'),
      onWide: (index) => this.#note('plist-wide-reference', placeOf(index)),
    });
  }

  /** Line ends as XML has them (section 2.11). */
  #normalize(raw: string, start: number): string {
    const broken = /[\udc80-\udcff]/.test(raw) ? raw.search(/\p{Cs}/u) : -1;
    if (broken >= 0) {
      const { line } = this.#lines.place(start + broken);
      throw new ProfilewrightError('ERR_PLIST_ENCODING', { reason: `a text at line ${String(line)} is not UTF-8` });
    }
    if (!raw.includes('\r')) return raw;
    this.#note('plist-line-ends', start + raw.indexOf('\r'));
    return raw.replace(/\r\n?/g, '\n');
  }
}
