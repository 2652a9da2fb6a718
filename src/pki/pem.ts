import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { decodeBase64 } from '../asn1/base64.js';

/** One block of a PEM text (RFC 7468). */
export interface PemBlock {
  /** Fit for messages: what is no label in earnest (a body that slipped into the BEGIN line, say) stands here as `?`. */
  readonly label: string;
  /** Line of the BEGIN marker, counted from 1. */
  readonly line: number;
  /** The base64 text and whatever headers stand between the markers, not decoded yet. */
  readonly body: string;
}

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const DASHES = '-----';
const PRIVATE_KEY = 'PRIVATE KEY';
const keyLabel = /^(?:(?:ANY|DSA|EC|ENCRYPTED|OPENSSH|PGP|RSA|SSH2) )*PRIVATE KEY$/;
const LINE_END = /\r\n|\n|\r/;
/** Characters of all headers of a block. */
const MAX_HEADERS = 4096;

/**
 * Finds the blocks of a PEM text in one pass; text around and between them is left alone, any line end will do.
 *
 * @throws ProfilewrightError `ERR_PEM_MALFORMED` for a block that never begins, never ends or ends with another label
 */
export function readPemBlocks(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  const lines = new LineCounter(text);
  let position = text.indexOf(BEGIN);
  let end = text.indexOf(END);
  while (position >= 0 || end >= 0) {
    if (position < 0 || (end >= 0 && end < position)) refuseEnd(text, end, lines.lineAt(end));
    const line = lines.lineAt(position);
    const labelEnd = text.indexOf(DASHES, position + BEGIN.length);
    const label = labelEnd < 0 ? '' : text.slice(position + BEGIN.length, labelEnd);
    if (labelEnd < 0 || /[\r\n]/.test(label)) refuse(line, label, 'has no complete BEGIN line');
    const bodyStart = labelEnd + DASHES.length;
    const next = text.indexOf(BEGIN, bodyStart);
    if (end < 0 || (next >= 0 && next < end)) refuse(line, label, 'never ends');
    const close = `${END}${label}${DASHES}`;
    if (!text.startsWith(close, end))
      refuse(line, label, `ends with another label at line ${String(lines.lineAt(end))}`);
    blocks.push({ label: plainLabel(label), line, body: text.slice(bodyStart, end) });
    position = next;
    end = text.indexOf(END, end + close.length);
  }
  return blocks;
}

/** Without its BEGIN line a certificate would be taken for text between others, and be missed by nobody. */
function refuseEnd(text: string, end: number, line: number): never {
  const [label = ''] = text.slice(end + END.length, end + 80).split(/-----|[\r\n]/);
  return refuse(line, label, 'has an END line and no BEGIN line');
}

/**
 * The bytes of a block's body. Headers in front of it (RFC 1421) are passed over.
 *
 * @throws ProfilewrightError `ERR_PEM_MALFORMED` when the body is empty, encrypted or not base64
 */
export function decodePemBody({ label, line, body }: PemBlock): Bytes {
  const start = skipHeaders(body);
  const base64 = body.slice(start);
  const bytes = decodeBase64(base64);
  if (start > 0 && /^\s*Proc-Type:[^\r\n]*ENCRYPTED/i.test(body)) return refuse(line, label, 'is encrypted');
  if (typeof bytes !== 'number') return bytes.length > 0 ? bytes : refuse(line, label, 'is empty');
  // Secrets of build servers often arrive with every line end turned into a backslash and an n.
  const reason = body.startsWith('\\n')
    ? 'has the two characters "\\n" in place of line ends'
    : 'has a body that is not base64';
  return refuse(line + body.slice(0, start + bytes).split(LINE_END).length - 1, label, reason);
}

/** Where the base64 begins behind `Name: value` lines and the empty line that ends them; 0 when there are none. */
function skipHeaders(body: string): number {
  const [first = ''] = body.trimStart().slice(0, 80).split(LINE_END);
  if (!/^[A-Za-z][A-Za-z0-9-]*:/.test(first)) return 0;
  const begin = body.length - body.trimStart().length;
  const empty = /(\r\n|\n|\r)[ \t]*\1/.exec(body.slice(begin, begin + MAX_HEADERS));
  return empty === null ? 0 : begin + empty.index + empty[0].length;
}

/**
 * Finds the first line that announces a private key, whatever its case, comment signs or number of dashes. Looks at the
 * whole text, also outside of blocks, because a key must not slip through by being malformed.
 */
export function findPrivateKeyLine(text: string): { readonly line: number; readonly label: string } | undefined {
  let line = 0;
  for (const content of text.split(LINE_END)) {
    line += 1;
    const folded = content.toUpperCase();
    const begin = folded.indexOf('BEGIN');
    const key = begin < 0 ? -1 : folded.indexOf(PRIVATE_KEY, begin);
    if (key >= 0) {
      const label = folded.slice(folded.lastIndexOf('BEGIN', key) + 'BEGIN'.length, key + PRIVATE_KEY.length).trim();
      return { line, label: keyLabel.test(label) ? label : PRIVATE_KEY };
    }
    if (folded.startsWith('PUTTY-USER-KEY-FILE')) return { line, label: 'PuTTY private key' };
  }
  return undefined;
}

function plainLabel(label: string): string {
  const [line = ''] = label.slice(0, 80).split(LINE_END);
  return /^(?:[A-Za-z0-9#.]{1,12} ?){1,6}$/.test(line) ? line : '?';
}

function refuse(line: number, label: string, reason: string): never {
  throw new ProfilewrightError('ERR_PEM_MALFORMED', { line, label: plainLabel(label), reason });
}

/** Counts lines as it goes, so that asking for rising positions costs one pass over the text. */
class LineCounter {
  readonly #text: string;
  #position = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  lineAt(position: number): number {
    for (; this.#position < position; this.#position += 1) {
      const code = this.#text.charCodeAt(this.#position);
      if (code === 10 || (code === 13 && this.#text.charCodeAt(this.#position + 1) !== 10)) this.#line += 1;
    }
    return this.#line;
  }
}

/** The PEM text of `bytes` (RFC 7468): lines of 64 characters, LF, a line end after the END marker. */
export function encodePem(label: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`${BEGIN}${label}${DASHES}`, ...lines, `${END}${label}${DASHES}`, ''].join('\n');
}
