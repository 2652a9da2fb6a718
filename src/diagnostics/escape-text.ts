/**
 * Characters that change how the text around them is shown, or are not shown at all: C0 and C1 controls, line and
 * paragraph separators, zero-width and bidirectional controls, tags, noncharacters, lone surrogates.
 */
const hazards =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\p{Cs}\u{e0000}-\u{e007f}]/gu;

/** The text with everything that could deceive a reader or a terminal written as `\u{202E}`, cut to `maxLength` characters. */
export function escapeText(text: string, maxLength = 200): string {
  const characters = [...text.slice(0, maxLength * 2)];
  const cut = characters.length > maxLength || text.length > maxLength * 2;
  const shown = cut ? `${characters.slice(0, maxLength).join('')}…` : text;
  return shown.replace(hazards, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);
}
