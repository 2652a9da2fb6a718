import { escapeText } from '../diagnostics/escape-text.js';
import type { ProfileReport } from '../document/inspect-profile.js';
import { indentLines } from './text-layout.js';

const MAX_LINES = 50;

/** What a profile does, and what to know before it is installed, as text; risks only where there are some. */
export function describeEffects({ effects, risks }: Pick<ProfileReport, 'effects' | 'risks'>): string {
  const section = (title: string, texts: readonly string[]): string[] =>
    texts.length === 0 ? [] : [title, ...indentLines(shorten([...new Set(texts)]))];
  return [
    ...section(
      'when it is installed, it',
      effects.map(({ text }) => text),
    ),
    ...section(
      'know before you install it:',
      risks.map(({ text }) => text),
    ),
  ].join('\n');
}

function shorten(texts: readonly string[]): string[] {
  const more = texts.length - MAX_LINES;
  const shown = texts.slice(0, MAX_LINES).map((text) => `- ${escapeText(text, 400)}`);
  return more > 0 ? [...shown, `- … ${String(more)} more`] : shown;
}
