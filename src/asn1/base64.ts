import type { Bytes } from '../diagnostics/bytes.js';
import { copyBytes } from './der.js';

/**
 * Decodes base64 (RFC 4648 section 4) with white space anywhere. When the text is something else, the answer is the
 * index of the first character that does not fit, or the length of the text when it stops in the middle.
 */
export function decodeBase64(text: string): Bytes | number {
  let digits = 0;
  let padding = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isWhiteSpace(code)) continue;
    if (code === 61) {
      padding += 1;
    } else if (padding === 0 && isDigit(code)) {
      digits += 1;
    } else {
      return index;
    }
  }
  if (padding > 2 || (digits + padding) % 4 !== 0) return text.length;
  return copyBytes(Buffer.from(text, 'base64'));
}

function isWhiteSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function isDigit(code: number): boolean {
  return (
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    code === 43 ||
    code === 47
  );
}
