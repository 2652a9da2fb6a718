/** Finds nothing in most texts, and quickly; surrogates are then looked at by the pair. */
const suspect = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/;
// eslint-disable-next-line no-control-regex -- the characters that XML cannot hold are the point
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/u;

/** The first character of a text that XML 1.0 cannot hold (section 2.2), as `U+0000`. */
export interface IllegalCharacter {
  readonly name: string;
  readonly index: number;
}

/** Undefined when XML can hold the whole text. */
export function findIllegalCharacter(text: string): IllegalCharacter | undefined {
  if (!suspect.test(text)) return undefined;
  const found = illegal.exec(text);
  return found === null ? undefined : { name: formatCodePoint(found[0].codePointAt(0) ?? 0), index: found.index };
}

/** `U+000A`. */
function formatCodePoint(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
