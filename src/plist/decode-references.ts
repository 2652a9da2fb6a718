const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };
/** CoreFoundation reads eight digits at most, and none as zero. */
const reference = /&(?:(lt|gt|amp|apos|quot)|#(?:x([0-9a-fA-F]{0,8})|([0-9]{0,8})));/y;

/** What to do about a reference, given its index in the text. */
export interface ReferenceHandler {
  /** XML and CoreFoundation do not know it. */
  readonly refuse: (index: number) => never;
  /** It names a character above U+FFFF. */
  readonly onWide: (index: number) => void;
}

/** The text with its entity and character references in the place of which they stand (CFPropertyList.c, parseEntityReference_pl). */
export function decodeReferences(text: string, { refuse, onWide }: ReferenceHandler): string {
  let decoded = '';
  let start = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', start)) {
    reference.lastIndex = at;
    const match = reference.exec(text);
    if (match === null) return refuse(at);
    const [whole, entity, hexadecimal, decimal] = match;
    const codePoint = hexadecimal === undefined ? Number(decimal) : Number.parseInt(`0${hexadecimal}`, 16);
    if (entity === undefined && !isCharacter(codePoint)) return refuse(at);
    if (entity === undefined && codePoint > 0xffff) onWide(at);
    decoded +=
      text.slice(start, at) + (entity === undefined ? String.fromCodePoint(codePoint) : (entities[entity] ?? ''));
    start = at + whole.length;
  }
  return decoded + text.slice(start);
}

function isCharacter(codePoint: number): boolean {
  return codePoint < 0xd800 || (codePoint > 0xdfff && codePoint <= 0x10ffff);
}
