import type { CommandIo } from './command-io.js';
import type { InputFiles } from './input-files.js';

/** One option of a command, as `node:util` parseArgs takes it, with its words for the help. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for the value in the help: `FILE`, `NAME`. */
  readonly value?: string;
  readonly about: string;
}

/** The values of the options: texts by name, switches by name. */
export interface ParsedArguments {
  readonly texts: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly switches: ReadonlySet<string>;
  readonly positionals: readonly string[];
}

/** What a command found: for people, for programs, and as exit code. */
export interface CommandResult {
  readonly exitCode: number;
  readonly text: string;
  readonly json: object;
  /** Whether the document is wanted, also without `--json`. */
  readonly isJson?: boolean;
  /** A file that goes to the standard output; the text then goes to the standard error. */
  readonly stdout?: Uint8Array;
}

/** What a command works with: the files that it has read, and the process around it. */
export interface CommandContext {
  readonly inputs: InputFiles;
  readonly io: CommandIo;
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly examples: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** What else there is to say, one line each. */
  readonly notes?: readonly string[];
  run(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult>;
}
