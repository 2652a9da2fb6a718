import { escapeText } from '../diagnostics/escape-text.js';
import type { ProfileReport } from '../document/inspect-profile.js';
import { indentLines, tally } from './text-layout.js';

const MAX_EFFECTS = 50;
/** Of each kind, so that many of one kind do not hide the others. */
const MAX_RISKS = 20;

/** What a profile does, and what to know before it is installed, as text; risks only where there are some. */
export function describeEffects({ effects, risks }: Pick<ProfileReport, 'effects' | 'risks'>): string {
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [title, ...indentLines(lines)];
  const kinds = [...new Set(risks.map(({ kind }) => kind))];
  return [
    ...section('when it is installed, it', listSome(effects, MAX_EFFECTS)),
    ...section(
      'know before you install it:',
      kinds.flatMap((one) =>
        listSome(
          risks.filter(({ kind }) => kind === one),
          MAX_RISKS,
        ),
      ),
    ),
  ].join('\n');
}

function listSome(said: readonly { readonly text: string }[], maximum: number): string[] {
  const texts = tally(said.map(({ text }) => text));
  const more = texts.length - maximum;
  const shown = texts.slice(0, maximum).map((text) => `- ${escapeText(text, 1000)}`);
  return more > 0 ? [...shown, `- … ${String(more)} more`] : shown;
}
