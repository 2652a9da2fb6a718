import { escapeText } from '../diagnostics/escape-text.js';
import type { ParsedArguments } from './command.js';
import { usageError } from './command-error.js';

/** The word of an option that takes one of a few; the first of them unless the option is given. */
export function readChoice<Word extends string>(
  { texts }: ParsedArguments,
  name: string,
  words: readonly [Word, ...Word[]],
): Word {
  const text = texts[name];
  if (text === undefined) return words[0];
  const word = words.find((known) => known === text);
  if (word !== undefined) return word;
  throw usageError(`--${name} ${escapeText(text, 40)} is not known`, `write one of: ${words.join(', ')}`);
}
