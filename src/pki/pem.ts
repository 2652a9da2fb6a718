import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { escapeText } from '../diagnostics/escape-text.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { decodeBase64 } from '../asn1/base64.js';

/** One block of a PEM text (RFC 7468). */
export interface PemBlock {
  readonly label: string;
  /** Line of the BEGIN marker, counted from 1. */
  readonly line: number;
  /** The base64 text and whatever headers stand between the markers, not decoded yet. */
  readonly body: string;
}

const BEGIN = '-----BEGIN ';
const END = '-----END ';
const DASHES = '-----';

/**
 * Finds the blocks of a PEM text in one pass; text around and between them is left alone, any line end will do.
 *
 * @throws ProfilewrightError `ERR_PEM_MALFORMED` for a block that never ends or ends with another label
 */
export function readPemBlocks(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  const lines = new LineCounter(text);
  let position = text.indexOf(BEGIN);
  while (position >= 0) {
    const line = lines.lineAt(position);
    const labelEnd = text.indexOf(DASHES, position + BEGIN.length);
    const label = labelEnd < 0 ? '' : text.slice(position + BEGIN.length, labelEnd);
    if (labelEnd < 0 || /[\r\n]/.test(label)) refuse(line, label.slice(0, 40), 'has no complete BEGIN line');
    const bodyStart = labelEnd + DASHES.length;
    const end = text.indexOf(END, bodyStart);
    const next = text.indexOf(BEGIN, bodyStart);
    if (end < 0 || (next >= 0 && next < end)) refuse(line, label, 'never ends');
    const close = `${END}${label}${DASHES}`;
    if (!text.startsWith(close, end))
      refuse(line, label, `ends with another label at line ${String(lines.lineAt(end))}`);
    blocks.push({ label, line, body: text.slice(bodyStart, end) });
    position = next;
  }
  return blocks;
}

/**
 * The bytes of a block's body.
 *
 * @throws ProfilewrightError `ERR_PEM_MALFORMED` when the body is empty or not base64
 */
export function decodePemBody({ label, line, body }: PemBlock): Bytes {
  const bytes = decodeBase64(body);
  if (typeof bytes !== 'number') return bytes.length > 0 ? bytes : refuse(line, label, 'is empty');
  // Secrets of build servers often arrive with every line end turned into a backslash and an n.
  const reason = body.startsWith('\\n')
    ? 'has the two characters "\\n" in place of line ends'
    : 'has a body that is not base64';
  return refuse(line + body.slice(0, bytes).split(/\r\n|\n|\r/).length - 1, label, reason);
}

/**
 * Finds the first line that announces a private key, whatever its case, comment signs or number of dashes. Looks at the
 * whole text, also outside of blocks, because a key must not slip through by being malformed.
 */
export function findPrivateKeyLine(text: string): { readonly line: number; readonly label: string } | undefined {
  let line = 0;
  for (const content of text.split(/\r\n|\n|\r/)) {
    line += 1;
    const folded = content.toUpperCase();
    const key = folded.indexOf('PRIVATE KEY');
    const begin = key < 0 ? -1 : folded.lastIndexOf('BEGIN', key);
    if (begin >= 0)
      return {
        line,
        label: folded
          .slice(begin + 'BEGIN'.length, key + 'PRIVATE KEY'.length)
          .trim()
          .slice(-60),
      };
    if (folded.startsWith('PUTTY-USER-KEY-FILE')) return { line, label: 'PuTTY private key' };
  }
  return undefined;
}

function refuse(line: number, label: string, reason: string): never {
  throw new ProfilewrightError('ERR_PEM_MALFORMED', { line, label: escapeText(label, 60), reason });
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
