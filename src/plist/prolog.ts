import type { PlistIssueCode } from './finding-list.js';

const declaration =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.0"|'1\.0')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>$/;

/** None, the address that Apple gives, or the one on the disk of a Mac. */
const usualDoctype =
  /^<!DOCTYPE[ \t\r\n]+plist(?:[ \t\r\n]+(?:PUBLIC[ \t\r\n]+"-\/\/Apple(?: Computer)?\/\/DTD PLIST 1\.0\/\/EN"|SYSTEM)[ \t\r\n]+"(?:https?:\/\/www\.apple\.com\/DTDs\/|file:\/\/localhost\/System\/Library\/DTDs\/)PropertyList(?:-1\.0)?\.dtd")?[ \t\r\n]*>$/;

type Note = (code: PlistIssueCode, offset: number, details?: object) => void;

/** Whether a processing instruction has a name. */
export function isInstruction(instruction: string): boolean {
  return /^<\?[A-Za-z_:][\w:.-]*(?:[ \t\r\n]|\?>)/.test(instruction);
}

/** Whether a processing instruction has the name of the XML declaration. */
export function isDeclaration(instruction: string): boolean {
  return /^<\?xml(?:[ \t\r\n]|\?>)/i.test(instruction);
}

/** Without a pattern: one that repeats a group needs room for each time. */
function areQuotesClosed(text: string): boolean {
  let open = '';
  for (const character of text) {
    if (open === '' && (character === '"' || character === "'")) open = character;
    else if (character === open) open = '';
  }
  return open === '';
}

/** Judges what stands in front of the root. A device passes over it, whatever it is. */
export class Prolog {
  readonly #note: Note;
  #declarations = 0;
  #doctypes = 0;
  #hasComment = false;

  constructor(note: Note) {
    this.#note = note;
  }

  addComment(): void {
    this.#hasComment = true;
  }

  addInstruction(offset: number, instruction: string): void {
    if (!isDeclaration(instruction)) return;
    this.#declarations += 1;
    if (this.#declarations > 1 || this.#doctypes > 0 || this.#hasComment) {
      this.#oddity(offset, 'the XML declaration does not stand at the start');
    } else if (offset > 0) {
      this.#oddity(offset, 'white space stands in front of the XML declaration');
    } else if (!declaration.test(instruction)) {
      this.#oddity(offset, 'the XML declaration is not well formed, or not of XML 1.0');
    }
  }

  addDoctype(offset: number, text: string): void {
    this.#doctypes += 1;
    if (!areQuotesClosed(text)) this.#note('plist-doctype-end', offset);
    else if (!usualDoctype.test(text)) this.#note('plist-doctype', offset);
    if (this.#doctypes > 1) this.#oddity(offset, 'there is a second DOCTYPE');
  }

  /** With the tag of the root. */
  end({ name, offset }: { readonly name: string; readonly offset: number }): void {
    if (this.#declarations === 0) this.#oddity(0, 'there is no XML declaration');
    if (name !== 'plist') this.#oddity(offset, 'there is no <plist> around the value');
  }

  #oddity(offset: number, reason: string): void {
    this.#note('plist-prolog', offset, { reason });
  }
}
