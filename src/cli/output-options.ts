import { basename, extname } from 'node:path';
import type { OptionSpec, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import type { InputFile } from './read-file.js';
import { writeFile } from './write-file.js';

/** Where the file goes. */
export const outputOptions: Readonly<Record<string, OptionSpec>> = {
  output: { type: 'string', short: 'o', value: 'FILE', about: 'the file to write; `-` is the standard output' },
  force: { type: 'boolean', about: 'replace the file when it exists' },
};

export interface Output {
  /** The path, or undefined for the standard output. */
  readonly path: string | undefined;
}

/** The output that the arguments name; beside the input's name with `suffix`, when they name none. */
export function chooseOutput({ texts, switches }: ParsedArguments, input: string, suffix: string): Output {
  const named = texts['output'] ?? (input === '-' ? '-' : `${basename(input, extname(input))}${suffix}`);
  if (named !== '-') return { path: named };
  if (switches.has('json')) {
    throw usageError('--json and the file would both go to the standard output', 'name a file with -o');
  }
  return { path: undefined };
}

/** Writes the file, or gives it back for the standard output. */
export function writeOutput(
  { path }: Output,
  bytes: Uint8Array,
  { switches }: ParsedArguments,
  options: { readonly isSecret: boolean; readonly isBinary: boolean; readonly inputs: readonly InputFile[] },
): { readonly stdout?: Uint8Array } {
  if (path === undefined) {
    if (options.isBinary && process.stdout.isTTY) {
      throw usageError('a signed profile is binary and would garble the terminal', 'name a file with -o');
    }
    return { stdout: bytes };
  }
  writeFile({ path, bytes, force: switches.has('force'), isSecret: options.isSecret, inputs: options.inputs });
  return {};
}
