import { CommandError } from './command-error.js';
import type { InputFile } from './input-files.js';

/** The text of a file. What is in another encoding is refused, for it would become another text; `what` is for the hint. */
export function utf8Text({ name, bytes }: InputFile, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandError('ERR_FILE_READ', 'is not text in UTF-8', `save ${what} as UTF-8`, name);
  }
}
