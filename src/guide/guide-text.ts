/** A piece of a sentence: words, a row or button on the screen, a name that somebody gave, something to type. */
export interface GuidePart {
  readonly kind: 'words' | 'row' | 'name' | 'command';
  readonly text: string;
}

export type GuideText = readonly GuidePart[];

/** The quotation marks of a language. */
export type Quotes = readonly [open: string, close: string];

/** A sentence with its pieces: `` say`Open ${row('Settings', 'General')}.` ``. */
export function say(strings: TemplateStringsArray, ...inserted: readonly (GuidePart | GuideText)[]): GuideText {
  return strings.flatMap((text, index) => {
    const piece = inserted[index] ?? [];
    const own = text === '' ? [] : [words(text)];
    return [...own, ...('kind' in piece ? [piece] : piece)];
  });
}

export const words = (text: string): GuidePart => ({ kind: 'words', text });

/** A row on the screen with the way to it, or a button. */
export const row = (...way: readonly string[]): GuidePart => ({ kind: 'row', text: way.join(' › ') });

/** What a person or a file calls something: never taken for anything but text. */
export const name = (text: string): GuidePart => ({ kind: 'name', text });

export const command = (text: string): GuidePart => ({ kind: 'command', text });

/** Several names, with commas between them. */
export function names(texts: readonly string[]): GuideText {
  return texts.flatMap((text, index) => [...(index === 0 ? [] : [words(', ')]), name(text)]);
}

export function plainText(text: GuideText, [open, close]: Quotes): string {
  const shown = text.map((part) => {
    if (part.kind === 'name') return `${open}${part.text}${close}`;
    return part.kind === 'command' ? `\`${part.text}\`` : part.text;
  });
  return shown.join('');
}

export function markdownText(text: GuideText, [open, close]: Quotes): string {
  const shown = text.map((part) => {
    switch (part.kind) {
      case 'words':
        return escapeMarkdown(part.text, /[\\`*_<>[\]|#~]/g);
      case 'row':
        return `**${escapeMarkdown(part.text, /[\\`*_<>[\]|#~]/g)}**`;
      case 'name':
        // Every sign that could begin anything, an address that becomes a link included (CommonMark 0.31, section 2.4).
        return `${open}${escapeMarkdown(part.text, /[!-/:-@[-`{-~]/g)}${close}`;
      case 'command':
        return `\`${part.text}\``;
    }
  });
  return shown.join('');
}

function escapeMarkdown(text: string, signs: RegExp): string {
  return text.replace(signs, '\\$&');
}
