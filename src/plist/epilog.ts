import { isDeclaration, isInstruction } from './prolog.js';
import { findIllegalCharacter } from './xml-text.js';

/**
 * Where something stands behind the root that XML does not have there; the length of the source when there is nothing. White
 * space, comments and instructions are passed over as long as they are well formed.
 */
export function findTrailing(source: string, start: number): number {
  const blank = /[ \t\r\n]*/y;
  for (let at = start; ;) {
    blank.lastIndex = at;
    blank.test(source);
    at = blank.lastIndex;
    const text = readComment(source, at) ?? readInstruction(source, at);
    if (text === undefined || findIllegalCharacter(text) !== undefined) return at;
    at += text.length;
  }
}

function readComment(source: string, at: number): string | undefined {
  const end = source.startsWith('<!--', at) ? source.indexOf('-->', at + 4) : -1;
  // Two dashes end a comment, and nothing else.
  return end < 0 || source.slice(at + 4, end + 1).includes('--') ? undefined : source.slice(at, end + 3);
}

function readInstruction(source: string, at: number): string | undefined {
  const end = source.startsWith('<?', at) ? source.indexOf('?>', at + 2) : -1;
  const text = end < 0 ? '' : source.slice(at, end + 2);
  return isInstruction(text) && !isDeclaration(text) ? text : undefined;
}
