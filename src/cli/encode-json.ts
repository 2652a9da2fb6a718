import { escapeText } from '../diagnostics/escape-text.js';

/** One JSON document. Characters that a terminal or a reader could take for something else are written as `\u` escapes. */
export function encodeJson(value: object): string {
  const text = JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? String(item) : item), 2);
  return text.replace(/[^\n\u0020-\u007e]/gu, (character) =>
    escapeText(character) === character ? character : escapeUnits(character),
  );
}

function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
