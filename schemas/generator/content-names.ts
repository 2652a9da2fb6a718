/** How a payload type is called in TypeScript: its interface, and the file that holds it. */
export interface ContentName {
  readonly type: string;
  /** `WifiManaged` */
  readonly name: string;
  /** `wifi-managed` */
  readonly file: string;
}

const PREFIX = 'com.apple.';

/** Names without Apple's prefix, but where two types would then have one name. */
export function nameContents(types: readonly string[]): ContentName[] {
  const short = types.map((type) => ({
    type,
    words: wordsOf(type.startsWith(PREFIX) ? type.slice(PREFIX.length) : type),
  }));
  const key = (words: readonly string[]): string => words.join('-').toLowerCase();
  return short.map(({ type, words }) => {
    const isTaken = short.some((other) => other.type !== type && key(other.words) === key(words));
    const full = isTaken ? wordsOf(type) : words;
    return { type, name: full.map(capitalize).join(''), file: key(full) };
  });
}

const wordsOf = (type: string): string[] => type.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');

export const capitalize = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
