import type { ParsedArguments } from './command.js';
import { usageError } from './command-error.js';

/** The one file that a command takes. */
export function oneFile({ positionals }: ParsedArguments, command: string): string {
  const [file, ...others] = positionals;
  if (file !== undefined && others.length === 0) return file;
  const message = file === undefined ? 'no file is given' : `${String(positionals.length)} files are given`;
  throw usageError(message, `name one: \`profilewright ${command} FILE\`; \`-\` is the standard input`);
}
