import type { Bytes } from '../diagnostics/bytes.js';

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PADDING = 61;
/** By character code: the six bits of a digit, of which "=" has none set, or -1. */
const table = Int8Array.from({ length: 128 }, (_, code) =>
  code === PADDING ? 0 : digits.indexOf(String.fromCharCode(code)),
);

/** What a device makes of a text that is not base64, and what is wrong with the text. */
export interface LooseBase64 {
  readonly bytes: Bytes;
  readonly fault: string;
}

/**
 * Decodes as CoreFoundation does (CFPropertyList.c, parseDataTag): characters that are no digits are passed over, each four
 * digits give three octets, fewer for each "=" that was just read, and what is incomplete at the end gives nothing.
 */
export function decodeLooseBase64(text: string): LooseBase64 {
  const bytes = new Uint8Array(Math.ceil(text.length / 4) * 3);
  let length = 0;
  let [count, bits, padding, others, paddings] = [0, 0, 0, 0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const isSpace = code === 32 || (code >= 9 && code <= 13);
    if (code === PADDING) padding += 1;
    else if (!isSpace) padding = 0;
    const value = table[code] ?? -1;
    if (value < 0) {
      if (!isSpace) others += 1;
      continue;
    }
    if (code === PADDING) paddings += 1;
    count += 1;
    bits = ((bits << 6) | value) & 0xffffff;
    if (count % 4 !== 0) continue;
    bytes[length++] = bits >> 16;
    if (padding < 2) bytes[length++] = (bits >> 8) & 0xff;
    if (padding < 1) bytes[length++] = bits & 0xff;
  }
  return { bytes: bytes.slice(0, length), fault: describeFault(count % 4, others, paddings) };
}

function describeFault(incomplete: number, others: number, paddings: number): string {
  if (incomplete > 0) {
    return `the last ${String(incomplete)} character${incomplete === 1 ? ' is' : 's are'} incomplete, and dropped`;
  }
  return others > 0
    ? `${String(others)} other characters are passed over`
    : `${String(paddings)} "=" stand in its middle`;
}
