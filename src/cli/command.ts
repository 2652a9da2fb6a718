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
  /** A file that goes to the standard output; the text then goes to the standard error. */
  readonly stdout?: Uint8Array;
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly examples: readonly string[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  run(parsed: ParsedArguments): Promise<CommandResult>;
}

/** The meaning of the exit codes, the same for every command. */
export const exitCodes = {
  fine: 0,
  issues: 1,
  usage: 2,
  file: 3,
  refused: 4,
  partly: 5,
  bug: 70,
} as const;
