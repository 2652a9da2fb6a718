import { basename, extname } from 'node:path';
import { escapeText } from '../diagnostics/escape-text.js';
import type { CommandContext, OptionSpec, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { writeFile } from './write-file.js';

/** Where the file goes; `suffix` is the end of the name that it gets unless one is given. */
export function outputOptions(suffix: string): Readonly<Record<string, OptionSpec>> {
  const about = `the file to write; NAME${suffix} in this folder unless given, \`-\` is the standard output`;
  return {
    output: { type: 'string', short: 'o', value: 'FILE', about },
    force: { type: 'boolean', about: 'replace the file when it exists' },
  };
}

export interface Output {
  /** The path, or undefined for the standard output. */
  readonly path: string | undefined;
  /** The path as a person reads it. */
  readonly name: string;
}

/** The output that the arguments name; beside the input's name with `suffix`, when they name none. */
export function chooseOutput({ texts, switches }: ParsedArguments, input: string, suffix: string): Output {
  const named = texts['output'] ?? (input === '-' ? '-' : `${basename(input, extname(input))}${suffix}`);
  if (named !== '-') return { path: named, name: escapeText(named, 300) };
  if (switches.has('json')) {
    throw usageError('--json and the file would both go to the standard output', 'name a file with -o');
  }
  return { path: undefined, name: 'standard output' };
}

/** Writes the file, or gives it back for the standard output. */
export async function writeOutput(
  { path }: Output,
  bytes: Uint8Array,
  { switches }: ParsedArguments,
  { inputs, io, isSecret, isBinary }: CommandContext & { readonly isSecret: boolean; readonly isBinary: boolean },
): Promise<{ readonly stdout?: Uint8Array }> {
  if (path === undefined) {
    if (isBinary && io.stdout.isTerminal) {
      throw usageError('the file is binary and would garble the terminal', 'name a file with -o');
    }
    return { stdout: bytes };
  }
  await io.withoutInterruption(() => writeFile({ path, bytes, force: switches.has('force'), isSecret, inputs }));
  return {};
}
