import type { Bytes } from '../diagnostics/bytes.js';
import { copyBytes } from './der.js';

const whiteSpace = /[\t-\r ]+/g;
const wellFormed = /^[A-Za-z0-9+/]*={0,2}$/;

/**
 * Decodes base64 (RFC 4648 section 4) with white space anywhere. When the text is something else, the answer is the
 * index of the first character that does not fit, or the length of the text when it stops in the middle.
 */
export function decodeBase64(text: string): Bytes | number {
  const digits = text.replace(whiteSpace, '');
  if (!wellFormed.test(digits)) return findMisfit(text);
  return digits.length % 4 === 0 ? copyBytes(Buffer.from(digits, 'base64')) : text.length;
}

/** What is well-formed is judged by expressions, three times as fast as this loop, but they tell no index. */
function findMisfit(text: string): number {
  let hasPadding = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isWhiteSpace(code)) continue;
    if (code === 61) hasPadding = true;
    else if (hasPadding || !isDigit(code)) return index;
  }
  return text.length;
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
